import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { createSchema } from '#engine/schema.ts';
import { sql } from '#engine/sql.ts';
import { discoverDecisions, discoverLevels, discoverNeverRefuse } from './deciders.ts';
import { type DecisionRow, writeDecisions } from './fixtures/log.ts';

type Rows = readonly (DecisionRow & { readonly times?: number })[];

const decided = async <T>(rows: Rows, ask: (engine: Engine) => Promise<T>): Promise<T> => {
  const engine = await Engine.open();
  await createSchema(engine);
  await writeDecisions(engine, rows);
  await engine.run(sql`insert into raw_value values (0, 0, 'person', 'p-3f9a', 'p-3f9a', true, null, 1)`);
  const answer = await ask(engine);
  engine.close();
  return answer;
};

const decisions = (rows: Rows, shown = (team: string) => team) =>
  decided(rows, (engine) => discoverDecisions(engine, shown));

test('a decision type tells who decides, where, how, and how fast', async () => {
  const [first] = await decisions([
    { type: 'fund', by: 'board', level: 'top', path: 'ask@top > decide@top', days: 2, times: 6 },
    { type: 'fund', by: 'lead', level: 'team', path: 'ask@team > decide@team', days: 4, times: 2 },
    { type: 'fund', by: 'office', level: 'top', path: 'ask@top > decide@top', days: 10, times: 2 },
    { type: 'fund', open: true, days: 99 },
  ]);
  expect(first).toMatchObject({ type: 'fund', decisions: 11, decided: 10, variants: 2, p50Days: 2 });
  expect(first?.p85Days).toBeCloseTo(7.9, 9);
  expect(first?.deciders.map(({ by, level, count }) => [by, level, count])).toEqual([
    ['board', 'top', 6],
    ['lead', 'team', 2],
    ['office', 'top', 2],
  ]);
  expect(first?.deciders[0]?.share).toMatchObject({ value: 0.6, lower: expect.closeTo(0.3127, 3), n: 10 });
  expect(first?.levels.map(({ level, share }) => [level, share.value])).toEqual([
    ['top', 0.8],
    ['team', 0.2],
  ]);
  expect(first?.usual.map(({ path, count }) => [path, count])).toEqual([
    ['ask@top > decide@top', 8],
    ['ask@team > decide@team', 2],
  ]);
  expect(first?.entropy).toBeCloseTo(-0.8 * Math.log(0.8) - 0.2 * Math.log(0.2), 12);
});

test('unknown types, deciders and levels are shown as unknown', async () => {
  const [first] = await decisions([{ path: 'decide' }]);
  expect(first).toMatchObject({ type: '(none)', deciders: [{ by: null, level: null, count: 1 }], p50Days: null });
});

test('only open decisions give no shares and no days', async () => {
  const [first] = await decisions([{ type: 'fund', open: true, times: 7 }]);
  expect(first).toMatchObject({ decisions: 7, decided: 0, deciders: [], entropy: null, p50Days: null });
});

test('a decider that is a person is not named, and small teams are one', async () => {
  const [first] = await decisions(
    [
      { type: 'fund', by: 'p-3f9a' },
      { type: 'fund', by: 'wee' },
      { type: 'fund', by: 'tiny' },
    ],
    (team) => (team === 'wee' || team === 'tiny' ? '(small teams)' : team),
  );
  expect(first?.deciders.map(({ by, count }) => [by, count])).toEqual([
    ['(small teams)', 2],
    ['(people)', 1],
  ]);
});

test.each([
  ['50 cases and no refusal', [{ outcome: 'approved', times: 50 }], 50],
  ['1 refusal in 101', [{ outcome: 'approved', times: 100 }, { outcome: 'refused' }], 101],
  ['nothing at 49 cases', [{ outcome: 'approved', times: 49 }], undefined],
  ['nothing at 1 refusal in 100', [{ outcome: 'approved', times: 99 }, { outcome: 'Rejected' }], undefined],
  ['nothing where outcomes are unknown', [{ times: 80 }], undefined],
  [
    'nothing where the no is worded otherwise',
    [
      { outcome: 'ok', times: 60 },
      { outcome: 'Not approved', times: 2 },
    ],
    undefined,
  ],
])('who never refuses is told by %s', async (_, rows, cases) => {
  const found = await decided(
    rows.map((row) => ({ by: 'board', ...row })),
    (engine) => discoverNeverRefuse(engine, (team) => team),
  );
  expect(found.map((each) => each.cases)).toEqual(cases === undefined ? [] : [cases]);
});

test.each([
  [
    'by their rank',
    [
      { level: 'zone', rank: 1 },
      { level: 'area', rank: 2 },
    ],
    'zone 1 area 2',
  ],
  [
    'as decisions climb, where one has no rank',
    [
      { level: 'area', path: 'ask@zone > escalate@area > decide@area', times: 3 },
      { level: 'zone', path: 'ask@area > return@zone > decide@zone', times: 2 },
      { level: 'world', rank: 9, path: 'ask@area > decide@world' },
    ],
    'zone null area null world 9',
  ],
])('levels come %s', async (_, rows, order) => {
  const levels = await decided(rows, discoverLevels);
  expect(levels.map(({ level, rank }) => `${level} ${rank}`).join(' ')).toBe(order);
});
