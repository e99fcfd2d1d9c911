import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anInstant, zones } from './fixtures/calendar.ts';
import { offsetAt, offsetSpans } from './zone-offsets.ts';

const minutes = (zone: string, instant: string): number => offsetAt(zone, Date.parse(instant)) / 60_000;

test.each([
  ['Berlin in winter', 'Europe/Berlin', '2025-01-15T12:00Z', 60],
  ['Berlin in summer', 'Europe/Berlin', '2025-07-15T12:00Z', 120],
  ['Berlin just before the change', 'Europe/Berlin', '2025-03-30T00:59:59.999Z', 60],
  ['Berlin at the change', 'Europe/Berlin', '2025-03-30T01:00Z', 120],
  ['Chatham in summer', 'Pacific/Chatham', '2025-01-15T12:00Z', 825],
  ['St. John’s in winter', 'America/St_Johns', '2025-01-15T12:00Z', -210],
  ['Lord Howe with half an hour of summer', 'Australia/Lord_Howe', '2025-01-15T12:00Z', 660],
  ['Kathmandu', 'Asia/Kathmandu', '2025-01-15T12:00Z', 345],
  ['Casablanca in Ramadan', 'Africa/Casablanca', '2025-03-15T12:00Z', 0],
  ['Casablanca after Ramadan', 'Africa/Casablanca', '2025-04-15T12:00Z', 60],
  ['a zone that kept sun time until 1972', 'Africa/Monrovia', '1960-01-01T00:00Z', -44.5],
  ['Berlin in year 1', 'Europe/Berlin', '0001-01-01T00:00Z', 53 + 28 / 60],
  ['Berlin in the summer of 9999', 'Europe/Berlin', '9999-07-01T00:00Z', 120],
  ['Berlin in the winter of 9999', 'Europe/Berlin', '9999-12-31T23:59Z', 60],
  ['UTC', 'UTC', '2025-01-15T12:00Z', 0],
])('an offset is right for %s', (_, zone, instant, expected) => {
  expect(minutes(zone, instant)).toBeCloseTo(expected, 9);
});

/** Another way to the same: what the clocks show, read as if it were UTC. */
const shown = (zone: string, ms: number): number => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return Date.parse(`${format.format(ms).replace(' ', 'T')}Z`) - ms;
};

test('an offset is what the clocks show, near every change and in all years', () => {
  const anyYear = fc.integer({ min: Date.parse('1850-01-01'), max: Date.parse('2400-01-01') });
  const seconds = fc.oneof(anInstant, anyYear).map((ms) => Math.floor(ms / 1000) * 1000);
  fc.assert(
    fc.property(fc.constantFrom(...zones), seconds, (zone, ms) => {
      expect(offsetAt(zone, ms)).toBe(shown(zone, ms));
    }),
    { numRuns: 300 },
  );
});

test('spans follow one another and change their offset each time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), anInstant, fc.integer({ min: 1, max: 800 }), (zone, from, days) => {
      const until = from + days * 86_400_000;
      const spans = offsetSpans(zone, from, until);
      expect(spans[0]?.from).toBe(from);
      expect(spans.at(-1)?.until).toBe(until);
      for (const [index, span] of spans.entries()) {
        expect(span.from).toBeLessThan(span.until);
        expect(offsetAt(zone, span.from)).toBe(span.offset);
        expect(offsetAt(zone, span.until - 1)).toBe(span.offset);
        const next = spans[index + 1];
        if (next) expect([next.from, next.offset === span.offset]).toEqual([span.until, false]);
      }
    }),
    { numRuns: 100 },
  );
});

test('an empty stretch has no spans', () => {
  expect(offsetSpans('Europe/Berlin', 5, 5)).toEqual([]);
});

test('an unknown zone is refused', () => {
  expect(() => offsetAt('Europe/Atlantis', 0)).toThrow(RangeError);
});
