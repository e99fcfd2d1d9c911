import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { type LogOptions, writeLog } from './fixtures/log.ts';
import { flowOf } from './flow-map.ts';
import { readPassages } from './passages.ts';
import { discoverStages } from './stages.ts';

const found = async (items: readonly string[], detail: number, medians = true, options: LogOptions = {}) => {
  const engine = await Engine.open();
  await createSchema(engine);
  await writeLog(engine, items, options);
  const passages = await readPassages(engine, medians);
  const [stages] = await discoverStages(engine, passages);
  engine.close();
  return stages && flowOf(stages, passages.passages, detail);
};

test.each([
  ['of every move between two stages, once a move', ['a b', 'a b', 'a b a b'], 'a>b 4/3 b>a 1/1'],
  ['of no change of team', ['a@red a@blue b@blue'], 'a>b 1/1'],
  ['of no first entry', ['a', 'b'], ''],
  ['of moves into a stage that is not known by a rule', ['a odd b'], 'a>odd 1/1 odd>b 1/1'],
])('a flow map keeps count %s', async (_, items, edges) => {
  const flow = await found(items, 1);
  const text = flow?.edges.map(({ from, to, count, items: seen }) => `${from}>${to} ${count}/${seen}`).join(' ');
  expect(text).toBe(edges);
});

test.each([
  ['the whole stay, whoever had the item', ['a@red*2 a@blue*3 b@blue'], 5, 5],
  ['the mean and the median of stays', ['a*1 b', 'a*2 b', 'a*9 b'], 4, 2],
  ['only the stay before the move', ['x*8 a*2 x*5 a*4 b'], 4, 4],
])('the days before a move from a to b are %s', async (_, items, mean, median) => {
  const shuffle = <T>(rows: readonly T[]): readonly T[] => [...rows].reverse();
  for (const options of [{}, { shuffle }]) {
    const edge = (await found(items, 1, true, options))?.edges.find(({ from, to }) => from === 'a' && to === 'b');
    expect([edge?.meanDays, edge?.medianDays]).toEqual([mean, median]);
  }
});

test('medians are left out unless asked for', async () => {
  const edges = (await found(['a b'], 1, false))?.edges;
  expect(edges?.map(({ meanDays, medianDays }) => [meanDays, medianDays])).toEqual([[1, null]]);
});

test('shares add up, moves against the order are backward, and the frequent ways say what they cover', async () => {
  const items = [...Array(8).fill('a b c'), 'a b a b c', 'a c'];
  const flow = await found(items, 0.9);
  const rows = flow?.edges.map((edge) => [edge.from, edge.to, edge.count, edge.backward, edge.frequent]);
  expect(flow?.moves).toBe(21);
  expect(rows).toEqual([
    ['a', 'b', 10, false, true],
    ['b', 'c', 9, false, true],
    ['a', 'c', 1, false, false],
    ['b', 'a', 1, true, true],
  ]);
  expect(flow?.edges.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(flow?.covered).toBeCloseTo(20 / 21, 12);
});

test('a log in which nothing moves has no share that is covered', async () => {
  expect(await found(['a', 'a'], 1)).toMatchObject({ moves: 0, covered: null, edges: [] });
});
