import { expect, test } from 'vitest';
import { ActivePeople } from './active-people.ts';
import { localDays } from './local-days.ts';

/** Names by their codes; a dot is nobody and no team. */
const teams = ['red', 'blue', 'grey'];
const people = ['ann', 'bob', 'cy'];
const ways = ['assigned', 'acted'];

/** Who is found active, from rows such as `A red ann bob 2026-03-01`: item, team, assignee, actor and instant. */
const activeOf = (timeZone: string, rows: readonly string[], knowsPeople = true): string[] => {
  const cells = rows.map((row) => row.split(' '));
  const codes = (place: number, names: readonly string[]) =>
    Int32Array.from(cells, (row) => names.indexOf(row[place] ?? ''));
  const times = cells.map(([, , , , at = '']) => Date.parse(at));
  const columns = {
    item: codes(0, ['A', 'B']),
    instant: Float64Array.from(times),
    team: codes(1, teams),
    person: codes(2, people),
    actor: codes(3, people),
  };
  const found: string[] = [];
  const [from, until] = [Math.min(...times), Math.max(...times)];
  const active = new ActivePeople({ people: 9, from, until, dayOf: localDays(timeZone, from, until) });
  active.take(
    columns,
    rows.length,
    () => knowsPeople,
    ([team = -1, who = -1, day = 0, way = -1]) =>
      found.push(
        `${teams[team]} ${people[who] ?? 'unnamed'} ${ways[way]} ${new Date(day * 86_400_000).toISOString().slice(0, 10)}`,
      ),
  );
  return found;
};

test.each([
  ['the local day', 'Europe/Berlin', ['A red ann . 2026-03-01T23:30Z'], ['2026-03-02']],
  [
    'each day once',
    'UTC',
    ['A red ann . 2026-03-01T01:00Z', 'A red ann . 2026-03-01T23:00Z', 'A red ann . 2026-03-02T01:00Z'],
    ['2026-03-01', '2026-03-02'],
  ],
  [
    'the day by summer time',
    'Europe/Berlin',
    ['A red ann . 2026-02-01T22:30Z', 'A red ann . 2026-07-01T22:30Z'],
    ['2026-02-01', '2026-07-02'],
  ],
  [
    // At one past midnight the clocks went back by an hour.
    'the day before, after the next',
    'America/St_Johns',
    ['A red bob . 2010-11-07T02:30:30Z', 'A red ann . 2010-11-07T02:30:40Z', 'B red ann . 2010-11-07T02:40:00Z'],
    ['2010-11-07', '2010-11-06'],
  ],
  ['a day before 1970', 'America/New_York', ['A red ann . 1960-01-01T03:00Z'], ['1959-12-31']],
])('a person is active in a team on %s', (_, timeZone, rows, expected) => {
  const named = activeOf(timeZone, rows).filter((row) => row.startsWith('red ann assigned '));
  expect(named.map((row) => row.slice(-10))).toEqual(expected);
});

test.each([
  ['an assignee in the team the item comes to', ['A red ann .', 'A blue bob .'], 'red ann assigned, blue bob assigned'],
  ['who hands an item over in the team it leaves', ['A red . .', 'A blue . ann'], 'red ann acted'],
  [
    'who takes it up afterwards in its new team',
    ['A red . .', 'A blue . ann', 'A . . bob'],
    'red ann acted, blue bob acted',
  ],
  ['nobody who opens an item for a team', ['A red . ann'], ''],
  ['nobody in the team that gets an item still in his name', ['A red ann .', 'A blue ann .'], 'red ann assigned'],
  [
    'an assignee who stays the assignee there',
    ['A red ann .', 'A blue ann .', 'A . ann .'],
    'red ann assigned, blue ann assigned',
  ],
  ['nobody by the rows of another item', ['A red . .', 'B . ann bob'], ''],
  [
    'one who acts on what is assigned to another, apart',
    ['A red ann .', 'A red ann bob'],
    'red ann assigned, red bob acted',
  ],
])('the rows of a log name %s', (_, rows, expected) => {
  const found = activeOf(
    'UTC',
    rows.map((row) => `${row} 2026-03-01T12:00Z`),
  );
  const named = found.filter((row) => !row.includes('unnamed')).map((row) => row.slice(0, -11));
  expect(named.join(', ')).toBe(expected);
});

test.each([
  ['stands for somebody where its log knows people', true, ['red unnamed acted 2026-03-01']],
  ['says nothing where its log knows none', false, []],
])('a row without people %s', (_, knowsPeople, expected) => {
  expect(activeOf('UTC', ['A red . . 2026-03-01T12:00Z'], knowsPeople)).toEqual(expected);
});
