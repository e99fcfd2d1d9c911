import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const forumDecisions = defineMetric({
  id: 'decision.forum-decisions',
  code: 'DE6',
  version: 1,
  title: 'Forum decision ratio',
  question: 'How much of what forums take up ends in a decision, and not in a status report?',
  unit: 'share',
  better: 'higher',
  signal: 2,
  formula:
    'Share of agenda items of meetings held in the window that were to be decided and have their result, or the decision taken on them, on record.',
  edges:
    'All recorded meetings count, whatever their forum is for. Information, what was carried over, and decisions with nothing on record are not decided. The share of the time (minutes) stands beside it, over those agenda items whose minutes were noted. A meeting without an agenda has nothing to count.',
  others: 'Some count meetings with any decision, which one decision in a long agenda satisfies.',
  none: 'no meeting held in the window has an agenda on record',
  scopes: ['forum', 'capability'],
  at: 'held',
  fedBy: 'records',
  rows: ({ from, until }) => sql`
    select meeting, place, forum, capability, held, subject, kind, decided, kind = 'information' as information,
           kind = 'carried-over' as carried_over, minutes, minutes * decided::int as minutes_decided
    from agenda_item
    where held >= ${from} and held < ${until}`,
  summary: { kind: 'share', of: 'decided' },
  also: {
    ofMinutes: { kind: 'ratio', top: 'minutes_decided', bottom: 'minutes' },
    information: { kind: 'share', of: 'information' },
    carriedOver: { kind: 'share', of: 'carried_over' },
  },
});
