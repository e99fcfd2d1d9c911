import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { RuleResult } from '#model/rule-result.ts';
import { severity } from '#model/statistics/piecewise.ts';
import { conform } from './conform.ts';
import { fullDesign } from './fixtures/full-design.ts';
import { contextOf, readIn } from './fixtures/world.ts';
import { rules } from './index.ts';

const files = globSync('{structure,governance,delivery,capabilities,engagement}/*.ts', { cwd: import.meta.dirname });

test('every rule file is on the list, under its own name, once', () => {
  const names = files
    .filter((name) => !name.endsWith('.test.ts'))
    .map((name) => name.replace('/', '.').replace(/\.ts$/, ''));
  expect(rules.map(({ id }) => id).toSorted()).toEqual(names.toSorted());
});

test.each(rules)('$id stands in the folder of its dimension and has a test beside it', ({ id, dimension }) => {
  expect(id.startsWith(`${dimension}.`)).toBe(true);
  expect(files).toContain(`${id.replace('.', '/')}.test.ts`);
});

test.each(rules)('$id publishes breakpoints that rise or fall, and why', ({ breakpoints }) => {
  const { asDesigned, worstTolerable, twiceAsBad, why } = breakpoints;
  expect([asDesigned, worstTolerable, twiceAsBad].map((value) => severity(value, breakpoints))).toEqual([0, 50, 100]);
  expect(new Set([asDesigned, worstTolerable, twiceAsBad]).size).toBe(3);
  expect(why.length).toBeGreaterThan(20);
});

test.each(rules)('$id says what is designed and how it is measured in whole sentences', ({ says, test: measured }) => {
  expect(says).toMatch(/^[A-Z].*\.$/);
  expect(measured).toMatch(/^[A-ZΣ].*\.$/);
});

test.each(rules)('$id reads nothing from an empty log, and says why', async (rule) => {
  const result = await readIn(rule, {});
  expect(['not-designed', 'not-enough-data']).toContain(result.status);
  expect(result).toMatchObject({ value: null, severity: null, trend: null, n: 0, broke: 0, examples: [] });
  expect(result.missing).toBeTruthy();
  expect(RuleResult.parse(result)).toEqual(result);
});

test('reading leaves no table behind', async () => {
  const context = await contextOf({ design: fullDesign });
  await conform(context);
  const tables = sql`select table_name from information_schema.tables where table_name like 'designed%'`;
  expect(await context.engine.all(tables)).toEqual([]);
});

test.each(rules)('$id reads nothing from an empty log, whatever is designed', async (rule) => {
  const result = await readIn(rule, { design: fullDesign });
  expect(result.status).toBe('not-enough-data');
});
