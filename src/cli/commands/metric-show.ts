import { type MetricCard, readMetric } from '#api/figures.ts';
import type { Reading } from '#model/reading.ts';
import { defineCommand } from '../define.ts';
import { count, figure, interval, localDay, percent } from '../numbers.ts';
import { type Terminal, table, wrapped } from '../terminal.ts';
import { askedOf, cuts } from './asked.ts';

export const metricShow = defineCommand({
  name: 'metric show',
  arguments: [{ name: 'metric', says: 'its id or code, such as flow.flow-time or FL1' }],
  says: 'what a metric says, with its definition, interval and coverage',
  flags: cuts,
  examples: [
    'throughline metric show flow.flow-time examples/service-desk',
    'throughline metric show FL3 --by team',
    'throughline metric show FL3 --by team --period quarter',
    'throughline metric show FL1 --by period --period quarter --where item-type=incident',
  ],
  run: async ({ ask, json, terminal }, { metric = '' }, flags) => {
    const answer = await ask(readMetric, askedOf(metric, flags));
    if (json(answer)) return 0;
    head(terminal, answer.metric);
    terminal.line(
      terminal.style(
        'dim',
        `  ${localDay(answer.window.from, answer.timeZone)} until ${localDay(answer.window.until, answer.timeZone)}`,
      ),
    );
    const [only, ...more] = answer.readings;
    if (only && more.length === 0 && Object.keys(only.subject).length === 0) showOne(terminal, only);
    else showMany(terminal, answer.readings);
    if (answer.metric.caveat)
      for (const text of wrapped(answer.metric.caveat, terminal.width - 4))
        terminal.line(`  ${terminal.style('yellow', text)}`);
    terminal.line(terminal.style('dim', `  rows: throughline metric rows ${answer.metric.id}`));
    return 0;
  },
});

const head = ({ line, style, width }: Terminal, { title, code, id, question, formula }: MetricCard): void => {
  line(`${style('bold', title)}  ${style('dim', `${code} · ${id}`)}`);
  line(`  ${question}`);
  for (const text of wrapped(formula, width - 4)) line(style('dim', `  ${text}`));
};

const showOne = ({ line, style }: Terminal, reading: Reading): void => {
  const { value, unit, lower, upper, n, coverage, grade, missing } = reading;
  line();
  line(
    `  ${style('bold', figure(value, unit))}   ${interval(lower, upper, unit, reading.interval)}   n ${count(n)}   ${covered(coverage)}   grade ${grade}`,
  );
  if (missing) line(`  ${style('yellow', missing)}`);
  for (const [name, beside] of Object.entries(reading.also)) line(style('dim', `  ${name}: ${figure(beside, 'bare')}`));
  line();
};

const covered = (coverage: number | null): string =>
  coverage === null ? 'no coverage' : `covers ${percent(coverage)}`;

const showMany = (terminal: Terminal, readings: readonly Reading[]): void => {
  const names = Object.keys(readings[0]?.also ?? {}).slice(0, 3);
  const columns = [
    { title: 'subject', most: 36 },
    { title: 'value', right: true },
    { title: '95 %', right: true },
    { title: 'n', right: true },
    { title: 'coverage', right: true },
    ...names.map((title) => ({ title, right: true })),
  ];
  const rows = readings.map(({ subject, value, unit, lower, upper, interval: method, n, coverage, also, missing }) => [
    Object.values(subject).join(' · '),
    value === null ? (missing ?? 'no figure') : figure(value, unit),
    value === null ? '' : interval(lower, upper, unit, method),
    count(n),
    coverage === null ? '–' : percent(coverage),
    ...names.map((name) => figure(also[name] ?? null, 'bare')),
  ]);
  terminal.line();
  if (rows.length === 0) terminal.line('  No case falls into this window.');
  else table(terminal, columns, rows);
  terminal.line();
};
