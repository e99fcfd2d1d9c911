import { type MetricCard, readMetric } from '#api/figures.ts';
import type { Reading } from '#model/reading.ts';
import { isSign } from '#model/unit.ts';
import { defineCommand } from '../define.ts';
import { count, figure, interval, localDay, percent } from '../numbers.ts';
import { type Column, type Terminal, table, widthOf, wrapped } from '../terminal.ts';
import { askedOf, asOfLine, besideCommand, cuts, rowsCommand } from './asked.ts';

export const metricShow = defineCommand({
  name: 'metric show',
  arguments: [{ name: 'metric', says: 'its id or code, such as flow.flow-time or FL1' }],
  says: 'what a metric says, with its definition, interval and coverage',
  flags: cuts,
  examples: [
    'throughline metric show flow.flow-time examples/service-desk',
    'throughline metric show FL3 --by team',
    'throughline metric show FL3 --by team --period quarter',
    'throughline metric show FL3 --as-of 2026-01-01',
    'throughline metric show FL1 --by period --period quarter --where item-type=incident',
  ],
  run: async ({ ask, json, terminal, folder }, { metric = '' }, flags) => {
    const answer = await ask(readMetric, askedOf(metric, flags));
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    head(terminal, answer.metric);
    terminal.line(
      terminal.style(
        'dim',
        `  ${localDay(answer.window.from, answer.timeZone)} until ${localDay(answer.window.until, answer.timeZone)}`,
      ),
    );
    const [only, ...more] = answer.readings;
    if (only && more.length === 0 && Object.keys(only.subject).length === 0) showOne(terminal, only, answer.metric);
    else showMany(terminal, answer.readings, answer.metric);
    if (answer.rejected >= manyRejected)
      terminal.line(
        terminal.style('yellow', `  ${percent(answer.rejected)} of all rows were rejected: no coverage knows of them`),
      );
    if (answer.metric.caveat)
      for (const text of wrapped(answer.metric.caveat, terminal.width - 4))
        terminal.line(`  ${terminal.style('yellow', text)}`);
    for (const beside of answer.metric.beside)
      terminal.line(terminal.style('dim', `  beside it: ${besideCommand(beside, flags, folder)}`));
    terminal.line(terminal.style('dim', `  rows: ${rowsCommand(answer.metric.id, flags, folder)}`));
    return 0;
  },
});

/** From this share on, rejected rows are more than slips. */
const manyRejected = 0.01;

const head = ({ line, style, width }: Terminal, { title, code, id, question, formula }: MetricCard): void => {
  line(`${style('bold', title)}  ${style('dim', `${code} · ${id}`)}`);
  line(`  ${question}`);
  for (const text of wrapped(formula, width - 4)) line(style('dim', `  ${text}`));
};

const showOne = ({ line, style }: Terminal, reading: Reading, { companions }: MetricCard): void => {
  const { value, unit, lower, upper, n, coverage, grade, missing, cite } = reading;
  line();
  line(
    `  ${style('bold', figure(value, unit))}   ${interval(lower, upper, unit, reading.interval)}   n ${count(n)}   ${covered(coverage)}   grade ${grade}${cite === undefined ? '' : style('dim', `   #${cite}`)}`,
  );
  if (missing) line(`  ${style('yellow', missing)}`);
  for (const [name, beside] of Object.entries(reading.also)) {
    line(style('dim', `  ${name}: ${withUnit(beside, companions[name])}`));
  }
  line();
};

/** The unit in words where the figure does not carry it as a sign. */
const withUnit = (value: number | null, unit = 'count'): string => {
  const text = figure(value, unit);
  if (value === null || isSign(unit) || unit === 'count') return text;
  return `${text} ${unit}${text === '1' ? '' : 's'}`;
};

const covered = (coverage: number | null): string =>
  coverage === null ? 'no coverage' : `covers ${percent(coverage)}`;

const showMany = (terminal: Terminal, readings: readonly Reading[], { companions }: MetricCard): void => {
  const names = Object.keys(readings[0]?.also ?? {});
  const columns = [
    { title: 'subject', most: 48 },
    { title: 'value', right: true },
    { title: '95%', right: true },
    { title: 'n', right: true },
    { title: 'coverage', right: true },
    ...names.map((title) => ({ title, right: true })),
  ];
  const rows = readings.map(
    ({ subject, unmapped, value, unit, lower, upper, interval: method, n, coverage, also, missing }) => [
      `${Object.values(subject).join(' · ')}${unmapped ? ' (unmapped)' : ''}`,
      value === null ? (missing ?? 'no figure') : figure(value, unit),
      value === null ? '' : interval(lower, upper, unit, method),
      count(n),
      coverage === null ? '–' : percent(coverage),
      ...names.map((name) => withUnit(also[name] ?? null, companions[name])),
    ],
  );
  terminal.line();
  if (rows.length === 0) terminal.line('  No case falls into this window.');
  else {
    const shown = terminal.cuts ? fitting(columns, rows, terminal.width) : columns.length;
    const cut = rows.map((row) => row.slice(0, shown));
    table(terminal, columns.slice(0, shown), cut);
    const left = columns.slice(shown).map(({ title }) => title);
    if (left.length > 0) terminal.line(terminal.style('dim', `  too wide to show: ${left.join(', ')}; --json has all`));
  }
  terminal.line();
};

/** The columns without which there is no reading. */
const fewestColumns = 5;

/** How many columns of a table fit into a width, from the left. */
const fitting = (columns: readonly Column[], rows: readonly (readonly string[])[], width: number): number => {
  let taken = 0;
  for (const [index, { title, most = Number.POSITIVE_INFINITY }] of columns.entries()) {
    taken += 2 + Math.min(most, Math.max(widthOf(title), ...rows.map((row) => widthOf(row[index] ?? ''))));
    if (taken > width && index >= fewestColumns) return index;
  }
  return columns.length;
};
