import type { Engine } from '#engine/engine.ts';
import { identifier, join, type Sql, sql } from '#engine/sql.ts';
import { sortNumbers } from './sort-numbers.ts';
import { inStretches, type Stretch } from './stretches.ts';
import { columnsOf, type Measures, readsPairs, type Summary, textColumnsOf } from './summary.ts';

/** What is read of the rows of a metric. */
export type Wanted = {
  readonly engine: Engine;
  /** The rows, in parentheses. */
  readonly relation: Sql;
  readonly summaries: readonly Summary[];
  /** The column whose values are the subjects; without one all rows are of the subject ''. */
  readonly subject: string | undefined;
  /** What tells rows apart by time: the column of their instants, in ms. Without it all are of one stretch. */
  readonly times: { readonly at: string; readonly stretches: readonly Stretch[] } | undefined;
};

/** The measures of some rows by the name of their subject. */
export type Subjects = Map<string, Measures>;

/**
 * The measures of each stretch of time, and in it of each subject that has rows there, in the order of their names. All
 * rows as one subject are there even if they are none.
 *
 * The rows come in one order always where a summary reads two columns together, because the last digits of a sum, and
 * which rows a resample draws, depend on it. Everywhere else no order is asked for: `inOneOrder` then sorts each column.
 */
export const measuresOf = async (wanted: Wanted): Promise<Subjects[]> => {
  const { subject, times } = wanted;
  const names = [...new Set(wanted.summaries.flatMap(columnsOf))];
  const found: Subjects[] = times === undefined ? [new Map()] : times.stretches.map(() => new Map());
  for (const { key, parts } of await partsOf(wanted, names)) {
    for (const [stretch, part] of parts.entries()) {
      const measures = names.map((name, column) => [name, part[column] ?? new Float64Array()]);
      if (subject === undefined || part[0]?.length !== 0) found[stretch]?.set(key, Object.fromEntries(measures));
    }
  }
  return found;
};

/** The rows of each subject, stretch by stretch or all as one part: a column a measure. */
const partsOf = async (
  { engine, relation, summaries, subject, times }: Wanted,
  names: readonly string[],
): Promise<{ readonly key: string; readonly parts: readonly (readonly Float64Array[])[] }[]> => {
  const texts = [...new Set(summaries.flatMap(textColumnsOf))];
  const values = [
    ...names.map((name) => (texts.includes(name) ? codeOf(name) : sql`measured.${identifier(name)}`)),
    ...(times === undefined ? [] : [sql`measured.${identifier(times.at)}`]),
  ];
  const cells = join(values.map((value) => sql`coalesce((${value})::double, 'nan'::double)`));
  const rows = join([sql`${relation} as measured`, ...texts.map((name) => codesOf(relation, name))], ' ');
  const inOrder = summaries.some(readsPairs);
  if (subject !== undefined) {
    const statement = sql`${unnamed}
      select coalesce(measured.${identifier(subject)}, '(none)') as key,
             list(row(${cells}) ${inOrder ? sql`order by row(${cells})` : sql``})
      from ${rows} group by all`;
    const groups = await engine.groups(statement, ({ key, columns }) => ({
      key,
      parts: times === undefined ? [columns.map((column) => column.slice())] : inStretches(columns, times.stretches),
    }));
    // Not in the statement: the database would move all lists to put them in order.
    return groups.sort((a, b) => (a.key < b.key ? -1 : 1));
  }
  // Not as one long list: the database puts a list in order, and together, in one thread.
  let columns: Float64Array[] = [];
  await engine.numbers(
    sql`${unnamed} select ${cells} from ${rows} ${inOrder ? sql`order by all` : sql``}`,
    (length) => {
      columns = values.map(() => new Float64Array(length));
      return columns;
    },
  );
  return [{ key: '', parts: times === undefined ? [columns] : inStretches(columns, times.stretches) }];
};

/** A figure shows no item, and to find the names of a million takes longer than all the rest: codes stand in for them. */
const unnamed = sql`with item_case as not materialized (select *, item_id::text as item from item_cut)`;

const codeTable = (text: string): Sql => identifier(`codes of ${text}`);

const codeOf = (text: string): Sql => sql`${codeTable(text)}.code`;

/** Joins a column of texts to the places of its values in their order; nothing has no place. */
const codesOf = (relation: Sql, text: string): Sql => sql`
  left join (
    select key, row_number() over (order by key) - 1 as code
    from (select distinct ${identifier(text)} as key from ${relation})
  ) as ${codeTable(text)} on ${codeTable(text)}.key = measured.${identifier(text)}`;

/** Sorts each column by itself, unless a summary reads two of them together: those stand in one order already. */
export const inOneOrder = (measures: Measures, summaries: readonly Summary[]): Measures => {
  if (summaries.some(readsPairs)) return measures;
  for (const column of Object.values(measures)) sortNumbers(column);
  return measures;
};

/** The measures of several subjects as those of one; texts have the same codes in all of them. */
export const joined = (parts: readonly Measures[]): Measures => {
  const [first = {}, ...rest] = parts;
  if (rest.length === 0) return first;
  const rows = parts.reduce((sum, part) => sum + (Object.values(part)[0]?.length ?? 0), 0);
  return Object.fromEntries(
    Object.keys(first).map((name) => {
      const whole = new Float64Array(rows);
      let end = 0;
      for (const part of parts) {
        const column = part[name] ?? new Float64Array();
        whole.set(column, end);
        end += column.length;
      }
      return [name, whole];
    }),
  );
};
