import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { randomSource } from '#model/statistics/random.ts';
import { type LogOptions, writeLog } from './fixtures/log.ts';
import { readPassages } from './passages.ts';
import { discoverStages } from './stages.ts';

const found = async (items: readonly string[], options: LogOptions = {}) => {
  const engine = await Engine.open();
  await createSchema(engine);
  await writeLog(engine, items, options);
  const sources = await discoverStages(engine, await readPassages(engine, false));
  engine.close();
  return sources[0];
};

const kinds = {
  new: 'new',
  ready: 'queue',
  build: 'active',
  test: 'active',
  done: 'done',
  dropped: 'cancelled',
} as const;

test.each([
  [
    'the one most items follow',
    ['new build test done', 'new test build done', 'new build test done'],
    'new build test done',
  ],
  ['not bent by skips', ['new build done', 'new test done', 'build test done'], 'new build test done'],
  ['not bent by rework', ['new build test build test build done', 'new build test done'], 'new build test done'],
  ['not bent by reopenings', ['new build done build done', 'new build test done'], 'new build test done'],
  ['blind to changes of team', ['new build@red build@blue test@red', 'new build test'], 'new build test'],
  ['with dropped work last where nothing tells', ['new dropped', 'new build done'], 'new build done dropped'],
  ['by position where stages never meet', ['new ready build', 'new test'], 'new ready test build'],
])('the order of stages is %s', async (_, items, order) => {
  const flow = await found(items, { kinds });
  expect(flow?.stages.map(({ key }) => key).join(' ')).toBe(order);
});

describe('a noisy log', () => {
  const plan = [
    'idea',
    'triage',
    'ready',
    'design',
    'build',
    'review',
    'test',
    'approve',
    'release',
    'done',
    'after',
    'end',
  ];

  /** One walk through a plan: stages are skipped, gone back over, and left for good and entered again. */
  const walk = (order: readonly string[], random: (below: number) => number): string => {
    const words: string[] = [];
    for (let at = 0; at < order.length; at++) {
      if (random(100) < 20) continue;
      words.push(order[at] ?? '');
      if (random(100) < 20) at = Math.max(-1, at - 1 - random(3));
      if (random(100) < 4) words.push(order[random(order.length)] ?? '');
      if (random(100) < 3) break;
    }
    const collapsed = words.filter((word, index) => word !== words[index - 1]);
    return (collapsed.length === 0 ? order.slice(0, 1) : collapsed).join(' ');
  };

  test('gives back the order that was planted, however its rows are stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(plan, { minLength: 6 }), fc.nat(), async (order, seed) => {
        const random = randomSource(seed);
        const items = Array.from({ length: 300 }, () => walk(order, random));
        const shuffle = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, place: random(2 ** 32) }))
            .sort((a, b) => a.place - b.place)
            .map(({ row }) => row);
        const flow = await found(items);
        expect(flow?.stages.map(({ key }) => key)).toEqual(order);
        expect(await found(items, { shuffle })).toEqual(flow);
      }),
      { numRuns: 6 },
    );
  });
});

test('a stage tells its items, its visits, where it lies, and what begins and ends there', async () => {
  const flow = await found(['new build@red build@blue test build done', 'new build done', 'build dropped', 'new'], {
    kinds,
    unmapped: ['test'],
  });
  expect(flow?.items).toBe(4);
  expect(flow?.orderedBy).toBe(4);
  const both = { start: true, end: true };
  expect(flow?.stages).toEqual([
    {
      key: 'new',
      mapped: true,
      kind: 'new',
      items: 3,
      visits: 3,
      position: 1,
      starts: 3,
      ends: 0,
      ...both,
      end: false,
    },
    {
      key: 'build',
      mapped: true,
      kind: 'active',
      items: 3,
      visits: 4,
      position: 2,
      starts: 1,
      ends: 0,
      ...both,
      end: false,
    },
    {
      key: 'test',
      mapped: false,
      kind: 'active',
      items: 1,
      visits: 1,
      position: 3,
      starts: 0,
      ends: 0,
      start: false,
      end: false,
    },
    {
      key: 'done',
      mapped: true,
      kind: 'done',
      items: 2,
      visits: 2,
      position: 3.5,
      starts: 0,
      ends: 2,
      ...both,
      start: false,
    },
    {
      key: 'dropped',
      mapped: true,
      kind: 'cancelled',
      items: 1,
      visits: 1,
      position: 2,
      starts: 0,
      ends: 1,
      ...both,
      start: false,
    },
  ]);
});

test('logs are kept apart, and one without stages has no flow', async () => {
  const engine = await Engine.open();
  await createSchema(engine);
  await writeLog(engine, ['b a'], { source: 'second' });
  await writeLog(engine, ['a b'], { source: 'first' });
  await writeLog(engine, [], { source: 'empty' });
  const sources = await discoverStages(engine, await readPassages(engine, false));
  expect(sources.map(({ source, stages }) => [source, ...stages.map(({ key }) => key)])).toEqual([
    ['first', 'a', 'b'],
    ['second', 'b', 'a'],
  ]);
  engine.close();
});
