import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { quantile } from '#model/statistics/order-statistics.ts';
import { bringUp, factsOf, takeIn } from './fixtures/facts.ts';

type Limits = {
  readonly item: string;
  readonly known: number;
  readonly p50: number;
  readonly p85: number;
  readonly p95: number;
};

const limitsIn = (engine: Engine): Promise<Limits[]> =>
  engine.all<Limits>(sql`
    select item.key as item, known, p50, p85, p95 from known_limit join item using (item_id) order by item`);

/** To the ms: the last digits of what lies between two values are another program's to decide. */
const told = (limits: readonly Limits[]): Limits[] =>
  limits.map(({ p50, p85, p95, ...rest }) => {
    const [a = 0, b = 0, c = 0] = [p50, p85, p95].map((seconds) => Math.round(seconds * 1000));
    return { ...rest, p50: a, p85: b, p95: c };
  });

/** The same, item by item, from what each of them was. */
const slowly = async (engine: Engine): Promise<Limits[]> => {
  const done = await engine.all<{
    item: string;
    team: string;
    item_type: string;
    started: number;
    ended: number;
    took: number;
  }>(sql`
    select item, team, item_type, started, ended, flow_elapsed as took from item_case
    where status = 'done' and started is not null order by item`);
  return done.flatMap(({ item, team, item_type, started }) => {
    const before = done
      .filter((each) => each.team === team && each.item_type === item_type && each.ended < started)
      .map(({ took }) => took)
      .sort((a, b) => a - b);
    const at = (p: number): number => quantile(before, p) ?? Number.NaN;
    return before.length === 0 ? [] : [{ item, known: before.length, p50: at(0.5), p85: at(0.85), p95: at(0.95) }];
  });
};

/** An item of one of four groups that starts on a day, and perhaps is done some days later, done once more or dropped. */
const anItem = fc.record({
  group: fc.constantFrom(' red', ' blue', ':bug red', ''),
  start: fc.nat(20),
  took: fc.nat(6),
  fate: fc.constantFrom('done', 'done', 'done', 'active', 'dropped'),
});

/** What comes of an item later; the next row of some that were done opens them again. */
const further = fc.record({
  item: fc.nat(11),
  day: fc.integer({ min: 27, max: 40 }),
  what: fc.constantFrom('done', 'active'),
});

const logOf = (items: readonly { group: string; start: number; took: number; fate: string }[]): string =>
  items
    .map(({ group, start, took, fate }, n) => `I${n}${group} active@${start}d ${fate}@${start + took}d1h`)
    .join('; ');

test('limits are those of the items done before, also once further rows have come', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(anItem, { minLength: 4, maxLength: 12 }),
      fc.array(fc.array(further, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
      async (items, additions) => {
        const engine = await factsOf(logOf(items));
        try {
          expect(told(await limitsIn(engine))).toEqual(told(await slowly(engine)));
          for (const [place, rows] of additions.entries()) {
            const days = rows.map((row) => ({ ...row, day: row.day + place * 20 }));
            await takeIn(engine, days.map(({ item, day, what }) => `I${item} ${what}@${day}d`).join('; '));
            expect(await bringUp(engine)).toBe('updated');
            expect(told(await limitsIn(engine))).toEqual(told(await slowly(engine)));
          }
        } finally {
          engine.close();
        }
      },
    ),
    { numRuns: 8 },
  ));

test('an item that is opened again is no history any more of those that started behind its end', async () => {
  const engine = await factsOf('A active@0 done@1d; B active@2d done@3d; C active@4d done@5d');
  expect((await limitsIn(engine)).map(({ item, known }) => [item, known])).toEqual([
    ['B', 1],
    ['C', 2],
  ]);
  await takeIn(engine, 'A active@6d');
  expect(await bringUp(engine)).toBe('updated');
  expect((await limitsIn(engine)).map(({ item, known }) => [item, known])).toEqual([['C', 1]]);
  engine.close();
});

test('of further rows the limits are worked out from no more than the last 200, and from no fewer', async () => {
  const [first, more] = [
    'A*150 active@0 done@1d; B*150 active@2d done@3d1h; C*20 active@5d done@6d; D active@4d',
    'D done@7d; E active@8d done@9d',
  ];
  const updated = await factsOf(first);
  await takeIn(updated, more);
  expect(await bringUp(updated)).toBe('updated');
  const atOnce = await factsOf(`${first} done@7d; E active@8d done@9d`);
  const limits = await limitsIn(updated);
  expect(limits).toEqual(await limitsIn(atOnce));
  expect(limits.filter(({ item }) => ['D', 'E'].includes(item))).toEqual([
    { item: 'D', known: 200, p50: 90_000, p85: 90_000, p95: 90_000 },
    { item: 'E', known: 200, p50: 90_000, p85: 90_000, p95: 90_000 },
  ]);
  updated.close();
  atOnce.close();
});
