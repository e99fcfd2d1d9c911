import type { Engine } from '#engine/engine.ts';
import { identifier, join, type Sql, sql } from '#engine/sql.ts';
import { asStartsAndEnds } from './begun-and-ended.ts';
import { carried, itemOrder, withOrder } from './carried.ts';
import { withFirstValues } from './first-values.ts';
import { withLives } from './lived.ts';
import { type NamedRole, namedRoles } from './names.ts';
import type { EvidenceSource } from './source.ts';

/**
 * Turns the rows of all sources into events: codes instead of names, and each item's rows in their one true order
 * (docs/reference/evidence.md, "Order").
 *
 * Rows after `asOf` (ms) do not exist. Names and items get codes in the order of their keys, source after source; those that
 * rows bring along later get the codes after these, so that nothing may be read out of which code is the smaller one.
 * Answers the sources with the states of their rows, where these follow from others.
 */
export const buildEvents = async (
  engine: Engine,
  sources: readonly EvidenceSource[],
  asOf: number,
): Promise<EvidenceSource[]> => {
  for (const table of ['raw_value', 'item', 'event']) await engine.run(sql`delete from ${identifier(table)}`);
  const read: EvidenceSource[] = [];
  for (const source of [...sources].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    await codeItems(engine, source, asOf);
    const lived = await withLives(
      engine,
      await withOrder(engine, asStartsAndEnds(withFirstValues(source, asOf))),
      asOf,
    );
    await codeNames(engine, lived);
    await codeRows(engine, lived, { items: sql`item`, into: sql`event`, asOf });
    read.push(lived);
  }
  return read;
};

/** The names of the roles that some rows of a source carry, each with how often: `place` (of the role), `role`, `raw`, `events`. */
const namesIn = (source: EvidenceSource, rows: Sql): Sql | undefined => {
  const roles = namedRoles.flatMap((role, place) => {
    const value = carried(source, role);
    if (!value) return [];
    return [
      sql`select ${place}::int as place, ${role} as role, ${value} as raw, count(*)::double as events from ${rows} group by raw having raw is not null`,
    ];
  });
  return roles.length === 0 ? undefined : join(roles, ' union all ');
};

/** Gives the next codes to names of a source, in the order of their roles and themselves. */
const giveCodes = ({ sourceId }: EvidenceSource, names: Sql): Sql => sql`
  insert into raw_value
  select ((select coalesce(max(value_id), -1) from raw_value) + row_number() over (order by place, raw))::int,
         ${sourceId}, role, raw, raw, false, null, events
  from (${names})`;

const codeNames = async (engine: Engine, source: EvidenceSource): Promise<void> => {
  const names = namesIn(source, source.rows);
  if (names) await engine.run(giveCodes(source, names));
};

/** Counts the names in further rows of a source; those that were not known get the next codes. */
export const addNames = async (engine: Engine, source: EvidenceSource, rows: Sql): Promise<void> => {
  const names = namesIn(source, rows);
  if (!names) return;
  const { sourceId } = source;
  await engine.run(sql`create temp table named as ${names}`);
  await engine.run(sql`
    update raw_value set events = raw_value.events + named.events from named
    where source_id = ${sourceId} and raw_value.role = named.role and raw_value.raw = named.raw`);
  await engine.run(
    giveCodes(
      source,
      sql`select * from named anti join (select role, raw from raw_value where source_id = ${sourceId}) using (role, raw)`,
    ),
  );
  await engine.run(sql`drop table temp.named`);
};

const codeItems = (engine: Engine, { sourceId, mapping, rows, column }: EvidenceSource, asOf: number): Promise<void> =>
  engine.run(sql`
    insert into item
    select ((select count(*) from item) + row_number() over (order by key) - 1)::int, ${sourceId}, key
    from (select distinct ${column(mapping.columns.item)} as key from ${rows} where instant <= ${asOf}::double * 1000)`);

/** What a row did: of the rows of one go at an activity, only one did it. */
const done = (source: EvidenceSource): Sql | undefined => {
  const activity = carried(source, 'activity');
  return activity && source.lives ? sql`(case when ${source.lives.tells} then ${activity} end)` : activity;
};

/** Adds the rows of a source to a table of events, item after item; `items` says which code stands for which key. */
export const codeRows = async (
  engine: Engine,
  source: EvidenceSource,
  { items, into, asOf }: { readonly items: Sql; readonly into: Sql; readonly asOf: number },
): Promise<void> => {
  const { sourceId, mapping, rows, column } = source;
  const coded = namedRoles.flatMap((role) => {
    const value = role === 'activity' ? done(source) : carried(source, role);
    return value ? [{ role, value, name: identifier(`value_${role}`) }] : [];
  });
  const code = (role: NamedRole): Sql => {
    const found = coded.find((each) => each.role === role);
    return found ? sql`${found.name}.value_id` : sql`null`;
  };
  const joins = coded.map(
    ({ role, value, name }) => sql`
      left join (select value_id, raw from raw_value where source_id = ${sourceId} and role = ${role}) as ${name}
      on ${name}.raw = ${value}`,
  );
  await engine.run(sql`
    insert into ${into}
    select item_id, instant / 1000.0, ${join(namedRoles.map(code))}, created / 1000.0, promised / 1000.0
    from ${rows} as log
    join (select item_id, key from ${items} where source_id = ${sourceId}) as the_item on the_item.key = ${column(mapping.columns.item)}
    ${join(joins, '')}
    where instant <= ${asOf}::double * 1000
    order by ${itemOrder(source, sql`item_id`)}`);
};
