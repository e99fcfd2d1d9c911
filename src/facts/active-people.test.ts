import { expect, test } from 'vitest';
import { ActivePeople } from './active-people.ts';
import type { EventColumns } from './event-reader.ts';

/** Rows of one item by person 3 of team 2. */
const daysOf = (timeZone: string, instants: readonly string[]): string[] => {
  const times = instants.map((text) => Date.parse(text));
  const of = (value: number): Int32Array => new Int32Array(times.length).fill(value);
  const columns = { item: of(0), instant: Float64Array.from(times), team: of(2), person: of(3), actor: of(-1) };
  const found: string[] = [];
  const active = new ActivePeople({ people: 9, timeZone, from: Math.min(...times), until: Math.max(...times) });
  active.take(columns as unknown as EventColumns, times.length, ([team, person, day = 0]) =>
    found.push(`${team} ${person} ${new Date(day * 86_400_000).toISOString().slice(0, 10)}`),
  );
  return found;
};

test.each([
  ['the local day', 'Europe/Berlin', ['2026-03-01T23:30Z'], ['2 3 2026-03-02']],
  [
    'each day once',
    'UTC',
    ['2026-03-01T01:00Z', '2026-03-01T23:00Z', '2026-03-02T01:00Z'],
    ['2 3 2026-03-01', '2 3 2026-03-02'],
  ],
  [
    'the day by summer time',
    'Europe/Berlin',
    ['2026-02-01T22:30Z', '2026-07-01T22:30Z'],
    ['2 3 2026-02-01', '2 3 2026-07-02'],
  ],
  ['a day before 1970', 'America/New_York', ['1960-01-01T03:00Z'], ['2 3 1959-12-31']],
])('a person is active in a team on %s', (_, timeZone, instants, expected) => {
  expect(daysOf(timeZone, instants)).toEqual(expected);
});
