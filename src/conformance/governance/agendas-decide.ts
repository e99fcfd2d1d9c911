import { sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import { agendaItems } from '../designed/meetings.ts';
import { pressed } from '../pressure/pressed-days.ts';

export const agendasDecide = defineRule({
  id: 'governance.agendas-decide',
  dimension: 'governance',
  title: 'Meetings that are to decide do decide',
  says: 'A forum whose purpose is to decide spends its agenda on decisions and settles what it takes up.',
  test: 'Agenda items of recorded meetings in the window that are decisions with a result, or with the decision that was taken on record, ÷ all agenda items of forums whose purpose is to decide. Information, what was carried over and decisions without either count as not decided. A meeting is held against the design in force on its day. Beside it: each forum apart.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.6,
    worstTolerable: 0.35,
    twiceAsBad: 0.15,
    why: 'To decide takes some information first, so two items in five may be that; where two in three end without a decision it is a status meeting with a vote. No outside norm exists.',
  },
  needs: {
    record: 'meeting with an agenda, of a forum that is to decide (purpose: decide)',
    stated: ({ forums, meetings }) =>
      meetings.some(
        ({ forum, agenda }) =>
          agenda.length > 0 && forums.some(({ key, purpose }) => key === forum && purpose === 'decide'),
      ),
  },
  designed: [agendaItems],
  measure: { kind: 'share' },
  underPressure: { by: 'the day of the meeting, and the work of all teams' },
  rows: (ground, { from, until }) => sql`
    select null::int as item_id, null::int as team_id, null::int as capability, null::text as decision_type,
           forum as object, held_at as counted_at, decided as kept, subject, kind,
           ${pressed(ground, sql`null::int`, sql`held_at`)} as pressed
    from ${ground.table(agendaItems)}
    where held_at >= ${from} and held_at < ${until}`,
  because: () => sql`
    printf('"%s" was %s', broken.subject,
           case broken.kind when 'decision' then 'to be decided and was not' when 'information' then 'information' else 'carried over' end)`,
  details: async (ground, { from, until }) => {
    const rows = await ground.engine.all<{ forum: string; meetings: number; items: number; settled: number }>(sql`
      select forum, count(distinct held_at)::int as meetings, count(*)::int as items,
             count(*) filter (where decided)::int as settled
      from ${ground.table(agendaItems)} where held_at >= ${from} and held_at < ${until}
      group by forum order by settled / items, items desc, forum limit 20`);
    return {
      forums: {
        columns: ['forum', 'meetings', 'agenda items', 'decided'],
        rows: rows.map(({ forum, meetings, items, settled }) => [forum, meetings, items, settled]),
      },
    };
  },
});
