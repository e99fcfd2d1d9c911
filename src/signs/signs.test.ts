import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Sign } from '#model/sign.ts';
import { severity } from '#model/statistics/piecewise.ts';
import { conclude } from './conclude.ts';
import { ruleIdOf } from './define.ts';
import { evidence } from './fixtures/evidence.ts';
import { signs } from './index.ts';
import { readRules } from './read.ts';

/** What the shelf is made with, beside the signs that stand on it. */
const tools = ['conclude.ts', 'define.ts', 'found.ts', 'index.ts', 'places.ts', 'read.ts', 'words.ts'];

test('every sign file is on the list, under its own name', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !tools.includes(file))
    .map((file) => file.replace(/\.ts$/u, ''));
  expect(signs.map(({ id }) => id).sort()).toEqual(files.sort());
});

test('signs stand in the order of their numbers, and no two have one', () => {
  const numbers = signs.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});

const rules = signs.flatMap((sign) => sign.rules.map((rule) => ({ ...rule, id: ruleIdOf(sign, rule), sign })));

test('no two rules have one id', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

test.each(rules)('$sign.id: $id says what it tests and how it is judged', ({ test: says, basis }) => {
  expect(says).toMatch(/\.$/u);
  if (basis.kind === 'unfed') expect(basis.needs.length).toBeGreaterThan(20);
  if (basis.kind === 'unfed' || basis.kind === 'rule') return;
  const { asDesigned, worstTolerable, twiceAsBad, why } = basis.breakpoints;
  expect([asDesigned, worstTolerable, twiceAsBad].map((value) => severity(value, basis.breakpoints))).toEqual([
    0, 50, 100,
  ]);
  expect(why).toMatch(/\.$/u);
});

test.each(signs)('$id cannot be told of no evidence, and says what is lacking', (sign) => {
  const concluded = conclude(sign, readRules(sign, evidence()));
  expect(concluded).toMatchObject({ status: 'not-enough-data', severity: null, confidence: null });
  expect(concluded.sentence).toMatch(
    /^Nothing can be said of .*: none of its \d+ rules could be read\. What is lacking: .+\.$/u,
  );
  expect(concluded.rules.every(({ missing, value }) => missing !== undefined && value === null)).toBe(true);
  expect(Sign.parse(concluded)).toEqual(concluded);
});
