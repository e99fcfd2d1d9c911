import { sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { daysText } from '../lengths.ts';
import { pressed } from '../pressure/pressed-days.ts';

const ninetyDays = 90 * 86_400_000;

export const settledOnce = defineRule({
  id: 'governance.settled-once',
  dimension: 'governance',
  title: 'Settled once',
  says: 'What is decided stays decided: nobody reopens it without new facts.',
  test: 'Decisions made in the window that were not reopened within 90 days ÷ decisions made in the window and at least 90 days before the evidence ends; younger ones are left out and counted beside it. Beside it too: how often a matter was discussed or sent back before it was decided.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.97,
    worstTolerable: 0.9,
    twiceAsBad: 0.8,
    why: 'New facts justify a few; when one decision in ten is reopened, waiting for the next round pays. No outside norm exists.',
  },
  designed: [],
  measure: { kind: 'share' },
  underPressure: { by: 'the day on which the decision was raised, and the team of its item' },
  rows: (ground, { from, until }) => sql`
    select item_id, team_id, capability, type as decision_type, null::text as object, decided as counted_at,
           reopened_at is null or reopened_at - decided > ${ninetyDays} as kept, reopened_at, decided,
           ${pressed(ground, sql`team_id`, sql`raised`)} as pressed
    from decision_fact
    where decided >= ${from} and decided < ${until} and decided <= ${ground.asOf - ninetyDays}`,
  because: () =>
    sql`printf('reopened %s after it was decided', ${daysText(sql`((broken.reopened_at - broken.decided) / 1000.0)`)})`,
  details: ({ engine, asOf }, { from, until }) =>
    engine.only<Record<string, number | null>>(sql`
      select count(*) filter (where decided > ${asOf - ninetyDays})::int as "tooYoungToTell",
             avg(revisits) as "revisitsMean", avg((revisits > 1)::int) as "revisitedTwiceShare"
      from decision_fact where decided >= ${from} and decided < ${until}`),
});
