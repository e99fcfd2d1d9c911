import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aCalendar, always, anInstant, calendar, office } from './fixtures/calendar.ts';
import { type Slots, slots } from './slots.ts';
import { workingTime } from './working-time.ts';

const minute = 60_000;

test.each([
  ['an hour in Berlin', office('Europe/Berlin'), 60],
  ['half an hour at Lord Howe', office('Australia/Lord_Howe'), 30],
  ['a quarter in Kathmandu', office('Asia/Kathmandu'), 15],
  ['the minutes that hours are written in', calendar('UTC', 'mon 08:06-12:00'), 6],
  ['a single minute', calendar('UTC', 'mon 08:07-12:00'), 1],
  ['an hour when always open', always('Asia/Kathmandu'), 60],
])('a slot lasts %s', (_, when, minutes) => {
  expect(slots(when, Date.parse('2025-01-01T00:10Z'), Date.parse('2025-06-01T00:00Z')).slotMs).toBe(minutes * minute);
});

test('slots begin on a whole one and reach past the end', () => {
  const from = Date.parse('2025-01-15T06:20Z');
  const answer = slots(office('Europe/Berlin'), from, Date.parse('2025-01-15T09:10Z'));
  expect(answer.originMs).toBe(Date.parse('2025-01-15T06:00Z'));
  expect([...answer.open]).toEqual([0, 1, 1, 1]);
  expect([...answer.cumulativeMs]).toEqual([0, 0, 60 * minute, 120 * minute]);
});

test('an empty stretch has no slots', () => {
  expect(slots(always('UTC'), 0, 0).open).toHaveLength(0);
});

test('sun time is rounded to the minute', () => {
  const sunTime = slots(office('Africa/Monrovia'), Date.parse('1960-01-01'), Date.parse('1960-02-01'));
  expect(sunTime.slotMs % minute).toBe(0);
});

test('more slots than a machine should hold are refused', () => {
  const toTheMinute = calendar('UTC', 'mon 08:07-12:00');
  expect(() => slots(always('UTC'), Date.parse('0001-01-01'), Date.parse('9999-01-01'))).toThrow(RangeError);
  expect(() => slots(toTheMinute, Date.parse('1960-01-01'), Date.parse('2026-01-01'))).toThrow(RangeError);
});

/** What the database computes. */
const cumulative = ({ slotMs, originMs, cumulativeMs, open }: Slots, t: number): number => {
  const index = Math.floor((t - originMs) / slotMs);
  return (cumulativeMs[index] ?? 0) + (open[index] ?? 0) * (t - originMs - index * slotMs);
};

test('slots count what the working clock counts, to the millisecond', () => {
  const week = 7 * 24 * 60 * minute;
  fc.assert(
    fc.property(
      aCalendar,
      anInstant,
      fc.integer({ max: week, min: 2 }),
      fc.nat(),
      fc.nat(),
      (when, from, length, a, b) => {
        const cut = slots(when, from, from + length);
        const [first, second] = [from + (a % length), from + (b % length)];
        expect(cumulative(cut, second) - cumulative(cut, first)).toBe(workingTime(when).between(first, second));
        expect(cut.slotMs).toBeGreaterThanOrEqual(minute);
        expect(cut.originMs).toBeLessThanOrEqual(from);
        expect(cut.originMs + cut.open.length * cut.slotMs).toBeGreaterThanOrEqual(from + length);
      },
    ),
    { numRuns: 100 },
  );
});
