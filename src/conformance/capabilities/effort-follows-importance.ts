import { type Sql, sql } from '#engine/sql.ts';
import { dayEnds, teamDays } from '#facts/team-days.ts';
import { defineRule } from '../define.ts';
import type { Ground } from '../ground.ts';
import { againstImportance, becauseOfImportance, besideImportance, weighed } from '../importance.ts';
import type { Span } from '../span.ts';

const rows = ({ asOf, context: { timeZone } }: Ground, { from, until }: Span): Sql =>
  againstImportance(
    sql`select capability_key as capability, day_from as happened, seconds as amount, 1 as cases
        from (${teamDays(from, asOf, dayEnds(from, until, timeZone, asOf))}) join item_cut using (item_id)`,
    from,
  );

export const effortFollowsImportance = defineRule({
  id: 'capabilities.effort-follows-importance',
  dimension: 'capabilities',
  title: 'Effort follows importance',
  says: 'Teams spend their days on capabilities in the proportion in which the goals depend on them.',
  test: 'The part of the days of teams in the window that capabilities got up to their share of importance, 1 less the total variation distance of the two: what capabilities got in each stretch in which goals weigh the same, shared out by weight × importance over the capabilities with no other below them. A team’s day is split equally over its items in an active stage. Unmapped days, days of a capability with others below it and days without weights lower the coverage. Beside it: whether the order is kept (Kendall’s tau-b), and the capabilities furthest from their share; a capability breaks the rule that got less than half of it or more than twice as much.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.7,
    twiceAsBad: 0.4,
    why: 'A tenth of the days may go to what breaks and what the law asks; where three tenths lie elsewhere than what matters, the weights do not steer. No outside norm exists.',
  },
  needs: weighed,
  lacking:
    'no effort of the window goes to a capability on record that has no other below it, on a day on which goals have weights',
  designed: [],
  measure: { kind: 'overlap' },
  underPressure: { never: 'a tight day has as many hours as any other, so pressure cannot change how they are split' },
  rows,
  because: () => becauseOfImportance('effort'),
  details: (ground, span) => besideImportance(ground, rows(ground, span)),
});
