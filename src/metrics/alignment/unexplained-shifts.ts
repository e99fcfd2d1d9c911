import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';
import { firstPlaces } from '../first-places.ts';

export const unexplainedShifts = defineMetric({
  id: 'alignment.unexplained-shifts',
  code: 'AL3d',
  version: 1,
  title: 'Unexplained shifts',
  question: 'How many changes of what comes first were made without a reason that anybody wrote down?',
  unit: 'share',
  better: 'lower',
  signal: 2,
  formula:
    'Of the changes among the first ten places of priority lists approved in the window, as the churn of priorities counts them, the share without a rationale: neither at the place on the later list, nor in the decision that the list names.',
  edges:
    'A rationale of blanks is none. What left has no place on the later list, so the decision has to explain it. Where nothing changed there is nothing to explain.',
  others: 'No outside definition is in common use.',
  none: 'nothing changed among the first places of any priority list approved in the window',
  scopes: ['team'],
  at: 'changed',
  fedBy: 'records',
  rows: ({ from, until }) => sql`
    select series, list, earlier, changed, team, thing, side, place_before, place_after, explained,
           not explained as unexplained
    from (${firstPlaces})
    where shifted and changed >= ${from} and changed < ${until}`,
  summary: { kind: 'share', of: 'unexplained' },
});
