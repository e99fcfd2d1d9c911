import { expect, test } from 'vitest';
import { z } from 'zod';
import { datedInOrder, rising } from './dated.ts';

const Times = z
  .object({ asked: z.string().optional(), given: z.string().optional(), done: z.string().optional() })
  .check(datedInOrder('asked', 'given', 'done'));

const told = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

test.each([
  ['in order', { asked: '2026-01-01', given: '2026-01-02', done: '2026-01-03' }, []],
  ['at once', { asked: '2026-01-01', given: '2026-01-01' }, []],
  ['at one instant in two zones', { asked: '2026-01-01T01:00:00+01:00', given: '2026-01-01T00:00:00Z' }, []],
  [
    'by the clock and not by the letters',
    { asked: '2026-01-01T01:00:00Z', given: '2026-01-01T01:30:00+01:00' },
    ['given: a time not before 2026-01-01T01:00:00Z, which is asked'],
  ],
  [
    'with one left out',
    { asked: '2026-01-02', done: '2026-01-01' },
    ['done: a time not before 2026-01-02, which is asked'],
  ],
  ['with all but one left out', { done: '2026-01-01' }, []],
])('times are dated %s', (_, times, expected) => {
  expect(told(Times, times)).toEqual(expected);
});

test.each([
  ['one after the other', ['2026-01-01', '2026-01-02'], []],
  ['not twice on a day', ['2026-01-01', '2026-01-01'], ['1.on: a day after 2026-01-01, the one before it']],
  ['not backwards', ['2026-01-02', '2026-01-01'], ['1.on: a day after 2026-01-02, the one before it']],
])('a list of days rises %s', (_, days, expected) => {
  const list = z.array(z.object({ on: z.string() })).check(rising('on'));
  expect(
    told(
      list,
      days.map((on) => ({ on })),
    ),
  ).toEqual(expected);
});
