import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import { buildFolder, isBuilt, stateOfSources } from '../../bin/built.mjs';
import { buildWeb } from './web.ts';

/**
 * Puts the program and the packages it stands on into a few files, and the pages into some more, unless it was done since the last change.
 *
 * Without them the program runs from its sources, and does the same, but for the pages. So a folder that cannot be written to is no failure.
 */
const root = join(import.meta.dirname, '..', '..');

const bundle = async (): Promise<void> => {
  const state = stateOfSources();
  rmSync(buildFolder, { recursive: true, force: true });
  await build({
    cwd: root,
    input: { program: 'src/cli/main.ts' },
    platform: 'node',
    // Native code, and a driver that is loaded where a server is asked for.
    external: [/^@duckdb\/node-bindings/, 'pg'],
    output: { dir: buildFolder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    logLevel: 'warn',
  });
  await buildWeb(join(buildFolder, 'web'));
  // Last, so that a build that broke off counts as none.
  writeFileSync(join(buildFolder, 'sources'), state);
};

if (!isBuilt()) {
  try {
    await bundle();
  } catch (error) {
    console.error(`The program runs from its sources, which takes longer to start: ${String(error)}`);
  }
}
