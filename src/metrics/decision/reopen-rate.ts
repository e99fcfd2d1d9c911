import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const reopenRate = defineMetric({
  id: 'decision.reopen-rate',
  code: 'DE4',
  version: 1,
  title: 'Reopen rate',
  question: 'How many decisions do not hold?',
  unit: 'share',
  better: 'lower',
  signal: 2,
  formula:
    'Share of decisions made in the window that were raised again within 90 days, over those that had 90 days to be raised again. Younger ones are counted beside it.',
  edges:
    'A decision made exactly 90 days before figures are read is old enough, and one reopened exactly 90 days later is reopened. Younger decisions lower the coverage even when they were reopened already. Superseding by plan is not told apart. Revisited: the share of all decisions made in the window that were discussed or sent back at least once before; unknown where no decision of the evidence ever was, since nothing then says that it would be recorded.',
  others: 'Some count every change to a decision record, some only those after formal approval.',
  lacking: 'no decision is 90 days old yet',
  scopes: ['decision-type', 'team', 'capability', 'item-type'],
  at: 'decided',
  rows: ({ from, until, asOf }) => sql`
    select source, item, cycle, decision_type, team, capability_key as capability, item_type, decided, reopened_at,
           (reopened_at - decided) / 86400000 as held_days,
           decided <= ${asOf} - 90 * 86400000::bigint as old,
           case when old then coalesce(held_days <= 90, false) end as reopened,
           case when not old then true end as young,
           case when (select max(revisits) > 0 from decision_fact) then revisits > 0 end as revisited
    from decision_case
    where decided >= ${from} and decided < ${until}`,
  summary: { kind: 'share', of: 'reopened' },
  also: { young: { kind: 'count', of: 'young' }, revisited: { kind: 'share', of: 'revisited' } },
});
