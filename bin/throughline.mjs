#!/usr/bin/env node
/**
 * Starts the command line, with the Node that the project brings when the one at hand is too old for it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const platform = `node-${process.platform}-${process.arch}`;
const brought = fileURLToPath(new URL(`../node_modules/${platform}/bin/node`, import.meta.url));

if (major > 24 || (major === 24 && minor >= 7)) {
  // What was compiled is kept beside the packages, known by its content; where nothing can be kept, it is compiled each time.
  module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/throughline', import.meta.url)));
  const { isBuilt } = await import('./built.mjs');
  const { main } = await import(isBuilt() ? '../build/program.mjs' : '../src/cli/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else if (existsSync(brought)) {
  const { status } = spawnSync(brought, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  console.error(`throughline needs Node 24.7 or later; this is ${process.versions.node}. "npm start" installs one.`);
  process.exitCode = 2;
}
