import { join, type Sql, sql } from '#engine/sql.ts';
import { localDay } from '#model/calendar/local.ts';
import { scopeJoin, scopeNo } from './designed/scopes.ts';
import { edgeBefore, edgeUpTo, wholeDays } from './edges.ts';
import { asksForItem } from './eras.ts';
import type { Ground, PreparedTable } from './ground.ts';
import { allTeams, pressed, pressedDays } from './pressure/pressed-days.ts';
import type { Span } from './span.ts';

/**
 * Every move from one stage to another in a span, with the scope of its item where workflows ask for one.
 *
 * Days leave out most of what is too early before instants are looked at: to compare these takes twice as long.
 */
export const movesIn = (ground: Ground, { from, until }: Span): Sql => sql`
  select visit.item_id, visit.team_id, visit.entered, visit.from_stage, visit.stage_id, ${scopeNo(ground)} as scope_no,
         ${pressed(ground, sql`visit.team_id`, sql`visit.entered`, sql`visit.entered_day`)} as pressed
  from visit
  ${scopeJoin(ground, sql`visit.item_id`, sql`visit.entered`)}
  where ${movesThat(ground, [
    sql`visit.entered_day >= ${localDay(from, ground.context.timeZone)}`,
    sql`visit.entered >= ${from}`,
    sql`visit.entered < ${until}`,
  ])}`;

/**
 * Every team, and none, on every whole day of the window: a place of its own, and as one number which edge comes before the
 * day and whether it was under pressure. Empty where moves are not counted by days.
 *
 * Places are whole numbers without gaps, which the engine looks up as in an array, and few small numbers are quickly counted
 * by. To ask both of each of millions of moves takes twice as long.
 */
export const teamDays: PreparedTable = {
  name: 'team_day',
  as: (ground) => {
    const { edges, context } = ground;
    const days = countedDays(ground);
    return sql`
      select ${placeOf(days, sql`team_no`, sql`day`)} as place,
             (2 * ${edgeUpTo(edges, sql`day`, context.timeZone)} + (tight.day is not null)::int)::smallint as part
      from (select team_id as team_no from team union all select ${allTeams})
      cross join (select unnest(range(${days.from}, ${days.until}))::int as day)
      left join ${ground.table(pressedDays)} as tight using (team_no, day)`;
  },
};

/** As many places as the engine looks up as in an array; a larger table is not worth making. */
const mostPlaces = 2 ** 20;

const none: Span = { from: 0, until: 0 };

/** The days by which moves are counted: the whole days of the window, and none where items are asked for or places are too many. */
const countedDays = ({ names, eras, span, context }: Ground): Span => {
  const days = wholeDays(span, context.timeZone);
  const places = (names.teams.length + 1) * (days.until - days.from);
  return asksForItem(eras) || places > mostPlaces ? none : days;
};

const placeOf = ({ from, until }: Span, team: Sql, day: Sql): Sql =>
  sql`((${team} - ${allTeams}) * ${until - from} + ${day} - ${from})::int`;

/** All moves of the window, counted by scope, stages and the edge before them. */
export const countedMoves: PreparedTable = {
  name: 'counted_move',
  as: (ground) => {
    const days = countedDays(ground);
    return days === none ? counted(ground, []) : countedByDay(ground, days);
  },
};

const counted = (ground: Ground, those: readonly Sql[]): Sql => sql`
  select visit.from_stage, visit.stage_id, ${scopeNo(ground)} as scope_no,
         ${edgeBefore(ground.edges, sql`visit.entered`)} as entered,
         ${pressed(ground, sql`visit.team_id`, sql`visit.entered`, sql`visit.entered_day`)} as pressed, count(*) as n
  from visit
  ${scopeJoin(ground, sql`visit.item_id`, sql`visit.entered`)}
  where ${movesThat(ground, those)}
  group by all`;

/** The same by whole days, and by instants on the days that the window begins and ends in. */
const countedByDay = (ground: Ground, days: Span): Sql => sql`
  select from_stage, stage_id, null::int as scope_no,
         (${JSON.stringify(ground.edges)}::double[])[part // 2 + 1] as entered, part % 2 = 1 as pressed, n
  from (
    select from_stage, stage_id, part, count(*) as n
    from visit
    join ${ground.table(teamDays)} on place = ${placeOf(days, sql`coalesce(team_id, ${allTeams})`, sql`entered_day`)}
    where from_stage <> stage_id and entered_day >= ${days.from} and entered_day < ${days.until}
    group by all
  )
  union all
  ${counted(ground, [sql`visit.entered_day in (${days.from - 1}, ${days.until})`])}`;

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
