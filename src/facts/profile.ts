import type { Engine } from '#engine/engine.ts';
import { exactSum } from '#engine/exact-sum.ts';
import { identifier, type Sql, sql } from '#engine/sql.ts';
import type { EvidenceSource } from './source.ts';

/** The rows of a source that count up to an instant (ms): how many they are, and when the first and the last of them are. */
export const rowsCounted = async (
  engine: Engine,
  { rows }: Pick<EvidenceSource, 'rows'>,
  asOf: number,
): Promise<{ n: number; first: number | null; last: number | null }> => {
  const counted = await engine.one<{ n: number; first: number | null; last: number | null }>(sql`
    select count(*)::double as n, min(instant) / 1000.0 as first, max(instant) / 1000.0 as last
    from ${rows} where instant <= ${asOf}::double * 1000`);
  return counted ?? { n: 0, first: null, last: null };
};

/**
 * The first row of each item of a log that tells what was before its first change: `item_id`, `first` (ms). What was before is
 * an event, but no row, and lies before it. Undefined for any other source.
 */
export const firstRows = ({ sourceId, mapping, rows, column }: EvidenceSource, asOf: number): Sql | undefined =>
  mapping.changes?.from === undefined
    ? undefined
    : sql`(select item_id, min(instant) / 1000.0 as first from ${rows} as log
           join (select item_id, key from item where source_id = ${sourceId}) as the_item
           on the_item.key = ${column(mapping.columns.item)}
           where instant <= ${asOf}::double * 1000 group by item_id)`;

const noFirstRows = sql`(select null::int as item_id, null::double as first where false)`;

/** How often work changes hands in one source, by raw names; null when the log has no such column. */
export type HandoffProfile = {
  readonly handoffs: { total: number; mean: number; median: number; max: number; itemsWithNone: number };
  readonly pingPong: { items: number; share: number };
  readonly anyReturn: { items: number; share: number };
};

/**
 * Changes of holder between consecutive non-empty values, per item over all items of the source.
 *
 * Ping-pong is A→B→A once equal neighbours are taken as one; any return is a holder that comes back after another.
 */
export const handoffProfile = async (
  engine: Engine,
  sourceId: number,
  holder: 'team' | 'person',
): Promise<HandoffProfile | null> => {
  const known = await engine.one<{ n: number }>(
    sql`select count(*)::int as n from raw_value where source_id = ${sourceId} and role = ${holder}`,
  );
  if (!known?.n) return null;
  const row = await engine.one<Record<string, number>>(sql`
    with held as (
      select event.item_id, event.rowid as seq, ${identifier(holder)} as holder
      from event join item using (item_id)
      where item.source_id = ${sourceId} and ${identifier(holder)} is not null
    ),
    runs as (
      select item_id, seq, holder from held
      qualify holder is distinct from lag(holder) over (partition by item_id order by seq)
    ),
    turns as (
      select item_id, holder, lag(holder, 2) over (partition by item_id order by seq) as before_last,
             row_number() over (partition by item_id, holder order by seq) as nth
      from runs
    ),
    by_item as (
      select item_id, count(*) - 1 as changes, coalesce(bool_or(holder = before_last), false) as ping_pong,
             coalesce(bool_or(nth > 1), false) as any_return
      from turns group by item_id
    ),
    all_items as (
      select coalesce(changes, 0) as changes, coalesce(ping_pong, false) as ping_pong,
             coalesce(any_return, false) as any_return
      from item left join by_item using (item_id) where source_id = ${sourceId}
    )
    select sum(changes)::double as total, avg(changes) as mean, median(changes)::double as median,
           max(changes)::double as max, (count(*) filter (where changes = 0))::double as none,
           (count(*) filter (where ping_pong))::double as ping, (count(*) filter (where any_return))::double as back,
           count(*)::double as items
    from all_items`);
  const { total = 0, mean = 0, median = 0, max = 0, none = 0, ping = 0, back = 0, items = 0 } = row ?? {};
  return {
    handoffs: { total, mean, median, max, itemsWithNone: none },
    pingPong: { items: ping, share: ping / items },
    anyReturn: { items: back, share: back / items },
  };
};

/**
 * First to last row, in days, of the items that reached a done stage; null where none did.
 *
 * The mean is taken of whole microseconds, because a sum of fractions depends on the order in which they are added.
 */
export const durationProfile = async (
  engine: Engine,
  sourceId: number,
  first = noFirstRows,
): Promise<{ n: number; p50: number; mean: number; p85: number; p90: number; p95: number } | null> => {
  const row = await engine.one<Record<'n' | 'p50' | 'mean' | 'p85' | 'p90' | 'p95', number>>(sql`
    with reached as (
      select distinct visit.item_id from visit join stage using (stage_id)
      where stage.kind = 'done' and stage.source_id = ${sourceId}
    ),
    lasted as (
      select (max(instant) - min(instant)) / 86400000 as days, ((max(instant) - min(instant)) * 1000)::bigint as us
      from event join reached using (item_id) left join ${first} as first_row using (item_id)
      where first is null or instant >= first group by item_id
    )
    select count(*)::double as n, quantile_cont(days, 0.5) as p50, sum(us)::double / count(*) / 86400000000 as mean, quantile_cont(days, 0.85) as p85,
           quantile_cont(days, 0.9) as p90, quantile_cont(days, 0.95) as p95
    from lasted`);
  return row && row.n > 0 ? row : null;
};

/**
 * The share of all elapsed time that each raw state holds: a row's state lasts until the next row of its item, and the
 * last row lasts no time. A row that states none goes on with the one before. Null where no time passes at all.
 */
export const elapsedShares = async (
  engine: Engine,
  sourceId: number,
  first = noFirstRows,
): Promise<Record<string, number> | null> => {
  const rows = await engine.all<{ state: string; share: number }>(sql`
    with timed as (
      select item_id, instant, event.rowid as seq,
             last_value(state ignore nulls) over (partition by item_id order by event.rowid) as state,
             lead(instant) over (partition by item_id order by event.rowid) - instant as lasts
      from event join item using (item_id) where item.source_id = ${sourceId}
    ),
    by_state as (
      select raw_value.raw as state, ${exactSum(sql`coalesce(lasts, 0)`)} as lasted
      from timed join raw_value on raw_value.value_id = timed.state left join ${first} as first_row using (item_id)
      where first is null or instant >= first group by 1
    )
    select state, lasted / (select ${exactSum(sql`lasted`)} from by_state) as share from by_state
    where (select max(lasted) from by_state) > 0 order by share desc, state`);
  return rows.length === 0 ? null : Object.fromEntries(rows.map(({ state, share }) => [state, share]));
};

/** Raw names that no rule takes, by what they would be, with the number of rows that carry them. */
export const unmappedNames = async (
  engine: Engine,
  sourceId: number,
): Promise<Record<string, { raw: string; events: number }[]>> => {
  const rows = await engine.all<{ role: string; raw: string; events: number }>(sql`
    select role, raw, events from raw_value
    where source_id = ${sourceId} and (not mapped or (role = 'state' and kind is null))
    order by role, events desc, raw`);
  const byRole: Record<string, { raw: string; events: number }[]> = {};
  for (const { role, raw, events } of rows) byRole[role] = [...(byRole[role] ?? []), { raw, events }];
  return byRole;
};
