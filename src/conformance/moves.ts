import { join, type Sql, sql } from '#engine/sql.ts';
import { scopeJoin, scopeNo } from './designed/scopes.ts';
import { edgeBefore } from './edges.ts';
import { asksForItem } from './eras.ts';
import type { Ground, PreparedTable } from './ground.ts';
import { pressed } from './pressure/pressed-days.ts';
import type { Span } from './span.ts';

/** Every move from one stage to another in a span, with the scope of its item where workflows ask for one. */
export const movesIn = (ground: Ground, { from, until }: Span): Sql => sql`
  select visit.item_id, visit.team_id, visit.entered, visit.from_stage, visit.stage_id, ${scopeNo(ground)} as scope_no,
         ${pressed(ground, sql`visit.team_id`, sql`visit.entered`, sql`visit.entered_day`)} as pressed
  from visit
  ${scopeJoin(ground, sql`visit.item_id`, sql`visit.entered`)}
  where ${movesThat(ground, [sql`visit.entered >= ${from}`, sql`visit.entered < ${until}`])}`;

/** All moves, counted by scope, stages and the edge before them. */
export const countedMoves: PreparedTable = {
  name: 'counted_move',
  as: (ground) => sql`
    select visit.from_stage, visit.stage_id, ${scopeNo(ground)} as scope_no,
           ${edgeBefore(ground.edges, sql`visit.entered`)} as entered,
           ${pressed(ground, sql`visit.team_id`, sql`visit.entered`, sql`visit.entered_day`)} as pressed, count(*) as n
    from visit
    ${scopeJoin(ground, sql`visit.item_id`, sql`visit.entered`)}
    where ${movesThat(ground, [])}
    group by all`,
};

/** The counted moves of a span between two edges. */
export const countedMovesIn = (ground: Ground, { from, until }: Span): Sql =>
  sql`select * from ${ground.table(countedMoves)} where entered >= ${from} and entered < ${until}`;

/**
 * The condition that a visit was a move and meets others besides.
 *
 * Where items are joined, it is one expression: from several the engine takes the visits for few, and holds them all in
 * memory to look up each item in them. Elsewhere several are quicker.
 */
const movesThat = (ground: Ground, others: readonly Sql[]): Sql =>
  asksForItem(ground.eras)
    ? sql`least(${join([sql`coalesce(visit.from_stage <> visit.stage_id, false)`, ...others])})`
    : join([sql`visit.from_stage <> visit.stage_id`, ...others], ' and ');
