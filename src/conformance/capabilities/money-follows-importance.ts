import { type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { againstImportance, becauseOfImportance, besideImportance, weighed } from '../importance.ts';
import type { Span } from '../span.ts';

const rows = ({ from, until }: Span): Sql =>
  againstImportance(
    sql`select capability, happened, amount, 1 as cases from funded_part
        where basis = 'spend' and amount is not null and happened >= ${from} and happened < ${until}`,
    from,
  );

export const moneyFollowsImportance = defineRule({
  id: 'capabilities.money-follows-importance',
  dimension: 'capabilities',
  title: 'Money follows importance',
  says: 'Capabilities get money in the proportion in which the goals depend on them.',
  test: 'The part of the money spent in the window that capabilities got up to their share of importance, 1 less the total variation distance of the two: what capabilities got in each stretch in which goals weigh the same, shared out by weight × importance over the capabilities with no other below them. Money goes to capabilities by the links of the chain. Unmapped money, money of a capability with others below it and money of days without weights lower the coverage. Beside it: whether the order is kept (Kendall’s tau-b), and the capabilities furthest from their share; a capability breaks the rule that got less than half of it or more than twice as much.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.7,
    twiceAsBad: 0.4,
    why: 'A tenth of the money may follow contracts and duties; where three tenths lie elsewhere than what matters, the weights do not steer. No outside norm exists.',
  },
  needs: weighed,
  lacking:
    'no money of the window goes to a capability on record that has no other below it, on a day on which goals have weights',
  designed: [],
  measure: { kind: 'overlap' },
  underPressure: { never: 'money is spent by the rhythm of bills and not of the days of a team' },
  rows: (_, span) => rows(span),
  because: () => becauseOfImportance('money'),
  details: (ground, span) => besideImportance(ground, rows(span)),
});
