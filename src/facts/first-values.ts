import { join, type Sql, sql } from '#engine/sql.ts';
import { meantColumns } from '#mapping/declared-columns.ts';
import { inOrder } from './carried.ts';
import { type NamedRole, namedRoles } from './names.ts';
import type { EvidenceSource } from './source.ts';

/**
 * A log of changes with the values that its items had before the first change of each field, where it tells them; any other
 * source as it is (docs/reference/evidence.md, "Log of changes").
 *
 * Each is a row more, which carries that value and nothing else, and stands before all others of its item, those of states
 * last, so that the item has the others when it enters its first one. Rows after `asOf` (ms) tell nothing.
 */
export const withFirstValues = (source: EvidenceSource, asOf: number): EvidenceSource => {
  const { mapping, rows, column } = source;
  const { changes, columns } = mapping;
  if (changes?.from === undefined) return source;
  const fields = (meaning?: string): string[] =>
    Object.keys(changes.fields).filter((name) => meaning === undefined || changes.fields[name] === meaning);
  const item = column(columns.item);
  const field = column(changes.field);
  const from = column(changes.from);
  const silent = meantColumns(mapping)
    .filter((name) => ![columns.item, changes.field, changes.to, ...timesOf(source)].includes(name))
    .map((name) => sql`null as ${column(name)}`);
  const replaced: Sql[] = [
    sql`least(coalesce(first_created, first_instant), first_instant - 1) - (not ${isOf(fields('state'), field)})::int as instant`,
    sql`list_position([${join(inTurn(changes.fields).map((name) => sql`${name}`))}], ${field})::ubigint as tie`,
    sql`null as role`,
    sql`null as promised`,
    sql`null as needed_by`,
    sql`${from} as ${column(changes.to)}`,
    ...silent,
  ];
  return {
    ...source,
    rows: sql`(
      select * from ${rows} union all
      select * exclude (first_created, first_instant, nth) replace (${join(replaced)})
      from (select *, min(created) over (partition by ${item}) as first_created,
                   min(instant) over (partition by ${item}) as first_instant,
                   row_number() over (partition by ${item}, ${field} order by ${inOrder(source)}) as nth
            from ${rows} where instant <= ${asOf}::double * 1000)
      where nth = 1 and ${from} is not null and ${isOf(fields(), field)})`,
  };
};

/** The fields by what they mean, teams before people: at one moment, values come in this order. */
const inTurn = (fields: Readonly<Record<string, NamedRole>>): string[] => {
  const place = (name: string): number => namedRoles.indexOf(fields[name] ?? 'channel');
  return Object.keys(fields).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
};

const isOf = (names: readonly string[], field: Sql): Sql =>
  names.length === 0 ? sql`false` : sql`${field} in (${join(names.map((name) => sql`${name}`))})`;

/** The columns that have a place of their own in the rows. */
const timesOf = ({ mapping: { columns, decisions } }: EvidenceSource): (string | undefined)[] => [
  columns.at,
  columns.created,
  columns.promised,
  decisions?.neededBy,
];
