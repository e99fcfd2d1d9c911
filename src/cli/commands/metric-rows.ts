import { listMetricRows } from '#api/figures.ts';
import { defineCommand, wholeOf } from '../define.ts';
import { count, localTime, rounded } from '../numbers.ts';
import { harmless, table } from '../terminal.ts';
import { askedOf, cuts } from './asked.ts';

export const metricRows = defineCommand({
  name: 'metric rows',
  arguments: [{ name: 'metric', says: 'its id or code' }],
  says: 'the rows a figure stands on; recomputing from them gives the value',
  flags: [
    ...cuts,
    { flags: '--limit <n>', says: 'how many rows; 50 when left out' },
    { flags: '--offset <n>', says: 'how many to pass over' },
  ],
  examples: ['throughline metric rows flow.flow-time --where team=network --limit 20'],
  run: async ({ ask, json, terminal }, { metric = '' }, flags) => {
    const offset = wholeOf(flags, 'offset', 0);
    const answer = await ask(listMetricRows, {
      ...askedOf(metric, flags),
      limit: wholeOf(flags, 'limit', 50),
      offset,
    });
    if (json(answer)) return 0;
    const names = Object.keys(answer.rows[0] ?? {});
    const columns = names.map((title) => ({ title, most: 24, right: typeof answer.rows[0]?.[title] === 'number' }));
    if (answer.total === 0) terminal.line('No row stands behind this figure.');
    else if (names.length === 0) terminal.line(`No row is left after ${count(offset)} of ${count(answer.total)}.`);
    else
      table(
        terminal,
        columns,
        answer.rows.map((row) => names.map((name) => cell(name, row[name] ?? null, answer.timeZone))),
      );
    terminal.line(
      terminal.style(
        'dim',
        `  ${count(answer.rows.length)} of ${count(answer.total)} rows · times in ${answer.timeZone}`,
      ),
    );
    return 0;
  },
});

const instants = /^(started|ended|created|raised|decided|promised|counted|happened|day)/u;

const cell = (name: string, value: string | number | boolean | null, timeZone: string): string => {
  if (value === null) return '–';
  if (typeof value !== 'number') return harmless(String(value));
  return instants.test(name) && value > 1e11 ? localTime(value, timeZone) : rounded(value);
};
