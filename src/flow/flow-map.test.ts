import { expect, test } from 'vitest';
import { discover } from '#discovery/discover.ts';
import { design } from '#facts/fixtures/log.ts';
import { DesignModel } from '#model/design-model.ts';
import { busy, everything, looking, worldOf } from './fixtures/world.ts';
import { flowMaps } from './flow-map.ts';

const mapOf = async (log: string, asked = '') => {
  const { ground, logs } = await worldOf(log);
  const [map] = await flowMaps(ground, looking(asked), design, logs);
  return map;
};

const told = async (log: string, asked = ''): Promise<string> =>
  ((await mapOf(log, asked))?.moves ?? [])
    .map(({ from, to, count, items, medianDays }) => `${from}>${to} ${count}/${items} ${medianDays}d`)
    .join(', ');

test.each([
  [
    'each move with the time in the stage that is left',
    'A new@0 active@1d done@4d',
    '',
    'active>done 1/1 3d, new>active 1/1 1d',
  ],
  [
    'a move made twice by one item twice, of one item',
    'A queue@0 active@1d queue@2d active@5d',
    '',
    'queue>active 2/1 2d, active>queue 1/1 1d',
  ],
  ['no cut where only the team changes', 'A red queue@0 ./blue@1d active@3d', '', 'queue>active 1/1 3d'],
  [
    'the median, not the mean',
    'A queue@0 active@1d; B queue@0 active@2d; C queue@0 active@9d',
    '',
    'queue>active 3/3 2d',
  ],
  ['a move as the window opens', 'A queue@0 active@2d done@5d', '2d..5d', 'queue>active 1/1 2d'],
  ['no move as the window closes', 'A queue@0 active@2d done@5d', '3d..5d', ''],
  ['time before the window, of a move within it', 'A queue@0 active@20d', '19d..21d', 'queue>active 1/1 20d'],
  [
    'only the items that are looked at',
    'A red queue@0 active@1d; B blue queue@0 active@3d',
    'where team=blue',
    'queue>active 1/1 3d',
  ],
  [
    'only items of a type',
    'A:bug queue@0 active@1d; B:wish queue@0 active@3d',
    'where item-type=wish',
    'queue>active 1/1 3d',
  ],
])('a map has %s', async (_, log, asked, moves) => {
  expect(await told(log, asked)).toBe(moves);
});

test('the map of all evidence is the one that the discovery finds', async () => {
  const { ground, logs } = await worldOf(busy);
  const [map] = await flowMaps(ground, everything, design, logs);
  const [flow] = (await discover(ground.engine, { detail: 1 })).flows;
  const found = flow?.edges.map(({ from, to, count, items, medianDays }) => ({ from, to, count, items, medianDays }));
  const ours = map?.moves.map(({ from, to, count, items, medianDays }) => ({ from, to, count, items, medianDays }));
  const order = (a: { from: string; to: string }, b: { from: string; to: string }): number =>
    `${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1;
  expect(ours?.toSorted(order)).toEqual(found?.toSorted(order));
  expect(map?.stages.map(({ key, items }) => [key, items])).toEqual(flow?.stages.map(({ key, items }) => [key, items]));
  for (const [index, move] of (flow?.edges ?? []).entries()) {
    const same = map?.moves.find(({ from, to }) => from === move.from && to === move.to);
    expect([index, same?.meanDays]).toEqual([index, expect.closeTo(move.meanDays ?? Number.NaN, 9)]);
  }
});

test('the moves of windows that follow one another are those of the whole', async () => {
  const whole = await mapOf(busy);
  const parts = [await mapOf(busy, '0..50d'), await mapOf(busy, '50d..51d'), await mapOf(busy, '51d..201d')];
  for (const { from, to, count } of whole?.moves ?? []) {
    const of = parts.map((part) => part?.moves.find((each) => each.from === from && each.to === to)?.count ?? 0);
    expect([from, to, of.reduce((sum, each) => sum + each, 0)]).toEqual([from, to, count]);
  }
});

test.each([
  ['what a workflow allows', 'queue>active', true],
  ['what it does not', 'active>done', false],
  ['nothing of a stage that it does not know', 'active>test', null],
])('the design says of a move %s', async (_, move, said) => {
  const stages = ['queue', 'active', 'done'].map((key) => ({ key, kind: key as 'queue' }));
  const { workflows } = DesignModel.parse({
    workflows: [{ key: 'w', stages, transitions: [{ from: 'queue', to: ['active'] }] }],
  });
  const { ground, logs } = await worldOf('A queue@0 active@1d test@2d active@3d done@4d');
  const [map] = await flowMaps(ground, everything, { workflows }, logs);
  expect(map?.moves.find(({ from, to }) => `${from}>${to}` === move)?.designed).toBe(said);
});
