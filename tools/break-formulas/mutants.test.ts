import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mutantsOf } from './mutants.ts';

const metric = (rows: string, rest = ''): string =>
  `export const m = defineMetric({\n  formula: 'a < b and c',\n  rows: ({ from }) => sql\`\n    ${rows}\`,\n${rest}});\n`;

const changed = (rows: string, rest?: string): string[] =>
  mutantsOf(metric(rows, rest)).map(({ after }) => after.replace(/`,$/, ''));

test.each([
  ['a comparison', `where a < \${from}`, [`where a <= \${from}`, 'where true']],
  ['a conjunction', 'where a and b', ['where a or b', 'where true and b', 'where a and true']],
  ['a sum', 'select a + b', ['select a - b']],
  ['a unit', 'select a / 86400', ['select a * 86400', 'select a / 3600']],
  [
    'a limit',
    'having n > 5 or x is null',
    [
      'having n >= 5 or x is null',
      'having n > 5 and x is null',
      'having n > 6 or x is null',
      'having n > 5 or x is not null',
      'having true or x is null',
      'having n > 5 or false',
    ],
  ],
  ['a status', "select 'done'", ["select 'open'"]],
  ['a column of its family', 'select flow_queue / n', ['select flow_queue * n', 'select lead_queue / n']],
  [
    'a condition in brackets as one',
    'where (a > 1 or b) and c',
    [
      'where (a >= 1 or b) and c',
      'where (a > 1 and b) and c',
      'where (a > 1 or b) or c',
      'where (a > 2 or b) and c',
      'where true and c',
      'where (a > 1 or false) and c',
      'where (a > 1 or b) and true',
    ],
  ],
  ['an upper bound', 'select greatest(a, b)', ['select least(a, b)']],
  ['a guard', 'select nullif(a, 0)', ['select nullif(a, 1)', 'select a']],
  ['nothing that is spliced in', `select \${a < b ? one : other}`, []],
  ['nothing that readers are only shown', 'select item, ended, b', []],
])('a formula is made wrong at %s', (_, rows, expected) => {
  expect(changed(rows).sort()).toEqual(expected.toSorted());
});

test('what the rows are summarised by is made wrong too', () => {
  const summary = "  summary: { kind: 'mean', of: 'a' },\n  also: { half: { kind: 'quantile', p: 0.5, of: 'b' } },\n";
  expect(changed('select a, b', summary).sort()).toEqual([
    "also: { half: { kind: 'mean', of: 'b' } },",
    "also: { half: { kind: 'quantile', p: 0.5, of: 'a' } },",
    "also: { half: { kind: 'quantile', p: 0.85, of: 'b' } },",
    "summary: { kind: 'mean', of: 'b' },",
    "summary: { kind: 'quantile', p: 0.5, of: 'a' },",
  ]);
});

test('every wrong formula of a metric is tried, and what was not noticed is shown', () => {
  const told = execFileSync(process.execPath, [join(import.meta.dirname, 'main.ts'), 'decision.distance'], {
    encoding: 'utf8',
  });
  expect(told).toMatch(/^decision\.distance +mutants +\d+ +killed +\d+ +100 % +harmless 0\n$/);
});
