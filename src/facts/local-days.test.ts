import { expect, test } from 'vitest';
import { localDays } from './local-days.ts';

const named = (timeZone: string, within: readonly [string, string], instants: readonly string[]): string[] => {
  const dayOf = localDays(timeZone, Date.parse(within[0]), Date.parse(within[1]));
  return instants.map((instant) => new Date(dayOf(Date.parse(instant)) * 86_400_000).toISOString().slice(0, 10));
};

const year = ['2026-01-01T00:00Z', '2026-12-31T00:00Z'] as const;

test.each([
  ['begins with the midnight of the zone', 'Europe/Berlin', ['2026-03-01T22:59Z', '2026-03-01T23:00Z'], '03-01 03-02'],
  ['follows the clocks forward and back', 'Europe/Berlin', ['2026-02-01T22:30Z', '2026-07-01T22:30Z'], '02-01 07-02'],
  ['does not hang on the order', 'Europe/Berlin', ['2026-07-01T22:30Z', '2026-02-01T22:30Z'], '07-02 02-01'],
  ['is as exact at the last instant', 'America/New_York', ['2026-12-31T00:00Z'], '12-30'],
])('a local day %s', (_, timeZone, instants, expected) => {
  expect(named(timeZone, year, instants)).toEqual(expected.split(' ').map((day) => `2026-${day}`));
});

test('a local day is known outside of the given time too, and before 1970', () => {
  expect(named('America/New_York', year, ['1960-01-01T03:00Z', '2030-07-01T03:59Z'])).toEqual([
    '1959-12-31',
    '2030-06-30',
  ]);
});
