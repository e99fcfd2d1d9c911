import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const latency = defineMetric({
  id: 'decision.latency',
  code: 'DE1',
  version: 1,
  title: 'Decision latency',
  question: 'How long does a decision wait from being raised until it is made?',
  unit: 'day',
  better: 'lower',
  signal: 2,
  formula:
    'Median of decided − raised over decisions raised in the window, in calendar days, by the Kaplan–Meier estimate: a decision that is still open counts with the age it has reached.',
  edges:
    'A reopened decision is a new one, linked to the first. Time spent waiting for information stays in and is shown as its own bucket. `toNeeded` is how long before it was needed a decision was raised, where its log says when that is; below zero it was raised too late. Whose is it: of all time between raised and decided (or now), the share that passed before the first step on decisions without exactly one decider by right, or that were moved sideways; unknown where neither rights nor levels are.',
  others:
    'Others start when a decision is required, or when enough is known to make it, and end when it is acted on; the other clocks stand beside this one.',
  scopes: ['decision-type', 'team', 'capability', 'item-type'],
  at: 'raised',
  rows: ({ from, until }) => sql`
    select source, item, cycle, decision_type, team, capability_key as capability, item_type, raised, decided,
           took / 86400 as days, decided is not null as observed,
           case when decided is not null then took / 86400 end as closed_days,
           case when decided is null then true end as open,
           (needed_by - raised) / 86400000 as needed_days,
           (first_step - raised) / 86400000 as first_step_days,
           (communicated - decided) / 86400000 as communicated_days,
           (acted - communicated) / 86400000 as acted_days,
           information_wait / 86400 as information_days,
           case when deciders is null and sideways is null then null
                when coalesce(deciders <> 1, false) or coalesce(sideways > 0, false)
                then greatest(least(coalesce((first_step - raised) / 86400000, days), days), 0)
                else 0 end as ownerless_days
    from decision_case
    where raised >= ${from} and raised < ${until}`,
  summary: { kind: 'survival', p: 0.5, of: 'days', observed: 'observed' },
  also: {
    closedP50: { kind: 'quantile', p: 0.5, of: 'closed_days' },
    closedP85: { kind: 'quantile', p: 0.85, of: 'closed_days' },
    closedP95: { kind: 'quantile', p: 0.95, of: 'closed_days' },
    open: { kind: 'count', of: 'open' },
    toNeeded: { kind: 'quantile', p: 0.5, of: 'needed_days' },
    toFirstStep: { kind: 'quantile', p: 0.5, of: 'first_step_days' },
    toCommunicated: { kind: 'quantile', p: 0.5, of: 'communicated_days' },
    toActed: { kind: 'quantile', p: 0.5, of: 'acted_days' },
    informationWait: { kind: 'quantile', p: 0.5, of: 'information_days' },
    whoseIsIt: { kind: 'ratio', top: 'ownerless_days', bottom: 'days' },
  },
});
