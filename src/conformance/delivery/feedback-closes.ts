import { sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { feedback, reviewCadence } from '../designed/feedback.ts';
import { pressed } from '../pressure/pressed-days.ts';

export const feedbackCloses = defineRule({
  id: 'delivery.feedback-closes',
  dimension: 'delivery',
  title: 'Feedback closes',
  says: 'What is measured off target, what surveys say and what reviews look at leads to a decision or an action before the next round.',
  test: 'Measurements of outcomes off target, surveys that closed with an answer, and reviews held in the window that were followed by a decision or an action within one review cadence, the days of both included ÷ all of them. The cadence is that of the slowest review channel in the design of that day, or of its forum. Off target is what lies on the wrong side of the straight line from the baseline to the target, or of the target from its day on. It is answered by a decision on anything that leads to the outcome by links of the chain, or by an action on a finding about it on the agenda of a review; without links it lowers the coverage. A review is answered by a decision that it took or that was due in it, and by an action on a finding on its agenda, a survey by what came of any review. What is younger than its cadence is left out, answered or not. Beside it: outcomes, surveys and forums apart.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.6,
    twiceAsBad: 0.3,
    why: 'Now and then to wait is right; when two in five lead to nothing, people learn that it is not worth telling. No outside norm exists.',
  },
  needs: {
    record: 'channel of kind review with a cadence (cadenceDays), its own or that of its forum',
    stated: (design) => reviewCadence(design) !== undefined,
  },
  lacking: 'no measurement off target is of an outcome to which links of the chain lead',
  designed: [feedback],
  measure: { kind: 'share' },
  underPressure: { by: 'the day of the measurement, the end of the survey or the review, and the work of all teams' },
  rows: (ground, { from, until }) => sql`
    select null::int as item_id, null::int as team_id, null::int as capability, null::text as decision_type,
           object, said_at as counted_at, answered as kept, what, cadence,
           ${pressed(ground, sql`null::int`, sql`said_at`)} as pressed
    from ${ground.table(feedback)}
    where said_at >= ${from} and said_at < ${until}`,
  because: () => sql`printf('%s, and no decision or action followed within %g days', broken.what, broken.cadence)`,
  details: async (ground, { from, until }) => {
    const rows = await ground.engine.all<{ object: string; closed: number; told: number }>(sql`
      select object, count(*) filter (where answered)::int as closed, count(answered)::int as told
      from ${ground.table(feedback)} where said_at >= ${from} and said_at < ${until}
      group by object order by closed / nullif(told, 0), told desc, object limit 20`);
    return {
      sources: {
        columns: ['outcome, survey or forum', 'answered', 'feedback'],
        rows: rows.map(({ object, closed, told }) => [object, closed, told]),
      },
    };
  },
});
