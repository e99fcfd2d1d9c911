import { sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { intakeChannels } from '../designed/intake.ts';
import { spokenName } from '../ground.ts';
import { pressed } from '../pressure/pressed-days.ts';

/** The key of the channel through which a case that broke the rule came. */
const channel = sql`(select key from raw_value where value_id = broken.channel)`;

export const demandChannel = defineRule({
  id: 'engagement.demand-channel',
  dimension: 'engagement',
  title: 'Demand comes through the channel',
  says: 'Demand enters through the designed intake, so that it can be weighed before anybody starts.',
  test: 'Items started in the window whose channel is a designed intake of that day (by key or raw name) ÷ items started whose channel is known. Items without a channel lower the coverage.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.7,
    twiceAsBad: 0.4,
    why: 'Emergencies take a tenth; when three in ten come another way, the queue no longer shows the demand. No outside norm exists.',
  },
  needs: {
    record: 'channel of kind intake',
    stated: ({ channels }) => channels.some(({ kind }) => kind === 'intake'),
  },
  lacking: 'no item started in the window has a channel',
  designed: [intakeChannels],
  measure: { kind: 'share' },
  underPressure: { by: 'the day on which the item started, and its team' },
  rows: (ground, { from, until }) => sql`
    select item_id, team_id, capability, null::text as decision_type, null::text as object, started as counted_at,
           case when channel is not null then designed.code is not null end as kept, channel,
           ${pressed(ground, sql`team_id`, sql`started`)} as pressed
    from item_fact
    left join ${ground.table(intakeChannels)} as designed
      on designed.code = channel and started >= from_at and started < until_at
    where started >= ${from} and started < ${until}`,
  because: (ground) => sql`
    printf('came through %s', ${spokenName(ground, sql`'channel ' || ${channel}`, sql`coalesce(${channel}, 'no channel')`)})`,
});
