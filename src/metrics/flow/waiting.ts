import { sql } from '#engine/sql.ts';
import { boundaryOf } from '../boundary.ts';
import { type Bounds, defineMetric } from '../define.ts';

export const waiting = defineMetric({
  id: 'flow.waiting',
  code: 'FL7',
  version: 1,
  title: 'Waiting',
  question: 'How long does work lie still, and where?',
  unit: 'day',
  better: 'lower',
  signal: 3,
  formula:
    'Mean per item done in the window of the days it spent in queues, in decisions, blocked and handed over but not taken up, from start to end. By stage: the part of it that fell into visits of that stage, per item that came there. By boundary, the team that hands over and the one that takes: the mean wait of a hand-over made from start to end.',
  edges:
    'Waiting before the start, in stages of kind new, does not count; neither does the pause of a reopened item while it was done. A hand-over waits until the first action of the receiver, comments excluded. Items without a start lower the coverage. An active stage shows what was blocked or not yet taken up in it. At a boundary all of the wait counts, blocked or not, until the receiver acts, the item moves on or ends; teams of too few people stand there, too, under the name they are shown by. At boundaries: Σ handed over and not taken up ÷ Σ waiting.',
  others:
    'Most tools count time in stages that are marked as waiting and see no hand-overs, and no blocked time unless a flag is a stage of its own.',
  lacking: 'none of the items has a known start',
  none: 'no item was done in the window',
  scopes: ['team', 'capability', 'item-type', 'stage', 'boundary'],
  beside: [
    { metric: 'flow.waiting', by: 'stage' },
    { metric: 'flow.waiting', by: 'boundary' },
  ],
  rows: (bounds) => {
    if (bounds.cut.includes('boundary')) return rowsByBoundary(bounds);
    return bounds.cut.includes('stage') ? rowsByStage(bounds) : rowsByItem(bounds);
  },
  summary: { kind: 'mean', of: 'waiting' },
  also: {
    queue: { kind: 'mean', of: 'queue' },
    decision: { kind: 'mean', of: 'decision' },
    blocked: { kind: 'mean', of: 'blocked' },
    handoff: { kind: 'mean', of: 'handoff' },
    atBoundaries: { kind: 'ratio', top: 'at_boundary', bottom: 'waiting' },
  },
});

const rowsByItem = ({ from, until }: Bounds) => sql`
  select source, item, team, capability_key as capability, item_type, started, ended,
         case when started is not null then flow_queue / 86400 end as queue,
         case when started is not null then flow_decision / 86400 end as decision,
         case when started is not null then flow_blocked / 86400 end as blocked,
         case when started is not null then flow_handoff / 86400 end as handoff, handoff as at_boundary,
         queue + decision + blocked + handoff as waiting
  from item_case
  where status = 'done' and ended >= ${from} and ended < ${until}`;

/** One row an item and stage it came to from its start on; stages in which it was over hold no waiting. */
const rowsByStage = ({ from, until }: Bounds) => sql`
  with stay as (
    select finished.source, finished.item, finished.team, finished.capability_key as capability, finished.item_type,
           entered_stage.key as stage, entered_stage.kind,
           visit.handoff as handed_over, visit.blocked as stopped,
           visit.elapsed - visit.handoff - visit.blocked as other
    from item_case as finished
    join visit on visit.item_id = finished.item_id
    join stage as entered_stage on entered_stage.stage_id = visit.stage_id
    where finished.status = 'done' and finished.ended >= ${from} and finished.ended < ${until}
      and visit.entered >= finished.started
  )
  select source, item, team, capability, item_type, stage,
         sum(case when kind in ('new', 'queue') then other else 0 end) / 86400 as queue,
         sum(case when kind = 'decision' then other else 0 end) / 86400 as decision,
         sum(stopped) / 86400 as blocked,
         sum(handed_over) / 86400 as handoff, handoff as at_boundary,
         queue + decision + blocked + handoff as waiting
  from stay
  where kind is null or kind not in ('done', 'cancelled')
  group by source, item, team, capability, item_type, stage`;

/** One row a hand-over; the stage is the one in which it was made. Queues and decisions lie at no boundary. */
const rowsByBoundary = ({ from, until }: Bounds) => sql`
  select finished.source, finished.item, finished.team, finished.capability_key as capability, finished.item_type,
         passed_stage.key as stage, giver.key as from_team, taker.key as to_team,
         ${boundaryOf(sql`giver.key`, sql`taker.key`)} as boundary, passed.happened,
         null::double as queue, null::double as decision, null::double as blocked, null::double as at_boundary,
         passed.waited / 86400 as handoff, handoff as waiting
  from item_case as finished
  join handoff as passed on passed.item_id = finished.item_id
  join team as giver on giver.team_id = passed.from_team
  join team as taker on taker.team_id = passed.to_team
  join stage as passed_stage on passed_stage.stage_id = passed.stage_id
  where finished.status = 'done' and finished.ended >= ${from} and finished.ended < ${until}
    and passed.happened >= finished.started and passed.happened < finished.ended`;
