import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const priorityConsistency = defineMetric({
  id: 'decision.priority-consistency',
  code: 'DE8',
  version: 1,
  title: 'Decisions by the priorities',
  question: 'Do decisions favour what was agreed to come first?',
  unit: 'share',
  better: 'higher',
  signal: 2,
  formula:
    'Share of decisions on record, made in the window between two ranked sides, that favour the side with the higher rank on the priority list that stood on that day.',
  edges:
    'The sides are initiatives or goals: what the favoured option stands for, against the best ranked of the other options and of what was deferred. A list stands in its period from the day of its approval on until another is approved. Decisions between sides that no list of that day ranks both lower the coverage; those that are not between two initiatives or two goals at all are left out, and so are decisions that a later one corrects. Beside it: how many go against the priorities, and which share of these gives a rationale.',
  others: 'No outside definition is in common use.',
  none: 'no decision between two initiatives or two goals, made in the window, is on record',
  lacking: 'no priority list that stood on the day ranks both sides of any decision',
  scopes: ['decision-type', 'team', 'capability'],
  at: 'decided',
  fedBy: 'records',
  rows: ({ from, until }) => sql`
    select *, case when not by_rank then gives_rationale end as explained
    from (
      select decision, decision_type, team, capability, decided, list, favoured_rank, other_rank, gives_rationale,
             favoured_rank < other_rank as by_rank
      from recorded_decision
      where two_sides and decided >= ${from} and decided < ${until}
    )`,
  summary: { kind: 'share', of: 'by_rank' },
  also: {
    exceptions: { kind: 'count', of: 'explained' },
    exceptionsExplained: { kind: 'share', of: 'explained' },
  },
});
