import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate, usualInitiatives } from './generate.ts';

/** Writes the example into a folder: `--out` where, `--seed`, `--initiatives` how many. */
const main = (args: readonly string[]): void => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      initiatives: { type: 'string', default: String(usualInitiatives) },
      out: { type: 'string' },
    },
  });
  if (values.out === undefined) throw new Error('where to? --out examples/portfolio');
  for (const [path, text] of generate({ seed: Number(values.seed), initiatives: Number(values.initiatives) })) {
    const file = join(values.out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

if (import.meta.main) main(process.argv.slice(2));
