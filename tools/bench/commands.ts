import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate, usualItems } from '../generate/service-desk/generate.ts';
import { main as writeExample } from '../generate/service-desk/main.ts';
import { median } from './stopwatch.ts';

/** What whole commands take, from the start of the process to its end, and what is aimed at: seconds. */
export type Commands = { readonly rows: number; readonly taken: readonly Command[] };
export type Command = { readonly command: string; readonly seconds: number; readonly aim: number | null };

const enough = 120_000;

const bin = join(import.meta.dirname, '..', '..', 'bin', 'throughline.mjs');

/** Times commands on the example, made as large as a year of a large service desk; leaves nothing behind. */
export const timeCommands = (seed: number): Commands => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-commands-'));
  try {
    writeExample(['--out', folder, '--seed', String(seed), '--items', String(itemsForRows(seed))]);
    const rows = rowsIn(join(folder, 'data'));
    if (rows < enough) throw new Error(`the example has ${rows} rows, not ${enough}`);
    const diagnose = (): number => timed('diagnose', folder);
    const fromNothing = diagnose();
    const built = median(Array.from({ length: 5 }, diagnose));
    const afterChange = median(
      [0.91, 0.92, 0.93].map((threshold) => {
        writeFileSync(join(folder, 'model', 'rules.yaml'), settingOf(threshold));
        return diagnose();
      }),
    );
    const firstTime = median(
      Array.from({ length: 3 }, () => {
        rmSync(join(folder, '.throughline', 'readings'));
        return diagnose();
      }),
    );
    const version = median(Array.from({ length: 5 }, () => timed('--version')));
    return {
      rows,
      taken: [
        { command: '`throughline --version`', seconds: version, aim: 0.2 },
        { command: '`throughline diagnose`, from nothing', seconds: fromNothing, aim: 10 },
        { command: '`throughline diagnose`, from built state', seconds: built, aim: 1 },
        {
          command: '`throughline diagnose`, from facts alone, with no reading remembered',
          seconds: firstTime,
          aim: null,
        },
        { command: '`throughline diagnose`, after a threshold was changed', seconds: afterChange, aim: 1 },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** How many items give rows enough, going by what the example as it is has. */
const itemsForRows = (seed: number): number => {
  const { files } = generate({ seed, items: usualItems, faults: {} });
  const rows = [...files].reduce((sum, [path, text]) => sum + (path.startsWith('data/') ? linesIn(text) - 1 : 0), 0);
  return Math.ceil(((usualItems * enough) / rows) * 1.02);
};

const rowsIn = (folder: string): number =>
  readdirSync(folder).reduce((sum, file) => sum + linesIn(readFileSync(join(folder, file), 'utf8')) - 1, 0);

const linesIn = (text: string): number => text.trimEnd().split('\n').length;

const settingOf = (threshold: number): string =>
  `ruleSettings:\n  - key: delivery.allowed-transitions\n    breakpoints: [${threshold}, 0.8, 0.6]\n`;

const timed = (...words: readonly string[]): number => {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [bin, ...words], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`throughline ${words.join(' ')} ended with ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
};
