import { type Sql, sql } from '#engine/sql.ts';
import { localDay } from '#model/calendar/local.ts';
import { localDayOf } from '../designed/local-day.ts';
import type { Ground, PreparedTable } from '../ground.ts';
import { periodEnds } from './period-ends.ts';

/** The share of a team's days that can be tight ones: its upper quartile. */
const mostDays = 0.25;

/** Stands for all teams together, where a row has no team or its team has too few days to have a quartile. */
export const allTeams = -1;

/** A quartile of fewer days of work says more about single days than about what is usual. */
const fewestDays = 20;

/**
 * Work in progress at the end of each day of the window, from the first change on: what lay with each team, and with all
 * of them, in stages of kind queue, active or decision. The last day, where it is not over, counts as it stands.
 */
const dailyWork = (ground: Ground): Sql => {
  const first = localDay(ground.span.from, ground.context.timeZone);
  const end = localDay(Math.min(ground.span.until - 1, ground.asOf), ground.context.timeZone) + 1;
  return sql`
    with step as (
      select team_no, day, sum(sum(net)) over by_day as wip, lead(day, 1, ${end}) over by_day as until_day
      from (select team_id as team_no, day, net from daily_work where team_id is not null
            union all select ${allTeams}, day, net from daily_work)
      group by team_no, day
      window by_day as (partition by team_no order by day)
    )
    select team_no, unnest(range(greatest(day, ${first}), least(until_day, ${end}))) as day, wip from step`;
};

/**
 * The days of the window on which each team (by code; −1 for all together) was under pressure.
 *
 * Those are the days of most work in progress, at most a quarter of the team's days. Days of equal work stay together: where
 * they would make it more than a quarter none of them is taken, so that a team whose days are all alike has no tight ones.
 * A team's days are those from the first on which work lay with it to the last.
 */
export const pressedDays: PreparedTable = {
  name: 'pressed_day',
  as: (ground) => sql`
    with daily as materialized (${dailyWork(ground)}),
    usual as (
      select team_no, min(day) as first_day, max(day) as last_day from daily where wip > 0 group by team_no
      having last_day - first_day + 1 >= ${fewestDays}
    ),
    tight as (
      select team_no, day from daily join usual using (team_no) where day between first_day and last_day
      qualify cume_dist() over (partition by team_no order by wip desc) <= ${mostDays}
    ),
    judged as (
      select team_no, case when usual.team_no is null then ${allTeams} else team_no end as by_team
      from (select team_id as team_no from team union all select ${allTeams}) left join usual using (team_no)
    )
    select judged.team_no, tight.day from judged join tight on tight.team_no = by_team
    union
    select judged.team_no, closing.day from judged
    cross join (select unnest(${JSON.stringify(periodEnds(ground.context))}::int[]) as day) as closing`,
};

/**
 * Whether something that a team began at an instant (expressions for its code and the time in ms) began under pressure;
 * null where it began outside the window. The day is found out from the instant where it is not handed in.
 */
export const pressed = (ground: Ground, team: Sql, at: Sql, day = localDayOf(ground, at)): Sql => sql`
  case when ${at} >= ${ground.span.from} and ${at} < ${ground.span.until}
       then (coalesce(${team}, ${allTeams}), ${day}) in (select team_no, day from ${ground.table(pressedDays)}) end`;
