import type { Engine } from '#engine/engine.ts';
import { identifier, join, type Sql, sql } from '#engine/sql.ts';
import type { Mapping } from '#mapping/mapping.ts';
import { collectValues, type NamedRole, namedRoles, rolesAreTeams } from './names.ts';
import type { EvidenceSource } from './source.ts';

/**
 * Turns the rows of all sources into events: codes instead of names, items in the order of their keys, each item's
 * rows in their one true order (docs/reference/evidence.md, "Order").
 *
 * Rows after `asOf` (ms) do not exist.
 */
export const buildEvents = async (engine: Engine, sources: readonly EvidenceSource[], asOf: number): Promise<void> => {
  await engine.run(sql`delete from raw_value`);
  await engine.run(sql`delete from item`);
  await engine.run(sql`delete from event`);
  for (const source of [...sources].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    await codeNames(engine, source);
    await codeItems(engine, source, asOf);
    await codeRows(engine, source, asOf);
  }
};

const codeNames = async (engine: Engine, source: EvidenceSource): Promise<void> => {
  for (const role of namedRoles) {
    const value = carried(source, role);
    if (value) await collectValues(engine, source.sourceId, role, value, source.rows, await nextCode(engine));
  }
};

const nextCode = async (engine: Engine): Promise<number> => {
  const next = await engine.one<{ id: number }>(sql`select coalesce(max(value_id), -1)::int + 1 as id from raw_value`);
  return next?.id ?? 0;
};

/** What a row of the log carries in one role; undefined where the log has no such thing. */
export const carried = ({ mapping, column }: EvidenceSource, role: NamedRole): Sql | undefined => {
  const { changes, columns } = mapping;
  const declared = columns[role];
  if (declared !== undefined) return column(declared);
  if (role === 'team' && rolesAreTeams(mapping)) return identifier('role');
  if (!changes) return undefined;
  if (role === 'activity') return column(changes.field);
  const fields = changesTo(mapping, role);
  if (!fields) return undefined;
  const names = join(fields.map((field) => sql`${field}`));
  return sql`(case when ${column(changes.field)} in (${names}) then ${column(changes.to)} end)`;
};

const changesTo = ({ changes }: Mapping, role: NamedRole): string[] | undefined => {
  const fields = Object.entries(changes?.fields ?? {}).flatMap(([field, meaning]) => (meaning === role ? [field] : []));
  return fields.length > 0 ? fields : undefined;
};

const codeItems = (engine: Engine, { sourceId, mapping, rows, column }: EvidenceSource, asOf: number): Promise<void> =>
  engine.run(sql`
    insert into item
    select ((select count(*) from item) + row_number() over (order by key) - 1)::int, ${sourceId}, key
    from (select distinct ${column(mapping.columns.item)} as key from ${rows} where instant <= ${asOf}::double * 1000)`);

const codeRows = async (engine: Engine, source: EvidenceSource, asOf: number): Promise<void> => {
  const { sourceId, mapping, rows, column } = source;
  const coded = namedRoles.flatMap((role) => {
    const value = carried(source, role);
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
    insert into event
    select item_id, instant / 1000.0, ${join(eventRoles.map(code))}, created / 1000.0, promised / 1000.0
    from ${rows} as log
    join (select item_id, key from item where source_id = ${sourceId}) as the_item on the_item.key = ${column(mapping.columns.item)}
    ${join(joins, '')}
    where instant <= ${asOf}::double * 1000
    order by item_id, ${inOrder(source)}`);
};

/**
 * The order of an item's rows; of two values of the order column, numbers come before texts.
 *
 * Of the identity the half that counts more is enough: two rows of one instant agree in it by chance once in 2⁶⁴, and it
 * sorts much faster.
 */
export const inOrder = ({ mapping, column }: EvidenceSource): Sql => {
  const { order } = mapping.columns;
  // Copies of one row need no order: they are equal.
  const rest = sql`tie, (identity >> 64)::ubigint`;
  if (order === undefined) return sql`instant, ${rest}`;
  const number = sql`try_cast(${column(order)} as double)`;
  const text = sql`case when ${number} is null then ${column(order)} end`;
  return sql`instant, ${column(order)} is not null, ${number} nulls last, ${text}, ${rest}`;
};

/** The roles as they stand in the event table. */
const eventRoles = [
  'state',
  'team',
  'person',
  'actor',
  'activity',
  'type',
  'priority',
  'capability',
  'initiative',
  'channel',
] as const satisfies readonly NamedRole[];
