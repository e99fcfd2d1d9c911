import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bench, laterEvents, type Timed } from './bench.ts';
import { timeCommands } from './commands.ts';
import { writeLater, writeLog } from './log.ts';
import { pageFile, pageOf } from './page.ts';
import { report, reportCommands } from './report.ts';
import type { Taken } from './stopwatch.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', multiple: true, default: ['1000000'] },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
  },
});

/** Writes a log and a later one, times facts, questions and the update in a process of its own, and leaves nothing behind. */
const bench = (events: number, seed: number): Bench => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  try {
    const log = join(folder, 'log.csv');
    const start = performance.now();
    const items = writeLog(log, events, seed);
    const logSeconds = (performance.now() - start) / 1000;
    const later = join(folder, 'later.csv');
    writeLater(later, laterEvents, { items, seed });
    const work = join(folder, 'work');
    mkdirSync(work);
    const yardstick: Taken[] = JSON.parse(apart('yardstick.ts', log, folder));
    const timed: Timed = JSON.parse(apart('inside.ts', log, later, work, String(seed)));
    return { events, items, seed, logBytes: statSync(log).size, logSeconds, machine: machine(), yardstick, timed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What a process of its own says. */
const apart = (script: string, ...words: readonly string[]): string => {
  const { status, signal, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, script), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} ended with ${status ?? signal}`);
  return stdout;
};

const machine = (): Bench['machine'] => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memory: totalmem(),
  node: process.version,
  load,
});

const load = loadavg()[0] ?? 0;
const logs = values.events.map((events) => bench(Number(events), Number(values.seed)));
const commands = timeCommands(Number(values.seed));
if (values.page) writeFileSync(pageFile, pageOf(logs, commands));
console.log(
  values.json
    ? JSON.stringify({ logs, commands }, undefined, 2)
    : [...logs.map(report), reportCommands(commands)].join('\n\n'),
);
