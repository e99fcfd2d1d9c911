import { afterAll, expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { type Sql, sql } from '#engine/sql.ts';
import { clockedText, daysText, hoursText } from './lengths.ts';

const engine = await Engine.open();
afterAll(() => engine.close());

const told = async (text: (seconds: Sql) => Sql, seconds: number): Promise<string | undefined> =>
  (await engine.one<{ text: string }>(sql`select ${text(sql`${seconds}::double`)} as text`))?.text;

test.each([
  [86_400 * 1234.4, '1,234 days', '29,626 hours'],
  [86_400 * 100, '100 days', '2,400 hours'],
  [86_400 * 99, '99.0 days', '2,376 hours'],
  [360_000, '4.2 days', '100 hours'],
  [86_400 * 2.5, '2.5 days', '60.0 hours'],
  [86_400, '1.0 days', '24.0 hours'],
  [86_340, '24.0 hours', '24.0 hours'],
  [5400, '1.5 hours', '1.5 hours'],
  [3599, '60 min', '60 min'],
  [60, '1 min', '1 min'],
  [59, 'under a minute', 'under a minute'],
])('%d seconds are %s, or %s', async (seconds, days, hours) => {
  expect([await told(daysText, seconds), await told(hoursText, seconds)]).toEqual([days, hours]);
  expect(await told((length) => clockedText(length, sql`'elapsed'`), seconds)).toBe(days);
  expect(await told((length) => clockedText(length, sql`'working'`), seconds)).toBe(hours);
});
