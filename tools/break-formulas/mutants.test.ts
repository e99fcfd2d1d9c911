import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { harmless } from './harmless.ts';
import { mutantsOf } from './mutants.ts';
import { nearestTo, subjectOf } from './subjects.ts';

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

const sign = (code: string): string =>
  `export const s = defineSign({\n  rules: [\n    { basis: { kind: 'figure', metric: 'a.b' } },\n    { basis: { kind: 'rule', rule: 'c.d' } },\n  ],\n});\n\n${code}\n`;

test.each([
  ['an operator', 'const a = b < c ? d : e;', ['const a = b <= c ? d : e;']],
  ['a number that is reckoned with', 'const a = b / 2;', ['const a = b * 2;', 'const a = b / 3;']],
  ['a bound', 'const a = Math.min(b, c);', ['const a = Math.max(b, c);']],
  ['a quantity of a list', 'const a = b.some(isC);', ['const a = b.every(isC);']],
  ['nothing in words', "const a = 'b < c' + `d < e`; // f < g", ["const a = 'b < c' - `d < e`; // f < g"]],
  ['nothing at the head of a loop, which might never end', 'for (let a = 0; a < b; a++) c();', []],
])('code is made wrong at %s, and a sign at what it reads', (_, code, expected) => {
  const read = ["{ basis: { kind: 'figure', metric: 'c.d' } },", "{ basis: { kind: 'rule', rule: 'a.b' } },"];
  expect(
    mutantsOf(sign(code))
      .map(({ after }) => after)
      .sort(),
  ).toEqual([...expected, ...read].toSorted());
});

test('what is listed as harmless is a line that breaking the formula of that name makes', () => {
  for (const [id, lines] of Object.entries(harmless)) {
    const made = mutantsOf(readFileSync(subjectOf(id).file, 'utf8')).map(({ after }) => after);
    for (const line of Object.keys(lines)) expect(made, id).toContain(line);
  }
});

test('what is nearest to a word that is no id comes first', () => {
  expect(nearestTo('flow.flow-tim')[0]).toBe('flow.flow-time');
  expect(nearestTo('Sign.Flow-Breakdown')).toHaveLength(3);
});
