import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';
import { isStrategic, withWeights } from '../strategic.ts';

export const strategicSpend = defineMetric({
  id: 'alignment.strategic-spend',
  code: 'AL1a',
  version: 1,
  title: 'Spend on strategic capabilities',
  question: 'How much of the money that goes out is for what the strategy depends on?',
  unit: 'share',
  better: 'higher',
  signal: 2,
  formula:
    'Money spent in the window on capabilities that were strategic on its day ÷ all money spent: some goal with a weight in the planning period depends on them at the workspace’s cut or above. Money goes from investments by way of initiatives to capabilities in the shares that chain links pass on.',
  edges:
    'What no link passes on to a capability is unmapped: it is not strategic and stays in the denominator; the share that is mapped, and the figure among it, stand beside it, and so do the shares of what is spent to run the business and to change it (grow and transform). Each amount goes by the links of its day, is divided to the coin, and is converted by the rate of its day; without a rate it lowers the coverage, as does money of days on which no goal had a weight. Credits are negative.',
  others:
    'The same question has other answers by money (budget tools), by effort (engineering analytics) and by items (flow distribution); the basis is in the title.',
  caveat: 'Money goes by shares that links claim, so the figure is never graded above C.',
  none: 'no spend is on record in the window',
  lacking: 'no spend has a rate into the currency of the workspace and falls on a day on which a goal has a weight',
  scopes: ['team', 'capability'],
  at: 'happened',
  fedBy: 'records',
  restsOn: 'claimed-shares',
  rows: ({ from, until }) => sql`
    select *, amount * strategic::int as strategic_amount, amount * mapped::int as mapped_amount,
           case when strategic is not null then amount end as judged_amount,
           case when class = 'run' then amount * strategic::int end as strategic_run,
           case when class = 'run' then judged_amount end as judged_run,
           case when class in ('grow', 'transform') then amount * strategic::int end as strategic_change,
           case when class in ('grow', 'transform') then judged_amount end as judged_change
    from (
      select investment, class, initiative, team, funded_part.capability, happened, amount,
             funded_part.capability <> '(none)' as mapped, ${isStrategic} as strategic
      from funded_part ${withWeights(sql`funded_part.capability`, sql`happened`)}
      where basis = 'spend' and happened >= ${from} and happened < ${until}
    )`,
  summary: { kind: 'complete-ratio', top: 'strategic_amount', bottom: 'judged_amount' },
  also: {
    ofMapped: { kind: 'complete-ratio', top: 'strategic_amount', bottom: 'mapped_amount' },
    mapped: { kind: 'complete-ratio', top: 'mapped_amount', bottom: 'amount' },
    ofRun: { kind: 'complete-ratio', top: 'strategic_run', bottom: 'judged_run' },
    ofChange: { kind: 'complete-ratio', top: 'strategic_change', bottom: 'judged_change' },
  },
});
