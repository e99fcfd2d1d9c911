import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { localDay } from '#model/calendar/local.ts';
import { DailyWorkCounter } from './daily-work.ts';
import { factsOf, officeHours } from './fixtures/facts.ts';

type Stay = readonly [team: number, entered: number, left: number | undefined];

const counted = (stays: readonly Stay[]): number[][] => {
  const counter = new DailyWorkCounter();
  for (const stay of stays) counter.stay(...stay);
  const work = counter.counted();
  return Array.from({ length: work.length / 3 }, (_, row) => [...work.subarray(row * 3, row * 3 + 3)]);
};

const still = undefined;

test.each<[string, Stay[], number[][]]>([
  [
    'a day each',
    [[0, 20_000, 20_001]],
    [
      [0, 20_000, 1],
      [0, 20_001, -1],
    ],
  ],
  [
    'what comes together',
    [
      [3, 20_000, still],
      [3, 20_000, still],
      [3, 19_999, 20_000],
    ],
    [
      [3, 19_999, 1],
      [3, 20_000, 1],
    ],
  ],
  ['nothing of what comes and goes on one day', [[3, 20_000, 20_000]], []],
  [
    'each team by itself, no team first',
    [
      [2, 9, still],
      [-1, 9, still],
      [0, 9, still],
    ],
    [
      [-1, 9, 1],
      [0, 9, 1],
      [2, 9, 1],
    ],
  ],
  [
    'days in order, however far apart',
    [
      [0, 20_000, still],
      [0, -70_000, still],
      [0, 511, still],
      [0, 512, still],
      [0, -1, still],
    ],
    [
      [0, -70_000, 1],
      [0, -1, 1],
      [0, 511, 1],
      [0, 512, 1],
      [0, 20_000, 1],
    ],
  ],
])('work by day has %s', (_, stays, expected) => {
  expect(counted(stays)).toEqual(expected);
});

test('work by day is that of all visits in queues, at work and waiting for decisions, on the days of the zone', async () => {
  const calendar = { ...officeHours, timeZone: 'Asia/Kathmandu' };
  const dayOf = (instant: number): number => localDay(instant, calendar.timeZone);
  const log =
    'A red new@0 queue@1h active/blue@19h done@2d; B blue active@18h15m; C*2 queue/red@18h14m board@20h dropped@3d; D odd/red@1d';
  const engine = await factsOf(log, undefined, { calendar });
  const visits = await engine.all<{
    team: string;
    kind: string;
    entered: number;
    day: number;
    left: number | null;
  }>(sql`
    select team.key as team, stage.kind, entered, entered_day as day, "left"
    from visit left join stage using (stage_id) left join team using (team_id)`);
  expect(visits.map(({ day }) => day)).toEqual(visits.map(({ entered }) => dayOf(entered)));
  const nets = new Map<string, number>();
  const add = (team: string, instant: number, net: number): void => {
    const key = `${team} ${dayOf(instant)}`;
    nets.set(key, (nets.get(key) ?? 0) + net);
  };
  for (const { team, kind, entered, left } of visits) {
    if (!['queue', 'active', 'decision'].includes(kind)) continue;
    add(team, entered, 1);
    if (left !== null) add(team, left, -1);
  }
  const stored = await engine.all<{ place: string; net: number }>(
    sql`select printf('%s %d', key, day) as place, net from daily_work left join team using (team_id)`,
  );
  engine.close();
  expect(new Map(stored.map(({ place, net }) => [place, net]))).toEqual(
    new Map([...nets].filter(([, net]) => net !== 0)),
  );
  expect(stored.length).toBeGreaterThan(4);
});
