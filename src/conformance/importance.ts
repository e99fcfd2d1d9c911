import { exactSum } from '#engine/exact-sum.ts';
import { type Sql, sql } from '#engine/sql.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { DetailTable } from '#model/rule-result.ts';
import { kendallTauB } from '#model/statistics/rank-correlation.ts';
import type { Ground } from './ground.ts';

/** What has to be stated before money or effort can follow importance. */
export const weighed = {
  record: 'goal with a weight in a planning period and a capability that it depends on',
  stated: ({ goals, goalCapabilities }: DesignModel): boolean =>
    goals.some(({ weights }) => weights.some(({ weight }) => weight > 0)) &&
    goalCapabilities.some(({ importance }) => importance > 0),
};

/**
 * What each capability got against what it is due: the whole that capabilities got, shared out by importance, stretch by
 * stretch in which goals weigh the same. `given` answers rows with `capability`, `happened` (ms), `amount` and `cases`.
 *
 * What is of no capability on record, of one with others below it, or of a day without weights cannot be judged. A
 * capability is kept where it got between a half of what it is due and twice as much.
 */
export const againstImportance = (given: Sql, from: number): Sql => sql`
  with given as (${given}),
  judged as (
    select from_at, weight.capability, greatest(coalesce(${exactSum(sql`amount`)}, 0), 0) as amount, coalesce(sum(cases), 0) as cases,
           any_value(importance) as importance
    from capability_weight as weight
    left join given on given.capability = weight.capability and happened >= from_at and happened < until_at
    where importance is not null
    group by from_at, weight.capability
  ),
  due as (
    select *, importance * ${exactSum(sql`amount`, sql`over (partition by from_at)`)} as due from judged
  ),
  whole as (select ${exactSum(sql`amount`)} as amount, sum(cases) as cases from given),
  area as (
    select capability, ${exactSum(sql`amount`)} as amount, ${exactSum(sql`due`)} as due, sum(cases) as cases
    from due group by capability having sum(amount) > 0 or sum(due) > 0
  )
  select null::int as item_id, null::int as team_id, null::int as capability, null::text as decision_type,
         capability as object, ${from}::double as counted_at, amount >= due / 2 and amount <= 2 * due as kept, amount, due, cases,
         amount / ${exactSum(sql`amount`, sql`over ()`)} as share, due / ${exactSum(sql`due`, sql`over ()`)} as due_share
  from area
  union all
  select null, null, null, null, null, ${from}::double, null, whole.amount - coalesce(told.amount, 0), 0,
         whole.cases - coalesce(told.cases, 0), null, null
  from whole cross join (select ${exactSum(sql`amount`)} as amount, sum(cases) as cases from area) as told
  where whole.amount > coalesce(told.amount, 0)`;

/** How a case reads: what it has of the whole, and of the importance. */
export const becauseOfImportance = (what: string): Sql =>
  sql`printf('it has %.0f%% of the %s and %.0f%% of the importance', 100 * broken.share, ${what}, 100 * broken.due_share)`;

const mostShown = 10;

/** Whether the order is kept at least, and where most lies elsewhere. */
export const besideImportance = async ({ engine }: Ground, rows: Sql) => {
  const areas = await engine.all<{ object: string; share: number | null; due_share: number | null }>(
    sql`select object, share, due_share from (${rows}) where object is not null order by abs(share - due_share) desc, object`,
  );
  const places = areas.map(({ share, due_share: due }) => [due ?? 0, share ?? 0] as const);
  const furthest: DetailTable = {
    columns: ['capability', 'importance', 'share'],
    rows: areas.slice(0, mostShown).map(({ object, share, due_share: due }) => [object, due, share]),
  };
  return { rankCorrelation: kendallTauB([places]), capabilities: areas.length, furthest };
};
