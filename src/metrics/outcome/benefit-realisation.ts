import { exactSum } from '#engine/exact-sum.ts';
import { sql } from '#engine/sql.ts';
import { lastCells } from '../at-the-end.ts';
import { defineMetric } from '../define.ts';

export const benefitRealisation = defineMetric({
  id: 'outcome.benefit-realisation',
  code: 'BE1',
  version: 1,
  title: 'Benefits realised',
  question: 'Of what our work was to be worth to the business by now, how much has come?',
  unit: 'share',
  better: 'higher',
  signal: 0,
  formula:
    'To date: what was realised of benefits in money ÷ what their approved plans had of the same days, over all days that were over and measured by the end of the window. Beside it: net of disbenefits; against whole plans (of lifetime); the rates to date weighed by whole plans (weighted); how many benefits, in whatever unit, are at their plan to date or above (reached); and how much of the plan to date is measured.',
  edges:
    'Plan and values are compared in stretches of days that planning periods share; one that is not wholly measured is unknown, in no rate, and never nothing. More than 100% is told as it is. Plans are converted at budget rates, what was realised at average ones, by the first day of each period; a benefit without a rate, or not in money, lowers the coverage, as does one without an approved plan and one of which nothing that was planned to date is measured. One of which nothing was planned by the end of the window, and nothing is measured, is not counted and does not lower it. One whose plan was approved, or that was first forecast, after the window is left out; so are benefits that feed others. Of the whole plan what nobody measured counts as not in. Where plans add up to nothing, or to less, there is no rate of them.',
  others:
    'No standard has a formula: reports hold what came against the plan to date, against the whole plan, or count the benefits that were reached, and rarely say which. Here each has its name.',
  caveat: 'Values are declared by those who own them, so the figure is never graded above D.',
  none: 'no benefit on record was to bring anything by the end of the window',
  lacking: 'no benefit in money has an approved plan of which a part is over and measured',
  undivided: 'nothing was planned to have come by the end of the window',
  scopes: ['effect'],
  fedBy: 'records',
  restsOn: 'declared-values',
  rows: (bounds) => {
    const over = sql`ended <= least(${bounds.until}, ${bounds.asOf})`;
    const all = bounds.cut.includes('effect') ? sql`over (partition by effect)` : sql`over ()`;
    return sql`
    select benefit, effect, disbenefit, unit, applies, rate, planned, due, measured, realised,
           realised * (not disbenefit)::int as gross, measured * (not disbenefit)::int as gross_of,
           realised * sign as net, measured * sign as net_of,
           case when not disbenefit and count(realised) filter (where not disbenefit) ${all} > 0 then coalesce(realised, 0) end as of_whole,
           case when not disbenefit and measured > 0 then realised / measured * planned end as weighted,
           case when not disbenefit and due > 0 then coalesce(measured, 0) end as seen,
           case when not disbenefit then (round(rate, 9) >= 1)::int end as reached, 1 as one
    from (
      select *, case when own_measured > 0 then own_realised / own_measured end as rate
      from (
        select benefit, effect, disbenefit, unit, case when disbenefit then -1 else 1 end as sign,
               count(own_planned) = 0 or count(*) filter (where ${over} and (own_planned <> 0 or own_realised is not null)) > 0 as applies,
               ${exactSum(sql`planned_coins`)} as planned, ${exactSum(sql`planned_coins`, sql`filter (where ${over})`)} as due,
               ${exactSum(sql`planned_coins`, sql`filter (where ${over} and realised_coins is not null)`)} as measured,
               ${exactSum(sql`realised_coins`, sql`filter (where ${over} and planned_coins is not null)`)} as realised,
               ${exactSum(sql`own_planned`, sql`filter (where ${over} and own_realised is not null)`)} as own_measured,
               ${exactSum(sql`own_realised`, sql`filter (where ${over})`)} as own_realised
        from (${lastCells(bounds)})
        group by benefit, effect, disbenefit, unit
      )
    )`;
  },
  summary: { kind: 'complete-ratio', top: 'gross', bottom: 'gross_of', among: 'applies' },
  also: {
    net: { kind: 'complete-ratio', top: 'net', bottom: 'net_of', among: 'applies' },
    ofLifetime: { kind: 'complete-ratio', top: 'of_whole', bottom: 'planned' },
    weighted: { kind: 'complete-ratio', top: 'weighted', bottom: 'planned', among: 'applies' },
    reached: { kind: 'complete-ratio', top: 'reached', bottom: 'one', among: 'applies' },
    measured: { kind: 'complete-ratio', top: 'seen', bottom: 'due' },
  },
});
