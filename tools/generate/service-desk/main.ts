import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { faultNames, noFaults, type Switches } from './faults.ts';
import { generate, usualItems } from './generate.ts';

/** Writes the example into a folder, as the arguments say: `--out` where, `--seed`, `--items`, `--off` these faults. */
export const main = (args: readonly string[]): void => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      items: { type: 'string', default: String(usualItems) },
      off: { type: 'string', default: '' },
      out: { type: 'string' },
    },
  });
  if (values.out === undefined) throw new Error('where to? --out examples/service-desk');
  const faults = switchesWithout(values.off);
  const { files } = generate({ seed: Number(values.seed), items: Number(values.items), faults });
  for (const [path, text] of files) {
    const file = join(values.out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

const switchesWithout = (off: string): Switches => {
  if (off === 'all') return noFaults;
  const names = off.split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !faultNames.some((fault) => fault === name));
  if (unknown !== undefined) throw new Error(`no fault ${unknown}; there are ${faultNames.join(', ')}`);
  return Object.fromEntries(names.map((name) => [name, false]));
};

if (import.meta.main) main(process.argv.slice(2));
