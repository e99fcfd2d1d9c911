import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const pingPong = defineMetric({
  id: 'flow.ping-pong',
  code: 'FL9',
  version: 1,
  title: 'Ping-pong',
  question: 'How much of the work is sent straight back to the team it came from?',
  unit: 'share',
  better: 'lower',
  signal: 3,
  formula:
    'Share of items done in the window whose teams, equal neighbours taken as one, hold A, B, A somewhere. Any return to an earlier team, however far round, stands beside it, and so does the share whose stages hold A, B, A.',
  edges:
    'Rows without a team are passed over. Items that no team ever had lower the coverage; their stages count all the same. Stages that repeat by design count as well.',
  lacking: 'no team is known for any of the items',
  others:
    'Process mining suites define it on activities (direct: one step between; indirect: more); studies of support desks on teams, as here. The stages beside it are the direct one.',
  scopes: ['team', 'capability', 'item-type'],
  at: 'ended',
  rows: ({ from, until }) => sql`
    select source, item, team, capability_key as capability, item_type, ended, teams,
           case when teams > 0 then ping_pong end as ping_pong,
           case when teams > 0 then any_return end as any_return, stage_ping_pong
    from item_case
    where status = 'done' and ended >= ${from} and ended < ${until}`,
  summary: { kind: 'share', of: 'ping_pong' },
  also: {
    anyReturn: { kind: 'share', of: 'any_return' },
    stages: { kind: 'share', of: 'stage_ping_pong' },
  },
});
