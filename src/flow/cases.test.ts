import { expect, test } from 'vitest';
import { design } from '#facts/fixtures/log.ts';
import { type Behind, casesBehind } from './cases.ts';
import { cumulativeFlow } from './cumulative-flow.ts';
import { busy, looking, type World, worldOf } from './fixtures/world.ts';
import { flowMaps } from './flow-map.ts';
import { handOffs } from './hand-offs.ts';
import { stageCalled } from './stages.ts';

const all = { limit: 10_000, offset: 0 };
const idOf = ({ log }: World, key: string): number => stageCalled(log, key).id;

const told = async (log: string, asked: string, behind: (world: World) => Behind): Promise<string> => {
  const world = await worldOf(log);
  const { rows } = await casesBehind(world.ground, looking(asked), behind(world), all);
  return rows
    .map(({ item, days }) => `${JSON.stringify(item)} ${Number(days)}`)
    .join(', ')
    .replaceAll('"', '');
};

const move =
  (from: string, to: string) =>
  (world: World): Behind => ({ kind: 'move', from: idOf(world, from), to: idOf(world, to) });
const stage =
  (key: string) =>
  (world: World): Behind => ({ kind: 'stage', stages: [idOf(world, key)] });
const standing =
  (key: string) =>
  (world: World): Behind => ({ kind: 'standing', source: 'log', stage: idOf(world, key) });
const between = (from: string, to: string) => (): Behind => ({ kind: 'hand-off', from, to });

const two = 'A red queue@0 active@1d ./blue@2d .@4d done@5d; B red queue@0 active@3d; Z .@9d';

test.each([
  ['a move, longest first', two, '', move('queue', 'active'), 'B 3, A 1'],
  ['a move in the window', two, '0..2d', move('queue', 'active'), 'A 1'],
  ['a move of the items that are looked at', two, 'where team=blue', move('queue', 'active'), 'A 1'],
  ['a stage, with the whole time in it', two, '', stage('active'), 'B 6, A 4'],
  ['a stage that was come to in the window', two, '2d..4d', stage('active'), 'B 6'],
  ['a hand-off, with its wait', two, '', between('red', 'blue'), 'A 2'],
  ['what stood in a stage at the end', two, '0..2d', standing('queue'), 'B 2'],
  ['what leaves a stage as the window ends, there', two, '0..3d', standing('queue'), 'B 3'],
  ['no hand-off as the window closes', two, '0..2d', between('red', 'blue'), ''],
  ['what stood there through a change of team', two, '0..3d', standing('active'), 'A 2'],
])('behind a picture are the cases of %s', async (_, log, asked, behind, cases) => {
  expect(await told(log, asked, behind)).toBe(cases);
});

const median = (list: readonly number[]): number => {
  const sorted = list.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return (low + high) / 2;
};

test.each(['0..201d', '30d..90d', '30d..90d where team=red'])(
  'each number of the map can be made again from its cases, %s',
  async (asked) => {
    const world = await worldOf(busy);
    const [map] = await flowMaps(world.ground, looking(asked), design, world.logs);
    for (const { from, to, count, items, medianDays } of map?.moves ?? []) {
      const { rows, total } = await casesBehind(world.ground, looking(asked), move(from, to)(world), all);
      expect([from, to, total, new Set(rows.map(({ item }) => item)).size]).toEqual([from, to, count, items]);
      expect(median(rows.map(({ days }) => Number(days)))).toBeCloseTo(medianDays ?? Number.NaN, 9);
    }
    for (const { key, items } of map?.stages ?? [])
      expect([key, (await casesBehind(world.ground, looking(asked), stage(key)(world), all)).total]).toEqual([
        key,
        items,
      ]);
  },
);

test('each number of the other pictures can be made again from its cases', async () => {
  const world = await worldOf(busy);
  const looked = looking('30d..90d');
  const { bands, days } = await cumulativeFlow(world.ground, looked, world.log);
  for (const [band, { stage: key, kind }] of bands.entries()) {
    // What is over grows from nought as the window opens, and stands there for ever.
    if (key === null || kind === 'done' || kind === 'cancelled') continue;
    const { total } = await casesBehind(world.ground, looked, standing(key)(world), all);
    expect([key, total]).toEqual([key, days.at(-1)?.counts[band]]);
  }
  for (const { from, to, count, medianWaitDays } of await handOffs(world.ground, looked)) {
    const { rows, total } = await casesBehind(world.ground, looked, between(from, to)(), all);
    expect([from, to, total]).toEqual([from, to, count]);
    const waits = rows.filter(({ answered }) => answered === true).map((row) => Number(row.days));
    if (medianWaitDays === null) expect(waits).toEqual([]);
    else expect(median(waits)).toBeCloseTo(medianWaitDays, 9);
  }
});

test('pages follow one another', async () => {
  const world = await worldOf(busy);
  const behind = move('queue', 'active')(world);
  const whole = await casesBehind(world.ground, looking(''), behind, all);
  const parts = [];
  for (let offset = 0; offset < whole.total; offset += 7)
    parts.push(...(await casesBehind(world.ground, looking(''), behind, { limit: 7, offset })).rows);
  expect(parts).toEqual(whole.rows);
});

test('a team is told under the name by which it is shown', async () => {
  const world = await worldOf(two, { shownTeam: (team) => (team === 'blue' ? '(small teams)' : team) });
  const behind: Behind = { kind: 'hand-off', from: 'red', to: '(small teams)' };
  const { rows } = await casesBehind(world.ground, looking(''), behind, all);
  expect(rows.map(({ team, from_team: from, to_team: to }) => [team, from, to])).toEqual([
    ['(small teams)', 'red', '(small teams)'],
  ]);
  expect(JSON.stringify(rows)).not.toContain('blue');
});
