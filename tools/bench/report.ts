import { type Bench, laterEvents } from './bench.ts';
import type { Commands } from './commands.ts';
import type { Taken } from './stopwatch.ts';

const line = ({ step, seconds, cpuSeconds }: Taken): string =>
  `  ${step.padEnd(42)}${seconds.toFixed(3).padStart(10)} s${cpuSeconds.toFixed(3).padStart(10)} s on processors`;

const sum = (taken: readonly Taken[]): Taken => ({
  step: 'together',
  seconds: taken.reduce((total, { seconds }) => total + seconds, 0),
  cpuSeconds: taken.reduce((total, { cpuSeconds }) => total + cpuSeconds, 0),
});

/** What a run took, for people at a terminal. */
export const report = ({ events, items, logSeconds, yardstick, timed }: Bench): string =>
  [
    `${events.toLocaleString('en')} events of ${items.toLocaleString('en')} items (log written in ${logSeconds.toFixed(1)} s)`,
    '  the database alone',
    ...yardstick.map(line),
    ...[...timed.steps, sum(timed.steps)].map(line),
    ...[...timed.questions, sum(timed.questions)].map(line),
    '  through filters never asked before, the slowest of five',
    ...timed.filtered.map(line),
    `  ${laterEvents.toLocaleString('en')} further events`,
    ...[...timed.appended, sum(timed.appended), ...timed.figures].map(line),
    `  most memory: ${gigabytes(timed.factsMemory)} until the facts stood, ${gigabytes(timed.memory)} in all`,
  ].join('\n');

export const reportCommands = ({ rows, taken }: Commands): string =>
  [
    `whole commands on the example with ${rows.toLocaleString('en')} rows`,
    ...taken.map(
      ({ command, seconds }) => `  ${command.replaceAll('`', '').padEnd(55)}${seconds.toFixed(3).padStart(10)} s`,
    ),
  ].join('\n');

export const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`;

export const together = sum;
