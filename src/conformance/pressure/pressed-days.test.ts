import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { office } from '#model/calendar/fixtures/calendar.ts';
import type { ConformanceContext } from '../context.ts';
import { type Stay, slowPressure } from '../fixtures/slow-pressure.ts';
import { at, contextOf, type World } from '../fixtures/world.ts';
import { onGround } from '../ground.ts';
import { pressed, pressedDays } from './pressed-days.ts';

const day = 86_400_000;
/** Forty days in the middle of a quarter, far from its end. */
const window = { from: '2026-01-05T00:00:00Z', until: '2026-02-14T00:00:00Z' };
const stages = 'queue queue; build active; ask decision; new new; done done; dropped cancelled; odd ?';

/** Whether what a team (`-` for none) begins at each instant begins under pressure. */
const tell = async (
  world: World,
  began: readonly (readonly [team: string, at: number])[],
  changed: Partial<ConformanceContext> = {},
): Promise<(boolean | null)[]> => {
  const context = await contextOf({ stages, ...world }, { window, calendar: office('UTC'), ...changed });
  const found = await onGround(context, [], async (ground) => {
    await ground.prepare([pressedDays]);
    const teams = new Map(ground.names.teams.map(({ key, id }) => [key, id]));
    const rows = began.map(([team, instant], place) => ({ place, team: teams.get(team) ?? null, began: instant }));
    return context.engine.all<{ pressed: boolean | null }>(sql`
      select ${pressed(ground, sql`matter.team`, sql`matter.began`)} as pressed
      from (select unnest(${JSON.stringify(rows)}::struct(place int, team int, began double)[], recursive := true)) as matter
      order by place`);
  });
  context.engine.close();
  return found.map((each) => each.pressed);
};

/** The pressed days of the window for a team, as `01-20 01-21`. */
const daysOf = async (team: string, visits: string, changed: Partial<ConformanceContext> = {}): Promise<string> => {
  const dates = Array.from({ length: 40 }, (_, index) => new Date(Date.parse(window.from) + index * day).toISOString());
  const found = await tell(
    { visits },
    dates.map((date) => [team, Date.parse(date)]),
    changed,
  );
  return dates.flatMap((date, index) => (found[index] ? [date.slice(5, 10)] : [])).join(' ');
};

const throughout = 'A build@red 2025-12-01..';
const busy = `${throughout}; B build@red 01-20..01-23`;

test.each([
  ['the days of most work', 'red', busy, '01-20 01-21 01-22'],
  ['no day of a team whose days are all alike', 'red', throughout, ''],
  ['no days alike that are more than a quarter', 'red', `${throughout}; B build@red 01-20..01-31`, ''],
  [
    'days alike that are a quarter',
    'red',
    `${throughout}; B build@red 01-20..01-30`,
    '01-20 01-21 01-22 01-23 01-24 01-25 01-26 01-27 01-28 01-29',
  ],
  [
    'the fuller days alone, where those with less would be too many',
    'red',
    `${busy}; C build@red 01-10..01-30`,
    '01-20 01-21 01-22',
  ],
  ['no work that came and went within a day', 'red', `${throughout}; B build@red 01-20T08:00..01-20T17:00`, ''],
  [
    'work in queues and waiting for a decision',
    'red',
    `${throughout}; B queue@red 01-20..01-21; C ask@red 01-25..01-26`,
    '01-20 01-25',
  ],
  [
    'no work that is new, done, dropped or in a stage of no kind',
    'red',
    `${busy}; C new@red 01-10..01-11; D done@red 01-11..01-12; E dropped@red 01-12..01-13; F odd@red 01-13..01-14; G ?@red 01-14..01-15`,
    '01-20 01-21 01-22',
  ],
  ['work of the team itself', 'blue', `${busy}; C build@blue 2025-12-01..; D build@blue 02-01..02-03`, '02-01 02-02'],
  ['work of all teams, for no team', '-', `${busy}; C build@- 02-01..02-02`, '01-20 01-21 01-22 02-01'],
  [
    'work of all teams, for a team with a few days of work',
    'blue',
    `${busy}; C build@blue 02-01..02-02`,
    '01-20 01-21 01-22 02-01',
  ],
  [
    'work of the team itself from the twentieth day on',
    'blue',
    `${busy}; C build@blue 01-10..01-30; D build@blue 01-12..01-13`,
    '01-12',
  ],
  [
    'no days before the team had any work among its days',
    'red',
    'A build@red 01-20..02-14; B build@red 02-01..02-08',
    '',
  ],
  [
    'no days after the team’s last work among its days',
    'red',
    'A build@red 2025-12-01..01-30; B build@red 01-20..01-27',
    '',
  ],
])('pressed are %s', async (_, team, visits, expected) => {
  expect(await daysOf(team, visits)).toBe(expected);
});

