import type { Engine } from '#engine/engine.ts';
import { identifier, join, type Sql, sql } from '#engine/sql.ts';
import type { Mapping } from '#mapping/mapping.ts';
import { type NamedRole, rolesAreTeams } from './names.ts';
import type { EvidenceSource } from './source.ts';

/** What a row of the log carries in one role; undefined where the log has no such thing. */
export const carried = (source: EvidenceSource, role: NamedRole): Sql | undefined => {
  const { mapping, lives } = source;
  const value = role === 'state' && lives ? lives.state : told(source, role);
  if (role !== 'state' || value === undefined || mapping.states.none.length === 0) return value;
  return sql`(case when ${value} not in (${join(mapping.states.none.map((name) => sql`${name}`))}) then ${value} end)`;
};

/** The same as the row says it. */
const told = ({ mapping, column }: EvidenceSource, role: NamedRole): Sql | undefined => {
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

const numberIn = (value: Sql): Sql => sql`try_cast(${value} as double)`;

/** How far apart instants may be, and how great the numbers of an order column, where they are packed. */
const packed = { microseconds: 2 ** 50, order: 2 ** 15 - 2 } as const;

/**
 * A source of which it is known how its rows can be put in order: to sort many takes a quarter less without a text to compare,
 * even one that is never there, and another third less where all that is compared has room in 24 bytes.
 */
export const withOrder = async (engine: Engine, source: EvidenceSource): Promise<EvidenceSource> => {
  const { rows, sourceId } = source;
  const numbers = await orderNumbers(engine, source);
  const known = await engine.one<{ from: number; until: number }>(sql`
    select min(instant)::double as "from", max(instant)::double as until
    from ${rows} where (select distinct_content from source where source_id = ${sourceId})`);
  const fits =
    known?.from != null && Number.isSafeInteger(known.from) && known.until - known.from < packed.microseconds;
  return {
    ...source,
    orderedByNumbers: numbers !== 'texts',
    packedFrom: fits && numbers === 'small' ? known.from : undefined,
  };
};

/** What the order column of a source holds: texts too, or any numbers, or whole ones that are few, or nothing at all. */
const orderNumbers = async (
  engine: Engine,
  { rows, column, mapping }: EvidenceSource,
): Promise<'texts' | 'any' | 'small'> => {
  const { order } = mapping.columns;
  if (order === undefined) return 'small';
  const value = column(order);
  const number = numberIn(value);
  const found = await engine.one<{ texts: boolean | null; small: boolean | null }>(sql`
    select bool_or(${value} is not null and ${number} is null) as texts,
           bool_and(${number} between 0 and ${packed.order} and ${number} = floor(${number})) as small
    from ${rows}`);
  if (found?.texts) return 'texts';
  return found?.small === false ? 'any' : 'small';
};

/**
 * The order of the rows of many items, by the code of the item, then as `inOrder` says.
 *
 * Packed into two numbers of 64 bits and one of 32: 31 bits of the item, 50 of the time since the first instant, 15 of the
 * order column (0 where it is empty), 64 of the content. Rows that agree in the content are equal there, so that is all.
 */
export const itemOrder = (source: EvidenceSource, item: Sql): Sql => {
  const { packedFrom, lives, mapping, column } = source;
  if (lives || packedFrom === undefined) return sql`${item}, ${inOrder(source)}`;
  const since = sql`(instant - ${packedFrom}::bigint)::ubigint`;
  const { order } = mapping.columns;
  const number = order === undefined ? sql`0` : sql`coalesce(${numberIn(column(order))} + 1, 0)`;
  return sql`
    ${item}::ubigint * ${power(33)} + ${since} // ${power(17)},
    ${since} % ${power(17)} * ${power(47)} + (${number})::ubigint * ${power(32)} + tie // ${power(32)},
    (tie % ${power(32)})::uinteger`;
};

/** Never as a double, which has no room for all the digits of what is multiplied. */
const power = (bits: number): Sql => sql`${2 ** bits}::ubigint`;

/**
 * The order of an item's rows; of two values of the order column, numbers come before texts.
 *
 * Of the identity the half that counts more is enough: two rows of one instant agree in it by chance once in 2⁶⁴, and it
 * sorts much faster.
 */
export const inOrder = ({ mapping, column, lives, orderedByNumbers }: EvidenceSource): Sql => {
  if (lives) return lives.place;
  const { order } = mapping.columns;
  // Copies of one row need no order: they are equal.
  const rest = sql`tie, (identity >> 64)::ubigint`;
  if (order === undefined) return sql`instant, ${rest}`;
  const number = numberIn(column(order));
  if (orderedByNumbers) return sql`instant, ${number} nulls first, ${rest}`;
  const text = sql`case when ${number} is null then ${column(order)} end`;
  return sql`instant, ${column(order)} is not null, ${number} nulls last, ${text}, ${rest}`;
};
