import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const interventionRate = defineMetric({
  id: 'alignment.intervention-rate',
  code: 'AL5',
  version: 1,
  title: 'Intervention rate',
  question: 'How often does somebody have to force what the operating model should bring about by itself?',
  unit: 'count',
  better: 'lower',
  signal: 2,
  formula:
    'Escalations of decisions made in the window, changes of the priority of an item after its start, exceptions granted from policies and emergency decisions raised in the window, per 100 items done in it. Each of the four stands beside it.',
  edges:
    'A priority that is first told after the start, told again, or changed after the end of its item is no change; two names of one key are one priority. An exception without a day on record is in no window. What happened to items that are not done counts too, so the figure is no share of items. An emergency is a decision of a type that the design calls one.',
  others: 'No outside definition is in common use.',
  none: 'no item was done in the window, and nothing was forced in it',
  scopes: ['team', 'capability', 'item-type'],
  at: 'happened',
  fedBy: 'records-and-logs',
  rows: ({ from, until }) => sql`
    with given as (
      select event.item_id, event.rowid as seq, instant, code
      from event
      join (
        select value_id, min(value_id) over (partition by source_id, key) as code from raw_value where role = 'priority'
      ) on value_id = event.priority
    ),
    turn as (
      select *, code <> lag(code) over (partition by item_id order by seq) as is_change
      from given
      semi join (select item_id from given group by item_id having min(code) < max(code)) using (item_id)
    )
    select source, item, team, capability_key as capability, item_type, ended as happened, 'done' as what, 1 as done,
           0 as escalations, 0 as priority_changes, 0 as exceptions, 0 as emergencies, 0 as forced
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}
    union all
    select source, item, team, capability_key, item_type, decided, 'escalations', 0, escalations, 0, 0, 0, escalations
    from decision_case
    where escalations > 0 and decided >= ${from} and decided < ${until}
    union all
    select source, item, team, capability_key, item_type, instant, 'priority change', 0, 0, 1, 0, 0, 1
    from turn
    join item_case on item_case.item_id = turn.item_id and instant > started and (ended is null or instant <= ended)
    where is_change and instant >= ${from} and instant < ${until}
    union all
    select null, policy || ': ' || exception, '(none)', '(none)', '(none)', granted, 'policy exception', 0, 0, 0, 1, 0, 1
    from policy_exception
    where granted >= ${from} and granted < ${until}
    union all
    select source, item, team, capability_key, item_type, raised, 'emergency', 0, 0, 0, 0, 1, 1
    from decision_case
    where emergency and raised >= ${from} and raised < ${until}`,
  summary: { kind: 'ratio', top: 'forced', bottom: 'done', per: 100 },
  also: {
    escalations: { kind: 'ratio', top: 'escalations', bottom: 'done', per: 100 },
    priorityChanges: { kind: 'ratio', top: 'priority_changes', bottom: 'done', per: 100 },
    exceptions: { kind: 'ratio', top: 'exceptions', bottom: 'done', per: 100 },
    emergencies: { kind: 'ratio', top: 'emergencies', bottom: 'done', per: 100 },
  },
});
