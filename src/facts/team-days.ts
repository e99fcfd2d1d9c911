import { type Sql, sql } from '#engine/sql.ts';
import { localDay, startOfLocalDay } from '#model/calendar/local.ts';

/** The local midnights that end a day of a window; a day that begins after `asOf` is not known yet. */
export const dayEnds = (from: number, until: number, timeZone: string, asOf: number): number[] => {
  const last = localDay(asOf, timeZone) + 1;
  const days: number[] = [];
  for (let day = localDay(from, timeZone) + 1; day <= last; day++) {
    const midnight = startOfLocalDay(day, timeZone);
    if (midnight > until) return days;
    days.push(midnight);
  }
  return days;
};

/**
 * What teams spent on items: a row for each day, team and item that the team had in an active stage on it, with the part of
 * the day in seconds. The day of a team is split equally over its items; the first day may have begun before the window.
 *
 * The first and the last day of a visit are looked up, and those between are counted off: to hold every visit against
 * every day takes ten times as long.
 */
export const teamDays = (from: number, asOf: number, days: readonly number[]): Sql => sql`
  with day as (
    select day_end, coalesce(lag(day_end) over (order by day_end), ${from}) as day_from, row_number() over (order by day_end) as day_no
    from (select unnest(${JSON.stringify(days)}::double[]) as day_end)
  ),
  span as (
    select item_id, visit.team_id, entered, coalesce("left", ${asOf}) as until_at
    from visit
    join stage using (stage_id)
    where stage.kind = 'active' and team_id is not null and coalesce("left", ${asOf}) > ${from}
  ),
  worked as (
    select distinct item_id, team_id, unnest(range(coalesce(before.day_no, 0) + 1, least(coalesce(last.day_no, 0) + 1, (select count(*) from day)) + 1)) as day_no
    from span
    asof left join day as before on before.day_end <= span.entered
    asof left join day as last on last.day_end < span.until_at
  )
  select item_id, team_id, day_from, 86400 / items as seconds
  from worked
  join (select team_id, day_no, count(*) as items from worked group by team_id, day_no) using (team_id, day_no)
  join day using (day_no)`;
