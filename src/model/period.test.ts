import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { endsAfterStart, holdsOn, inWords, overlap, type Period, period } from './period.ts';

const read = (text: string): Period => {
  const [from, to] = text.split('..').map((day) => (day === '' ? undefined : `2026-${day}`));
  return { from, to };
};

test.each([
  ['on its first day', '03-01..04-01', '2026-03-01', true],
  ['on the day before its end', '03-01..04-01', '2026-03-31', true],
  ['no longer on its end', '03-01..04-01', '2026-04-01', false],
  ['not before its start', '03-01..', '2026-02-28', false],
  ['ever after without an end', '03-01..', '2999-01-01', true],
  ['since ever without a start', '..03-01', '0001-01-01', true],
  ['always without either', '..', '2026-01-01', true],
])('a period holds %s', (_, text, day, holds) => {
  expect(holdsOn(read(text), day)).toBe(holds);
});

test.each([
  ['not when one ends as the other starts', '01-01..04-01', '04-01..07-01', false],
  ['by a single day', '01-01..04-02', '04-01..07-01', true],
  ['when one lies in the other', '01-01..12-01', '04-01..07-01', true],
  ['when both are open', '..', '..', true],
  ['when one is open to the end', '03-01..', '12-01..12-02', true],
  ['not when an open one starts later', '12-03..', '12-01..12-02', false],
])('periods overlap %s', (_, a, b, expected) => {
  expect(overlap(read(a), read(b))).toBe(expected);
  expect(overlap(read(b), read(a))).toBe(expected);
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
const anyPeriod = fc
  .record({ from: fc.option(day, { nil: undefined }), to: fc.option(day, { nil: undefined }) })
  .filter(({ from, to }) => from === undefined || to === undefined || from < to);

test('two periods overlap exactly when some day lies in both', () => {
  const days = [
    '2026-01-31',
    ...Array.from({ length: 28 }, (_, n) => `2026-02-${String(n + 1).padStart(2, '0')}`),
    '2026-03-01',
  ];
  fc.assert(
    fc.property(anyPeriod, anyPeriod, (a, b) => {
      expect(overlap(a, b)).toBe(days.some((each) => holdsOn(a, each) && holdsOn(b, each)));
    }),
  );
});

test.each([
  ['ends after it starts', '03-01..03-02', true],
  ['ends as it starts', '03-01..03-01', false],
  ['ends before it starts', '03-02..03-01', false],
  ['is open', '03-01..', true],
])('a period is allowed when it %s', (_, text, allowed) => {
  expect(z.object(period).check(endsAfterStart).safeParse(read(text)).success).toBe(allowed);
});

test.each([
  ['..', 'always'],
  ['03-01..', 'from 2026-03-01 on'],
  ['..03-01', 'before 2026-03-01'],
  ['03-01..04-01', 'from 2026-03-01 to 2026-04-01'],
])('the period %s is put in words', (text, words) => {
  expect(inWords(read(text))).toBe(words);
});
