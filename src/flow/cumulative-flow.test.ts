import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { at } from '#facts/fixtures/log.ts';
import { cumulativeFlow } from './cumulative-flow.ts';
import { type Followed, followed } from './fixtures/followed.ts';
import { busy, looking, worldOf } from './fixtures/world.ts';

const flowOf = async (log: string, asked: string) => {
  const { ground, log: stages } = await worldOf(log);
  return cumulativeFlow(ground, looking(asked), stages);
};

const told = async (log: string, asked: string): Promise<string> => {
  const { bands, days } = await flowOf(log, asked);
  return bands.map(({ stage }, band) => `${stage} ${days.map(({ counts }) => counts[band]).join('')}`).join(', ');
};

/** The last row of every log, so that the days before it are known. */
const end = '; Z .@9d';

test.each([
  ['an item from the day on which it came', 'A new@12h', '0..3d', 'new 111'],
  ['a day by its end', 'A new@0 active@1d12h', '0..3d', 'new 100, active 011'],
  ['a stage that lasts less than a day and no midnight not at all', 'A new@0 active@1h done@2h', '0..2d', 'done 11'],
  ['a move at midnight on the day after', 'A new@0 active@1d', '0..3d', 'new 100, active 011'],
  ['what is done as long as the window lasts', 'A new@0 done@1d12h', '0..4d', 'new 1000, done 0111'],
  ['what was done as the window opens', 'A new@0 done@2d; B new@0', '2d..4d', 'new 11, done 11'],
  ['nothing that was done before the window', 'A new@0 done@1d; B new@0', '2d..4d', 'new 11'],
  ['what is reopened where it goes', 'A active@0 done@1d12h active@3d12h', '1d..5d', 'active 0011, done 1100'],
  ['a change of team as none', 'A red new@0 ./blue@1d12h', '0..3d', 'new 111'],
  ['only the items that are looked at', 'A red new@0; B blue new@0 active@1d', '0..2d where team=red', 'new 11'],
  ['an item of an unknown kind under its name', 'A odd@0', '0..2d', 'odd 11'],
])('cumulative flow counts %s', async (_, log, asked, bands) => {
  expect(await told(log + end, asked)).toBe(bands);
});

test('an item that never had a stage stands in a band of its own', async () => {
  const { bands, days } = await flowOf(`A .@0; B new@0${end}`, '0..2d');
  expect(bands.map(({ stage, kind }) => [stage, kind])).toEqual([
    [null, null],
    ['new', 'new'],
  ]);
  expect(days.map(({ counts }) => counts)).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test('days that have not begun are not told', async () => {
  const { days } = await flowOf('A new@0 done@2d12h', '0..30d');
  expect(days.map(({ day }) => day)).toEqual(['2024-01-01', '2024-01-02', '2024-01-03']);
});

/** How many items stood in each stage just before an instant, row by row. */
const slowly = (rows: readonly Followed[], instant: number, from: number): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const [, own] of Map.groupBy(rows, ({ item }) => item)) {
    if (endedBefore(own, from)) continue;
    const stage = own.findLast((row) => row.at < instant)?.stage;
    if (stage !== undefined) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  return counts;
};

const over = ['done', 'shipped', 'dropped'];

const endedBefore = (rows: readonly Followed[], from: number): boolean => {
  const began = rows.findLastIndex(({ stage }) => !over.includes(stage)) + 1;
  const ended = rows[began];
  return ended !== undefined && ended.at < from;
};

test.each(['0..201d', '40d..90d', '40d..90d where team=blue'])(
  'it agrees with a slow count by hand, %s',
  async (asked) => {
    const { bands, days } = await flowOf(busy, asked);
    const team = /team=(\w+)/u.exec(asked)?.[1];
    const { ground } = await worldOf(busy);
    const own = await ground.engine.all<{ item: string; team: string }>(sql`select item, team from item_case`);
    const rows = followed(busy).filter(
      ({ item }) => team === undefined || own.some((each) => each.item === item && each.team === team),
    );
    const from = Date.parse(looking(asked).window.from);
    for (const { day, counts } of days) {
      const expected = slowly(rows, Date.parse(day) + 86_400_000, from);
      const found = bands.map(({ stage }, band) => [stage ?? '', counts[band] ?? 0] as const).filter(([, n]) => n > 0);
      expect([day, new Map(found)]).toEqual([day, expected]);
    }
    expect(days.length).toBe(
      Math.round((Math.min(Date.parse(looking(asked).window.until), at('201d')) - from) / 86_400_000),
    );
  },
);
