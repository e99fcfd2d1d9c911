import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';
import { firstPlaces } from '../first-places.ts';

export const priorityChurn = defineMetric({
  id: 'alignment.priority-churn',
  code: 'AL3b',
  version: 1,
  title: 'Churn of priorities',
  question: 'How much of what comes first is replaced or moved each time priorities are agreed?',
  unit: 'share',
  better: 'lower',
  signal: 2,
  formula:
    'Of the first ten places of each priority list approved in the window and the first ten of the list before it, the share that were entered, left, or hold what moved by three places or more among what both lists rank; what moved counts once, so a list that was turned round has half.',
  edges:
    'Lists follow each other where they rank the same kind of thing for planning periods of one kind; the first one has none before it. Only approved lists count: a draft is no commitment, and the backlog is not asked. An initiative that was over when the later list was approved, and was not stopped, has not left; those behind it move up before places are compared. A shorter list has as many places as it ranks.',
  others:
    'One source counts re-prioritisations a period and calls weekly ones "highly adaptive"; for work that is committed, priorities are meant to hold.',
  none: 'no priority list with one before it was approved in the window',
  scopes: ['team'],
  at: 'changed',
  fedBy: 'records',
  rows: ({ from, until }) => sql`
    select *, case when entered then true end as entry, case when given_up then true end as leaving,
           case when moved then true end as move
    from (${firstPlaces})
    where changed >= ${from} and changed < ${until}`,
  summary: { kind: 'share', of: 'shifted' },
  also: {
    entered: { kind: 'count', of: 'entry' },
    left: { kind: 'count', of: 'leaving' },
    moved: { kind: 'count', of: 'move' },
  },
});
