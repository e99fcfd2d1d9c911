import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutOverlap } from './without-overlap.ts';

/** `01-04 90`: from the first of one month of 2026 to that of another, and a value. */
const stated = (text: string) => {
  const [days = '', value = ''] = text.split(' ');
  const [from, to] = days.split('-');
  return { from: `2026-${from}-01`, to: `2026-${to}-01`, value };
};

test.each([
  ['apart', '01-02 5, 02-03 7', '01-02 5, 02-03 7'],
  ['again', '01-03 5, 01-03 7', '01-03 5'],
  ['inside', '01-12 5, 03-04 7', '01-12 5'],
  ['around', '01-04 9, 01-07 181', '01-04 9, 04-07 91.00'],
  ['around on both sides', '03-04 9, 01-07 181', '03-04 9, 01-03 59.00, 04-07 91.00'],
  ['around on both sides, to the cent', '03-04 9, 01-07 1', '03-04 9, 01-03 0.33, 04-07 0.50'],
  ['across', '01-03 5, 02-04 59.000', '01-03 5, 03-04 31.000'],
  ['as a loss', '01-04 9, 01-07 -181', '01-04 9, 04-07 -91.00'],
])('a value stated %s counts for the days that nobody spoke for', (_, values, expected) => {
  const list = (text: string) => text.split(', ').map(stated);
  expect(withoutOverlap(list(values), 2)).toEqual(list(expected));
});

test('no day counts twice, and no day is lost', () => {
  const period = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4 }));
  fc.assert(
    fc.property(fc.array(period, { minLength: 1, maxLength: 6 }), (periods) => {
      const days = periods.map(([from, length]) => ({
        from: `2026-01-0${from}`,
        to: `2026-01-${String(from + length).padStart(2, '0')}`,
        value: String(length),
      }));
      const spoken = new Set(periods.flatMap(([from, length]) => Array.from({ length }, (_, n) => from + n)));
      expect(withoutOverlap(days, 6).reduce((sum, { value }) => sum + Number(value), 0)).toBeCloseTo(spoken.size, 4);
    }),
  );
});
