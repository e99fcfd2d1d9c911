import { identifier, join, Sql, sql } from '#engine/sql.ts';
import type { Mapping } from '#mapping/mapping.ts';
import { peopleColumns } from '#mapping/people-columns.ts';

/** The columns in front of a source's own ones, in a clean copy and in its table. */
export const leading = ['row_no', 'instant', 'created', 'promised', 'needed_by', 'role'] as const;

/** The table that holds the rows of one source. */
export const rawTable = (sourceId: number): Sql => identifier(`raw_${sourceId}`);

/** Where a source's n-th column (from 0) stands in its table; headers are free text and make poor names. */
export const rawColumn = (position: number): Sql => identifier(`c${position + 1}`);

/** A fixed word of SQL that cannot be a parameter. Never anything that came from outside. */
export const word = (text: string): Sql => new Sql([text], []);

/** Fields with a separator no field holds, so that ('ab', 'c') and ('a', 'bc') differ; nothing differs from empty too. */
export const content = (columns: readonly Sql[]): Sql =>
  columns.length === 0
    ? sql`''`
    : sql`concat_ws(chr(31), ${join(columns.map((column) => sql`coalesce(${column}, chr(30))`))})`;

/**
 * The columns that are read as times, each with what holds it: an instant says all that its text said, in a third of the
 * space. A text that stands in a column of people is one, whatever else it is declared as.
 */
export const timeColumns = (mapping: Mapping): ReadonlyMap<string, (typeof leading)[number]> => {
  const { at, created, ended, promised } = mapping.columns;
  const declared = [
    [mapping.decisions?.neededBy, 'needed_by'],
    [promised, 'promised'],
    [created, 'created'],
    [ended === undefined ? at : undefined, 'instant'],
  ] as const;
  const people = peopleColumns(mapping);
  return new Map(
    declared.flatMap(([name, held]) => (name === undefined || people.includes(name) ? [] : [[name, held]])),
  );
};

/**
 * The columns that are read as times and kept beside the others: when an activity began, and, where an end may stand in place
 * of the row's own time, both of them, since the instant does not tell which of them it was.
 */
export const keptTimes = ({ columns: { at, ended, started } }: Mapping): string[] => [
  ...(ended === undefined ? [] : [at, ended]),
  ...(started === undefined ? [] : [started]),
];

/** A column of the file as text; a time is its microseconds since 1970. `other` finds the columns that are kept as they are. */
export const columnIn = (mapping: Mapping, other: (name: string) => Sql): ((name: string) => Sql) => {
  const times = timeColumns(mapping);
  return (name) => {
    const held = times.get(name);
    return held === undefined ? other(name) : sql`${identifier(held)}::text`;
  };
};

/** A source as its table holds it. */
type Stored = {
  readonly sourceId: number;
  readonly columns: readonly string[];
  /** Whether any row is held twice. */
  readonly overlapping: boolean;
};

/** The rows of a source that count, and where a column of its files stands in them. */
export const evidenceOf = (
  stored: Stored,
  mapping: Mapping,
): { readonly rows: Sql; readonly overlapping: boolean; readonly column: (name: string) => Sql } => ({
  rows: visibleRows(stored, mapping),
  overlapping: stored.overlapping,
  column: columnIn(mapping, (name) => rawColumn(stored.columns.indexOf(name))),
});

/**
 * The rows of a source that count: each identity and copy once, whatever number of files holds it.
 *
 * Of two rows with one declared key the later wins, and at one instant the one with the greater content hash, then the one
 * with the greater people; so the answer does not depend on which file came first.
 */
export const visibleRows = ({ sourceId, columns, overlapping }: Stored, mapping: Mapping): Sql => {
  if (!overlapping) return rawTable(sourceId);
  const places = peopleColumns(mapping).map((name) => columns.indexOf(name));
  const people = content(places.filter((place) => place >= 0).map(rawColumn));
  return sql`(select * from ${rawTable(sourceId)} qualify row_number() over (
    partition by identity, copy order by instant desc, tie desc, ${people} desc, run_id, row_no) = 1)`;
};
