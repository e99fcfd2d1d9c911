import type { Engine } from '#engine/engine.ts';
import { type Sql, sql } from '#engine/sql.ts';

/** Of how many items done before, the last ones, a forecast is made. */
const historyLength = 200;

/** Items that were done and have a start, with the names of the group whose history is theirs; nobody and nothing are names too. */
const doneItems = sql`
  select item_id, coalesce(team.key, '(none)') as team, coalesce(raw_value.key, '(none)') as item_type,
         started, ended, flow_elapsed / 1000 as took
  from stored_item
  left join team using (team_id)
  left join raw_value on value_id = stored_item.type
  where status = 'done' and started is not null`;

/**
 * What history said of each item as it started: the 50th, 85th and 95th percentile of the flow times of the last 200 items of
 * its team and type that had ended by then, and how many these were. What started before any had ended has no row.
 *
 * Limits are worked out once an item that ended, over a moving frame; each item then looks up the last that ended before its
 * start. Cost grows as n log n, not as n × 200.
 */
const limitsOf = (items: Sql, those: Sql): Sql => sql`
  with done as (${items}),
  history as (
    select team, item_type, ended, count(*) over recent as known,
           quantile_cont(took, [0.5, 0.85, 0.95]) over recent as limits
    from done
    window recent as (
      partition by team, item_type order by ended, took, item_id
      rows between ${historyLength - 1} preceding and current row)
    qualify row_number() over (partition by team, item_type, ended order by took desc, item_id desc) = 1
  )
  select item_id, known::int, limits[1], limits[2], limits[3]
  from done as later
  asof join history
    on history.team = later.team and history.item_type = later.item_type and history.ended < later.started
  where ${those}`;

/** Works out the limits of all items. */
export const buildKnownLimits = (engine: Engine): Promise<void> =>
  engine.run(sql`insert into known_limit ${limitsOf(doneItems, sql`true`)}`);

/**
 * Notes when the items of `changed_item` started and ended: the first of each group, in a table that `updateKnownLimits` takes
 * away. To be asked both while their former facts stand and once the present ones do.
 */
export const noteChanged = async (engine: Engine): Promise<void> => {
  await engine.run(sql`
    create temp table if not exists changed_group (team text, item_type text, first_start double, first_end double)`);
  await engine.run(sql`
    insert into temp.changed_group
    select team, item_type, min(started), min(ended) from (${doneItems}) semi join changed_item using (item_id) group by all`);
};

/**
 * Works out anew the limits of the changed items, and of all that started once one of them had ended, formerly or now.
 *
 * Of a group, the items count that ended since the first of these starts, and as many before as a history has: what comes in
 * day by day ends late.
 */
export const updateKnownLimits = async (engine: Engine): Promise<void> => {
  const changed = sql`(
    select team, item_type, min(first_start) as first_start, min(first_end) as first_end
    from temp.changed_group group by all)`;
  await engine.run(sql`
    create temp table changed_limit as
    select item_id from changed_item
    union
    select item_id from (${doneItems}) join ${changed} using (team, item_type) where started > first_end`);
  await engine.run(sql`delete from known_limit where item_id in (select item_id from changed_limit)`);
  // The least of the last ends tells where they begin, for a fraction of what it takes to number all items of a group.
  const late = sql`
    select item.* from (${doneItems}) as item
    join (
      select team, item_type, list_min(max(ended, ${historyLength}) filter (where ended < first_start)) as since
      from (${doneItems}) join ${changed} using (team, item_type) group by all
    ) as changed using (team, item_type)
    where since is null or ended >= since`;
  await engine.run(sql`insert into known_limit ${limitsOf(late, sql`item_id in (select item_id from changed_limit)`)}`);
  for (const table of [sql`changed_group`, sql`changed_limit`]) await engine.run(sql`drop table temp.${table}`);
};
