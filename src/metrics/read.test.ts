import { expect, test } from 'vitest';
import { factsOf } from '#facts/fixtures/facts.ts';
import { figure, groundOf, readingsOf } from './fixtures/readings.ts';
import { flowTime } from './flow/flow-time.ts';
import { velocity } from './flow/velocity.ts';
import { waiting } from './flow/waiting.ts';
import { rowsBehind } from './read.ts';

const teams = 'A*4 red active@0 done@1d; B*3 blue active@0 done@2d; C*9 green active@0 done@4d';

test.each([
  ['shown under another adds its items to it', { red: 'tribe', blue: 'tribe' }, { green: 9, tribe: 7 }],
  ['shown under a shown one joins it', { red: 'green' }, { blue: 3, green: 13 }],
  ['shown as itself stays', {}, { blue: 3, green: 9, red: 4 }],
])('a team %s', async (_, shown: Readonly<Record<string, string>>, counts) => {
  const shownTeam = (team: string) => shown[team] ?? team;
  expect(await figure(velocity, teams, 'by team', { shownTeam })).toEqual(counts);
});

test.each([
  ['hidden in another', 'red', 'the team is too small to be shown in the window: its work stands under tribe', null],
  ['shown', 'green', undefined, 9],
  ['the other', 'tribe', undefined, 7],
])('a team that is %s is asked for, and the reason for its figure is true', async (_, team, missing, value) => {
  const shownTeam = (key: string) => (key === 'green' ? key : 'tribe');
  const [reading] = await readingsOf(velocity, teams, `where team=${team}`, { shownTeam });
  expect([reading?.value, reading?.missing]).toEqual([value, missing]);
});

test('teams shown as one are read as one, not averaged', async () => {
  const shownTeam = (team: string) => (team === 'green' ? team : 'tribe');
  const [green, tribe] = await readingsOf(flowTime, teams, 'by team', { shownTeam });
  expect([green, tribe]).toMatchObject([
    { subject: { team: 'green' }, value: 4, n: 9 },
    { subject: { team: 'tribe' }, value: 1, n: 7 },
  ]);
});

const handed = 'A*5 red active@0 ./blue@1d .@2d ./green@3d .@6d done@7d';

test.each([
  ['by their teams', {}, { 'blue → green': 3, 'red → blue': 1 }],
  [
    'by the names their teams are shown under',
    { red: 'tribe', green: 'tribe' },
    { 'blue → tribe': 3, 'tribe → blue': 1 },
  ],
  ['together where they are shown as one', { red: 'tribe', blue: 'tribe', green: 'tribe' }, { 'tribe → tribe': 2 }],
])('boundaries are called %s', async (_, shown: Readonly<Record<string, string>>, days) => {
  const shownTeam = (team: string) => shown[team] ?? team;
  expect(await figure(waiting, handed, 'by boundary', { shownTeam })).toEqual(days);
});

test('rows name no team but as it is shown', async () => {
  const ground = await groundOf(await factsOf(handed), { shownTeam: (team) => (team === 'blue' ? team : 'tribe') });
  const window = { from: '2024-01-01T00:00:00Z', until: '2024-02-01T00:00:00Z' };
  const where = { scope: 'boundary', key: 'blue → tribe' } as const;
  const { rows, total } = await rowsBehind(ground, waiting, { window, where }, { limit: 1, offset: 0 });
  expect(total).toBe(5);
  expect(rows).toMatchObject([
    { team: 'tribe', from_team: 'blue', to_team: 'tribe', boundary: 'blue → tribe', waiting: 3 },
  ]);
});

test.each([
  ['a name that nothing knows', 'by team', {}, ['red']],
  ['no name that is not shown', 'by team', { red: 'tribe' }, []],
  ['no name of another scope', 'by item-type', {}, []],
  ['a boundary of such a team', 'by boundary', {}, ['red → blue']],
  ['no boundary where such a team is not shown', 'by boundary', { red: 'tribe' }, []],
])('marked as unmapped is %s', async (_, question, shown: Readonly<Record<string, string>>, marked) => {
  const readings = await readingsOf(waiting, `${handed}; B*5 red active@0 done@2d`, question, {
    shownTeam: (team) => shown[team] ?? team,
    isUnmapped: (scope, name) => scope === 'team' && name === 'red',
  });
  const found = readings.filter(({ unmapped }) => unmapped).map(({ subject }) => Object.values(subject).join(' '));
  expect(found).toEqual(marked);
});

test('a reading says what it is of', async () => {
  const [reading] = await readingsOf(flowTime, 'A*19 active@0 done@1d; B new@0 done@1d');
  expect(reading).toMatchObject({
    metric: 'flow.flow-time',
    version: 1,
    subject: {},
    window: { from: '2024-01-01T00:00:00.000Z', until: '2024-01-31T00:00:00.000Z' },
    unit: 'day',
    n: 19,
    coverage: 0.95,
    grade: 'B',
  });
});

test.each([
  ['B from 95% of its rows on', 'A*19 active@0 done@1d; B new@0 done@1d', 'B'],
  ['C from fewer', 'A*18 active@0 done@1d; B new@0 done@1d', 'C'],
  ['C from none', '', 'C'],
  ['B where few rows were rejected', 'A*20 active@0 done@1d', 'B', 0.05],
  ['C where many rows were, of which no coverage knows', 'A*20 active@0 done@1d', 'C', 0.06],
])('a figure is graded %s', async (_, log, grade, rejected = 0) => {
  const [reading] = await readingsOf(flowTime, log, '', { rejected });
  expect(reading?.grade).toBe(grade);
});

test.each([
  ['weeks', 'week', ['2024-W01', '2024-W02']],
  ['months', 'month', ['2024-01']],
] as const)('a window is cut into %s', async (_, periods, keys) => {
  const readings = await readingsOf(velocity, teams, '3d..9d by period', { periods });
  expect(readings.map(({ subject }) => subject.period)).toEqual(keys);
});

test('periods are looked at through one scope', async () => {
  expect(await figure(velocity, teams, '0..14d by period where team=red', { periods: 'week' })).toEqual({
    '2024-W01': 4,
    '2024-W02': 0,
  });
});

test('months begin at local midnight', async () => {
  const log = 'A active@0 done@30d23h30m; B active@0 done@31d';
  expect(await figure(velocity, log, '0..50d by period', { timeZone: 'Europe/Berlin' })).toEqual({
    '2024-01': 0,
    '2024-02': 2,
  });
});