test('the ends of planning periods are pressed for everybody', async () => {
  const changed = { planningPeriod: 'month' as const };
  const expected = '01-22 01-23 01-24 01-25 01-26 01-27 01-28 01-29 01-30 01-31';
  expect(await daysOf('red', throughout, changed)).toBe(expected);
  expect(await daysOf('-', throughout, changed)).toBe(expected);
});

test('what began before or after the window is neither', async () => {
  const instants = [at('01-04T23:59'), at('01-05'), at('02-13T23:59'), at('02-14')];
  expect(
    await tell(
      { visits: busy },
      instants.map((instant) => ['red', instant]),
    ),
  ).toEqual([null, false, false, null]);
});

test('the last day counts as it stands, and days after it as nothing', async () => {
  const world = { visits: `${throughout}; B build@red 02-01T08:00..`, asOf: '02-01T12:00' };
  expect(
    await tell(world, [
      ['red', at('02-01T09:00')],
      ['red', at('02-02')],
    ]),
  ).toEqual([true, false]);
});

const someStays = fc
  .array(
    fc.record({
      item: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
      stage: fc.constantFrom('queue', 'build', 'ask', 'new', 'done'),
      team: fc.constantFrom('red', 'blue', 'green', null),
      hour: fc.integer({ min: -500, max: 2900 }),
    }),
    { minLength: 10, maxLength: 30, size: 'max' },
  )
  .map((rows) => [...Map.groupBy(rows, ({ item }) => item).values()].flatMap(staysOf));

/** An item stays in each stage until it comes to the next. */
const staysOf = (rows: readonly { item: string; stage: string; team: string | null; hour: number }[]) => {
  const sorted = rows.toSorted((a, b) => a.hour - b.hour);
  const instant = (hour: number): number => at('01-05') + hour * 3_600_000;
  return sorted.map(({ item, stage, team, hour }, index): Stay & { item: string } => ({
    item,
    stage,
    team,
    entered: instant(hour),
    left: sorted[index + 1] ? instant(sorted[index + 1]?.hour ?? 0) : null,
  }));
};

const told = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

test('days are pressed as they are when every day is looked at by itself', async () => {
  let seen = 0;
  const property = fc.asyncProperty(
    fc.record({
      stays: someStays,
      timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kathmandu'),
      planningPeriod: fc.constantFrom('quarter' as const, 'year' as const),
      asOf: fc.integer({ min: 60, max: 130 }),
    }),
    async ({ stays, timeZone, planningPeriod, asOf: days }) => {
      const asOf = at('01-05') + days * day;
      const asked = { from: at('01-05'), until: at('01-05T10:00') + 110 * day };
      const holidays = ['2026-03-31', '2026-03-17'];
      const past = stays.filter(({ entered }) => entered <= asOf);
      const known = past.map((stay) => ({ ...stay, left: stay.left !== null && stay.left <= asOf ? stay.left : null }));
      const hours = Array.from({ length: 30 * days }, (_, step) => at('01-04') + step * 3_600_000);
      const instants = ['red', 'blue', 'green', '-'].flatMap((team) => hours.map((hour) => [team, hour] as const));
      const underWay = ['queue', 'build', 'ask'];
      const slow = slowPressure({ ...asked, stays: known, underWay, timeZone, asOf, planningPeriod, holidays });
      const visits = known
        .map(
          ({ item, stage, team, entered, left }) =>
            `${item} ${stage}@${team ?? '-'} ${told(entered)}..${left === null ? '' : told(left)}`,
        )
        .join(';');
      const found = await tell({ visits, asOf: told(asOf) }, instants, {
        timeZone,
        planningPeriod,
        calendar: office(timeZone, holidays),
        window: { from: `${told(asked.from)}Z`, until: `${told(asked.until)}Z` },
      });
      expect(found).toEqual(instants.map(([team, instant]) => slow(team === '-' ? null : team, instant) ?? null));
      seen += found.filter((each) => each === true).length;
    },
  );
  await fc.assert(property, { numRuns: 8 });
  expect(seen).toBeGreaterThan(1000);
});
