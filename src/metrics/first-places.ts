import { type Sql, sql } from '#engine/sql.ts';

/**
 * The first ten places of each approved list and of the one before it, as rows: with what became of what stands there.
 *
 * A place of the later list was `entered`, or what stands there `moved` by three places or more among what both lists rank;
 * one of the earlier list was `given_up`. So the places in which anything changed are those that were entered, left or
 * moved, each once.
 */
export const firstPlaces: Sql = sql`
  select *, coalesce(entered, false) or coalesce(moved, false) or coalesce(given_up, false) as shifted
  from (
    select series, list, earlier, changed, team, thing, 'later' as side, place_before, place_after, explained,
           place_before is null or place_before > 10 as entered, place_before <= 10 and priority_entry.moved >= 3 as moved,
           null::boolean as given_up
    from priority_entry
    where earlier is not null and place_after <= 10
    union all
    select series, list, earlier, changed, team, thing, 'earlier', place_before, place_after, explained,
           null, null, place_after is null or place_after > 10
    from priority_entry
    where earlier is not null and place_before <= 10
  )`;
