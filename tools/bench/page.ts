import { join } from 'node:path';
import { type Bench, laterEvents } from './bench.ts';
import type { Commands } from './commands.ts';
import { gigabytes, together } from './report.ts';
import type { Taken } from './stopwatch.ts';

/** Where the page stands. */
export const pageFile = join(import.meta.dirname, '..', '..', 'docs', 'reference', 'benchmarks.md');

/** The figures that are aimed at, for ten million events on two cores: seconds. */
const aims = { events: 10_000_000, facts: 45, question: 0.3, questions: 1, appended: 2, memory: 3e9 };

/** The page of what runs of several sizes took, with the command that makes it again. */
export const pageOf = (benches: readonly Bench[], commands: Commands): string =>
  `${[head(benches), ...benches.map(section), ratios(benches), commandSection(commands)].join('\n\n')}\n`;

const head = (benches: readonly Bench[]): string => {
  const first = benches[0];
  const sizes = benches.map(({ events }) => `--events ${events}`).join(' ');
  const { processor, cores, memory, node, load } = benches[0]?.machine ?? nowhere;
  return `# Benchmarks

Made by \`npm run bench -- ${sizes} --seed ${first?.seed ?? 1} --page\` on ${cores} cores (${processor}), ${gigabytes(memory)} of memory,
Node ${node}.

The log is generated: 12 columns, 240 teams, 5,000 people, 15 states, about 8.7 rows an item, in no order, 3 % of the rows
in the same second as the one before, 5 % of the items reopened, local times without a zone, some fields empty. It is taken
cold, by a process of its own, from CSV to facts: every row read and judged, people made pseudonyms, rows stored, then
visits, hand-offs and one fact an item, with working time by a calendar. Questions are asked of the facts; the median of
five answers after one that is not counted. The figures of flow are asked through random filters too. Then a second file with ${laterEvents.toLocaleString('en')} events of a later day comes in, nearly every one of another
item, and the facts are brought up to it; after that every figure is read once.

Seconds on the wall depend on who else uses the machine; seconds on the processors (user and system, all threads) hardly do.
Before this run others kept ${load.toFixed(1)} processors busy.

Aims, for ${aims.events.toLocaleString('en')} events on two cores: ${aims.facts} s from CSV to facts with at most ${gigabytes(aims.memory)}; each question ${aims.question} s, through a filter as well, all six ${aims.questions} s;
${laterEvents.toLocaleString('en')} further events ${aims.appended} s from CSV to facts.`;
};

const nowhere = { processor: '', cores: 0, memory: 0, node: '', load: 0 };

const section = ({
  events,
  items,
  logBytes,
  yardstick,
  timed,
}: Bench): string => `## ${events.toLocaleString('en')} events

${items.toLocaleString('en')} items, a log of ${gigabytes(logBytes)}. Most memory held: ${gigabytes(timed.factsMemory)} until the facts stood, ${gigabytes(timed.memory)} in
all. The database takes ${gigabytes(timed.database)}.

${table('the database alone', yardstick, false)}

${table('from CSV to facts', timed.steps)}

${table('question', timed.questions)}

${table('through a filter never asked before, the slowest of five', timed.filtered, false)}

${table('further events, from CSV to facts', timed.appended)}

${table('after them', timed.figures)}`;

const commandSection = ({ rows, taken }: Commands): string => `## Whole commands

Seconds from the start of the process to its end, on the example made larger: ${rows.toLocaleString('en')} rows. From nothing once, a
changed threshold three times, all else five times: the median.

| command | seconds | aim | ÷ aim |
|---|---:|---:|---:|
${taken.map(({ command, seconds, aim }) => `| ${command} | ${seconds.toFixed(3)} | ${aim?.toFixed(1) ?? ''} | ${aim === null ? '' : (seconds / aim).toFixed(2)} |`).join('\n')}`;

const table = (title: string, taken: readonly Taken[], added = true): string =>
  [
    `| ${title} | seconds | seconds on the processors |`,
    '|---|---:|---:|',
    ...[...taken, ...(added ? [together(taken)] : [])].map(
      ({ step, seconds, cpuSeconds }) => `| ${step} | ${seconds.toFixed(3)} | ${cpuSeconds.toFixed(3)} |`,
    ),
  ].join('\n');

const ratios = (benches: readonly Bench[]): string => `## Beside the aims

| events | CSV to facts ÷ aim | six questions ÷ aim | slowest question ÷ aim | slowest through a filter ÷ aim | further events ÷ aim | memory ÷ aim |
|---:|---:|---:|---:|---:|---:|---:|
${benches.map(ratio).join('\n')}

The aims are those for ${aims.events.toLocaleString('en')} events; at most 1.00 meets them.

## Beside the database alone

How many times as long on the processors as the database alone takes to read the same log as texts and to put its rows in
order; for the questions, as it takes to find the first, the last and the number of rows of each item. Machines differ by a
factor of three and more, these numbers hardly do.

| events | CSV to facts | flow questions, each on average |
|---:|---:|---:|
${benches.map(besideDatabase).join('\n')}`;

const besideDatabase = ({ events, yardstick: [reading, asking], timed }: Bench): string => {
  const question = together(timed.questions).cpuSeconds / timed.questions.length;
  const parts = [
    together(timed.steps).cpuSeconds / (reading?.cpuSeconds ?? Number.NaN),
    question / (asking?.cpuSeconds ?? Number.NaN),
  ];
  return `| ${events.toLocaleString('en')} | ${parts.map((part) => part.toFixed(1)).join(' | ')} |`;
};

const ratio = ({ events, timed }: Bench): string => {
  const slowest = (asked: readonly Taken[]): number => Math.max(...asked.map(({ seconds }) => seconds));
  const parts = [
    together(timed.steps).seconds / aims.facts,
    together(timed.questions).seconds / aims.questions,
    slowest(timed.questions) / aims.question,
    slowest(timed.filtered) / aims.question,
    together(timed.appended).seconds / aims.appended,
    timed.factsMemory / aims.memory,
  ];
  return `| ${events.toLocaleString('en')} | ${parts.map((part) => part.toFixed(2)).join(' | ')} |`;
};
