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
 */
export const teamDays = (from: number, asOf: number, days: readonly number[]): Sql => sql`
  select item_id, team_id, day_from, 86400 / count(*) over (partition by team_id, day_from) as seconds
  from (
    select distinct item_id, visit.team_id, day_from
    from visit
    join stage using (stage_id)
    join (
      select day_end, coalesce(lag(day_end) over (order by day_end), ${from}) as day_from
      from (select unnest(${JSON.stringify(days)}::double[]) as day_end)
    ) on entered < day_end and coalesce("left", ${asOf}) > day_from
    where stage.kind = 'active' and team_id is not null
  )`;
