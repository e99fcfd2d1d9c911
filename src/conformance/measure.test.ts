import { expect, test } from 'vitest';
import { Engine } from '#engine/engine.ts';
import { type Sql, sql } from '#engine/sql.ts';
import { ratioInterval, ratioSums } from '#model/statistics/ratio-estimator.ts';
import type { Measure, Rule } from './define.ts';
import type { Ground } from './ground.ts';
import { type Measured, measure } from './measure.ts';

/** Reads rows of nobody's rule: what is measured here is only how rows become a value. */
const measured = async (kind: Measure['kind'], rows: Sql): Promise<Measured> => {
  const engine = await Engine.open();
  const rule = { measure: { kind }, rows: () => rows } as unknown as Rule;
  const found = await measure({ engine } as unknown as Ground, rule, { from: 0, until: 1 });
  engine.close();
  return found;
};

/** Two rows an item: the first kept whole, the second by a part that grows with the item. */
const items = (n: number): Sql => sql`
  select (i // 2)::int as item_id, i % 2 = 0 as kept, 10.0 as amount,
         case when i % 2 = 0 then 10.0 else (i // 2) % 10 end as kept_amount
  from range(${2 * n}::bigint) as rows(i)`;

const closedForm = (n: number) => {
  const kept = Float64Array.from({ length: n }, (_, item) => 10 + (item % 10));
  return ratioInterval(ratioSums(kept, new Float64Array(n).fill(20)));
};

test('a ratio of up to a thousand items is resampled by item', async () => {
  const found = await measured('ratio', items(1000));
  expect(found).toMatchObject({ n: 2000, broke: 1000, coverage: 1, interval: 'bootstrap' });
  expect(found.value).toBeCloseTo(0.725);
  expect(found.lower).toBeCloseTo(closedForm(1000)?.lower ?? 0, 2);
});

test('a ratio of more items has the closed form, from sums alone', async () => {
  const found = await measured('ratio', items(1001));
  expect(found).toMatchObject({ n: 2002, interval: 'ratio-estimator' });
  expect(found.lower).toBeCloseTo(closedForm(1001)?.lower ?? 0, 9);
  expect(found.upper).toBeCloseTo(closedForm(1001)?.upper ?? 0, 9);
});

test('rows that nothing judges lower the coverage by their amount', async () => {
  const rows = sql`
    select i::int as item_id, case when i < 6 then true end as kept, case when i < 6 then 1.0 else 6.0 end as amount,
           case when i < 3 then 1.0 else 0 end as kept_amount, 'a' as object, i::text as part, 1 as cases
    from range(7) as rows(i)`;
  expect(await measured('ratio', rows)).toMatchObject({ n: 6, value: 0.5, coverage: 0.5 });
  expect(await measured('complete-share', rows)).toMatchObject({ n: 6, value: 1, coverage: 0.5, interval: 'complete' });
  expect(await measured('effective-number', rows)).toMatchObject({ n: 6, coverage: 0.5 });
  expect(await measured('share', rows)).toMatchObject({ n: 6, value: 1, coverage: 6 / 7, interval: 'wilson' });
});

test.each(['share', 'complete-share', 'ratio', 'effective-number', 'survival'] as const)(
  'a %s of no rows says so',
  async (kind) => {
    const rows = sql`
      select null::int as item_id, true as kept, 1.0 as amount, 1.0 as kept_amount, '' as object, '' as part, 1 as cases,
             true as observed
      where false`;
    expect(await measured(kind, rows)).toMatchObject({
      value: null,
      n: 0,
      coverage: null,
      missing: 'no rows in the window',
    });
  },
);

test('time that did not pass has no ratio', async () => {
  const rows = sql`select i::int as item_id, true as kept, 0.0 as amount, 0.0 as kept_amount from range(9) as rows(i)`;
  expect(await measured('ratio', rows)).toMatchObject({ value: null, missing: 'no time passed in any row' });
});
