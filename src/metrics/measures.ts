import type { Engine } from '#engine/engine.ts';
import { identifier, join, type Sql, sql } from '#engine/sql.ts';
import { columnsOf, type Measures, readsPairs, type Summary, textColumnsOf } from './summary.ts';

/** A half-open stretch of time, in ms. */
export type Stretch = { readonly from: number; readonly until: number };

/** What is read of the rows of a metric. */
export type Wanted = {
  readonly engine: Engine;
  /** The rows, in parentheses. */
  readonly relation: Sql;
  readonly summaries: readonly Summary[];
  /** The column whose values are the subjects; without one all rows are of the subject ''. */
  readonly subject: string | undefined;
  /** The column of instants, in ms, that tells to which of the stretches a row belongs; without it there is but one. */
  readonly at: string | undefined;
  /** One after the other; they may leave gaps. */
  readonly stretches: readonly Stretch[];
};

/** The measures of some rows by the name of their subject. */
export type Subjects = Map<string, Measures>;

/**
 * The measures of each stretch of time, and in it of each subject that has rows there, in the order of their names.
 *
 * The rows come in one order always where a summary reads two columns together, because the last digits of a sum, and
 * which rows a resample draws, depend on it. Everywhere else no order is asked for: `inOneOrder` then sorts each column.
 */
export const measuresOf = async (wanted: Wanted): Promise<Subjects[]> => {
  const { engine, relation, summaries, subject, at, stretches } = wanted;
  const names = [...new Set(summaries.flatMap(columnsOf))];
  const texts = [...new Set([...(subject === undefined ? [] : [subject]), ...summaries.flatMap(textColumnsOf)])];
  const coded = await Promise.all(texts.map((name) => codesOf(engine, relation, name)));
  const code = (name: string): Sql => sql`${codeTable(texts.indexOf(name))}.code`;
  const measure = (name: string): Sql => {
    const value = sql`measured.${identifier(name)}`;
    return texts.includes(name) ? sql`case when ${value} is not null then ${code(name)} end` : value;
  };
  const cells = [
    subject === undefined ? sql`0` : code(subject),
    ...names.map(measure),
    at === undefined ? sql`0` : measure(at),
  ].map((value) => sql`coalesce((${value})::double, 'nan'::double)`);
  const joins = join(
    coded.map(
      ({ table }, place) =>
        sql`left join ${table} as ${codeTable(place)} on ${codeTable(place)}.key is not distinct from measured.${identifier(texts[place] ?? '')}`,
    ),
    ' ',
  );
  const order = summaries.some(readsPairs) ? sql`order by all` : sql``;
  let columns: Float64Array[] = [];
  await engine.numbers(sql`${unnamed} select ${join(cells)} from ${relation} as measured ${joins} ${order}`, (rows) => {
    columns = cells.map(() => new Float64Array(rows));
    return columns;
  });
  const subjects = subject === undefined ? [''] : (coded[texts.indexOf(subject)]?.values ?? []);
  return split(columns, { names, subjects, stretches: at === undefined ? [everything] : stretches });
};

/** A figure shows no item, and to find the names of a million takes longer than all the rest: codes stand in for them. */
const unnamed = sql`with item_case as not materialized (select *, item_id::text as item from item_cut)`;

const everything: Stretch = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

const codeTable = (place: number): Sql => identifier(`code ${place}`);

/** The values of a column of texts in their order, and a table that has their places in it; nothing is a value too. */
const codesOf = async (
  engine: Engine,
  relation: Sql,
  name: string,
): Promise<{ readonly values: readonly string[]; readonly table: Sql }> => {
  const rows = await engine.all<{ key: string | null }>(
    sql`${unnamed} select distinct ${identifier(name)} as key from ${relation} order by key nulls last`,
  );
  const keys = JSON.stringify(rows.map(({ key }) => key));
  const list = sql`from_json(${keys}, '["VARCHAR"]')`;
  const table = sql`(select unnest(${list}) as key, generate_subscripts(${list}, 1) - 1 as code)`;
  return { values: rows.map(({ key }) => key ?? '(none)'), table };
};

/** Puts rows where they belong, in the order in which they came; rows of no stretch belong nowhere. */
const split = (
  [subjectOf = new Float64Array(), ...columns]: readonly Float64Array[],
  {
    names,
    subjects,
    stretches,
  }: {
    readonly names: readonly string[];
    readonly subjects: readonly string[];
    readonly stretches: readonly Stretch[];
  },
): Subjects[] => {
  const at = columns[names.length] ?? new Float64Array();
  const groups = subjects.length * stretches.length;
  const groupOf = new Int32Array(subjectOf.length);
  for (let row = 0; row < groupOf.length; row++) {
    const stretch = stretches.length === 1 ? 0 : stretchOf(stretches, at[row] ?? Number.NaN);
    groupOf[row] = stretch < 0 ? groups : stretch * subjects.length + (subjectOf[row] ?? 0);
  }
  const starts = startsOf(groupOf, groups);
  const sorted = columns.slice(0, names.length).map((column) => scattered(column, groupOf, starts));
  return stretches.map((_, stretch) => {
    const found: Subjects = new Map();
    for (const [index, subject] of subjects.entries()) {
      const group = stretch * subjects.length + index;
      const [from = 0, until = 0] = [starts[group], starts[group + 1]];
      if (from === until) continue;
      const own = names.map((name, column) => [name, sorted[column]?.subarray(from, until) ?? new Float64Array()]);
      found.set(subject, Object.fromEntries(own));
    }
    return found;
  });
};

/** The stretch an instant lies in, or −1. */
const stretchOf = (stretches: readonly Stretch[], at: number): number => {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle]?.until ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return at >= (stretches[low]?.from ?? Number.POSITIVE_INFINITY) ? low : -1;
};

/** Where each group's rows start when they stand group by group, and where those of the last end. */
const startsOf = (groupOf: Int32Array, groups: number): Int32Array => {
  const starts = new Int32Array(groups + 2);
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let group = 0; group <= groups; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  return starts;
};

const scattered = (column: Float64Array, groupOf: Int32Array, starts: Int32Array): Float64Array => {
  const next = starts.slice();
  const out = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const group = groupOf[row] ?? 0;
    const place = next[group] ?? 0;
    out[place] = column[row] ?? Number.NaN;
    next[group] = place + 1;
  }
  return out;
};

/** Sorts each column by itself, unless a summary reads two of them together: those stand in one order already. */
export const inOneOrder = (measures: Measures, summaries: readonly Summary[]): Measures => {
  if (summaries.some(readsPairs)) return measures;
  for (const column of Object.values(measures)) column.sort();
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
