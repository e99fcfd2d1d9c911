import { sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { dueMeetings } from '../designed/meetings.ts';
import { pressed } from '../pressure/pressed-days.ts';

export const reviewsHappen = defineRule({
  id: 'engagement.reviews-happen',
  dimension: 'engagement',
  title: 'Reviews happen',
  says: 'Forums meet as often as they are designed to, so that priorities and results are looked at in time.',
  test: 'Meetings held in the window ÷ meetings due in it, over all forums with a cadence, from the first recorded meeting of each. One is due a cadence after the last that was held; once the wait is half a cadence longer than that it is missed, and the next is due a cadence later. Forums without a recorded meeting lower the coverage. Beside it: each forum apart.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.7,
    twiceAsBad: 0.4,
    why: 'One in ten falls to holidays; when three in ten are left out, what should have been reviewed waits for two rounds. No outside norm exists.',
  },
  needs: {
    record: 'forum with a cadence (cadenceDays) and its meetings',
    stated: ({ forums, meetings }) =>
      meetings.some(({ forum }) => forums.some(({ key, cadenceDays }) => key === forum && cadenceDays !== undefined)),
  },
  lacking: 'no forum with a cadence has a recorded meeting',
  designed: [dueMeetings],
  measure: { kind: 'share' },
  underPressure: { by: 'the day on which the meeting was held or due, and the work of all teams' },
  rows: (ground, { from, until }) => sql`
    select null::int as item_id, null::int as team_id, null::int as capability, null::text as decision_type,
           forum as object, due_at as counted_at, held as kept, cadence,
           ${pressed(ground, sql`null::int`, sql`due_at`)} as pressed
    from ${ground.table(dueMeetings)}
    where due_at >= ${from} and due_at < ${until}`,
  because: () => sql`printf('did not meet, although it is to meet every %g days', broken.cadence)`,
  details: async (ground, { from, until }) => {
    const rows = await ground.engine.all<{ forum: string; cadence: number; happened: number; due: number }>(sql`
      select forum, any_value(cadence) as cadence, count(*) filter (where held)::int as happened, count(held)::int as due
      from ${ground.table(dueMeetings)} where due_at >= ${from} and due_at < ${until}
      group by forum order by happened / nullif(due, 0), due desc, forum limit 20`);
    return {
      forums: {
        columns: ['forum', 'every so many days', 'held', 'due'],
        rows: rows.map(({ forum, cadence, happened, due }) => [forum, cadence, happened, due]),
      },
    };
  },
});
