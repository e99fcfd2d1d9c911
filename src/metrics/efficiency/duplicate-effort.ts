import { exactSum } from '#engine/exact-sum.ts';
import { type Sql, sql } from '#engine/sql.ts';
import { endOf } from '../at-the-end.ts';
import { type Bounds, defineMetric } from '../define.ts';

/** As long before the window: spend is of midnights, and a clock that is changed puts one of them an hour out of it. */
const asLongBefore = ({ from, until }: Bounds): Sql => sql`(2 * ${from} - ${until} - 3600000)`;

export const duplicateEffort = defineMetric({
  id: 'efficiency.duplicate-effort',
  code: 'EF3',
  version: 1,
  title: 'Duplicate effort',
  question: 'How much do we spend on doing the same thing twice?',
  unit: 'money',
  better: 'lower',
  signal: 3,
  formula:
    'Over the duplications that somebody confirmed by the end of the window: what its initiatives spent in the window on its capability, less what the largest of them spent, × the share that is the same. Beside it the same of the window of equal length before, by which what was saved can be told, and the number of those that are only suspected.',
  edges:
    'Money of an initiative goes to the capability in the shares that chain links pass on, and counts for the days on which the duplication lasts. Nothing is told, and the coverage is lower, of one that nobody confirmed, of one of whose initiatives fewer than two had money, by the end of the window, that led to the capability while it lasts, or any had an amount without a rate, and of all where no spend of any kind is on record in the window. Where none is on record in the window before, nothing is told of that one. A day that the clock makes shorter or longer is a day. One that is over before the window, or begins after it, is left out. An initiative in two duplications counts in both.',
  others:
    'Lists of applications count systems with the same function; two that share one part count as much as two that are the same all through, and what is built once to be used by all looks like two.',
  caveat: 'How much of it is the same is a judgement, so the figure is never graded above D.',
  none: 'no duplication that lasts into the window is on record',
  lacking:
    'no duplication is confirmed and has two initiatives with money that leads to its capability, or no spend is on record in the window',
  scopes: ['capability'],
  fedBy: 'records',
  restsOn: 'judgement',
  rows: (bounds) => {
    const { from, coins } = bounds;
    const earlier = asLongBefore(bounds);
    return sql`
    with ledger as (
      select coalesce(bool_or(happened >= ${from}), false) as is_kept, coalesce(bool_or(happened < ${from}), false) as was_kept
      from funded_part where basis = 'spend' and happened >= ${earlier} and happened < ${endOf(bounds)}
    )
    select *, case when told then overlap * greatest(0, spent - largest) end as twice,
           case when told and was_kept then overlap * greatest(0, spent_before - largest_before) end as twice_before
    from (
      select duplication, capability, overlap, told, was_kept, count(*) as initiatives, case when not confirmed then true end as suspected,
             ${exactSum(sql`spent`)} as spent, max(spent) as largest, ${exactSum(sql`before`)} as spent_before, max(before) as largest_before
      from (
        select *, confirmed and is_kept and count(*) filter (where paid) over same > 1 and not bool_or(unpriced) over same as told
        from (
          select duplication, work.capability, work.initiative, overlap, coalesce(confirmed < ${endOf(bounds)}, false) as confirmed,
                 count(happened) > 0 as paid, count(happened) > count(amount) as unpriced,
                 coalesce(${exactSum(sql`amount`, sql`filter (where happened >= ${from})`)}, 0) / ${coins} as spent,
                 coalesce(${exactSum(sql`amount`, sql`filter (where happened < ${from} and happened >= ${earlier})`)}, 0) / ${coins} as before
          from duplicated_work as work
          left join funded_part as paid
            on basis = 'spend' and paid.initiative = work.initiative and paid.capability = work.capability
            and happened < ${endOf(bounds)} and coalesce(happened >= lasts_from, true) and coalesce(happened < lasts_until, true)
          where coalesce(lasts_from < ${endOf(bounds)}, true) and coalesce(lasts_until > ${from}, true)
          group by duplication, work.capability, work.initiative, overlap, work.confirmed
        ) cross join ledger
        window same as (partition by duplication)
      )
      group by duplication, capability, overlap, confirmed, told, was_kept
    )`;
  },
  summary: { kind: 'total', of: 'twice' },
  also: {
    before: { kind: 'total', of: 'twice_before' },
    suspected: { kind: 'count', of: 'suspected' },
  },
});
