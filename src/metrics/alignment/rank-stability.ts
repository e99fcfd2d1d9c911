import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const rankStability = defineMetric({
  id: 'alignment.rank-stability',
  code: 'AL3a',
  version: 1,
  title: 'Rank stability',
  question: 'Does what came first yesterday still come first when priorities are agreed anew?',
  unit: 'correlation',
  better: 'higher',
  signal: 2,
  formula:
    "Kendall's tau-b between each priority list approved in the window and the one approved before it, over what stands on both: the pairs that kept their order less those that turned it, over all pairs.",
  edges:
    'Lists follow each other where they rank the same kind of thing for planning periods of one kind. Of several re-rankings in the window all pairs count together, each within its own lists. What entered or left is in no pair, and fewer than five things in all are too few. An initiative that was over when the later list was approved leaves a place to those behind it.',
  others: "Spearman's rank correlation weighs long moves more; both are 1 where nothing moved.",
  caveat: 'It says nothing of what entered or left: read it beside the churn of priorities.',
  none: 'no priority list with one before it was approved in the window',
  scopes: ['team'],
  at: 'changed',
  fedBy: 'records',
  rows: ({ from, until }) => sql`
    select series, list, earlier, changed, team, thing, place_before, place_after
    from priority_entry
    where place_before is not null and place_after is not null and changed >= ${from} and changed < ${until}`,
  summary: { kind: 'rank-correlation', of: 'place_before', with: 'place_after', within: 'list' },
});
