import type { DuckDBValue } from '@duckdb/node-api';

/** A piece of SQL and the values between its strings, in order. Made only by the `sql` tag and what stands beside it. */
export class Sql {
  readonly strings: readonly string[];
  readonly values: readonly DuckDBValue[];

  constructor(strings: readonly string[], values: readonly DuckDBValue[]) {
    this.strings = strings;
    this.values = values;
  }

  /**
   * The statement for the database: values as literals where they can be, else as numbered placeholders `$1 … $n`.
   *
   * The database plans a statement with placeholders twice, without their values and with them, and to plan a statement is
   * most of what it takes to answer a small one.
   */
  get statement(): Statement {
    const parameters: DuckDBValue[] = [];
    const text = this.strings.reduce((before, part, index) => {
      const value = this.values[index - 1] ?? null;
      const written = literalOf(value) ?? `$${parameters.push(value)}`;
      return `${before}${written}${part}`;
    });
    return { text, parameters };
  }
}

/** What the database is told. */
export type Statement = { readonly text: string; readonly parameters: readonly DuckDBValue[] };

/** A longer text is not worth reading as part of the statement. */
const longestLiteral = 200;

/** A value as it stands in a statement, of the type it would have as a parameter; undefined where it has to be one. */
const literalOf = (value: DuckDBValue): string | undefined => {
  if (typeof value === 'number') return numberLiteral(value);
  if (typeof value === 'string') return textLiteral(value);
  return typeof value === 'boolean' || value === null ? String(value) : undefined;
};

const leastInt = -(2 ** 31);

/** In parentheses, because a minus sign after another one would begin a comment. */
const numberLiteral = (value: number): string | undefined => {
  // Written out it is the negative of a number that is too large for an int.
  if (value === leastInt) return `(${leastInt + 1} - 1)`;
  if (Number.isSafeInteger(value)) return value < 0 ? `(${value})` : String(value);
  return Number.isFinite(value) ? `(${value.toExponential()})` : undefined;
};

/** Within quotes only a quote has a meaning, and it is doubled. */
const textLiteral = (value: string): string | undefined =>
  value.length <= longestLiteral && !value.includes('\0') && value.isWellFormed()
    ? `'${value.replaceAll("'", "''")}'`
    : undefined;

/**
 * SQL with values: `${value}` stands for itself, `${sql`…`}` is spliced in with its own values.
 *
 * There is no way to put text into a statement by accident; `identifier` is the one door for names made at run time.
 */
export const sql = (strings: TemplateStringsArray, ...values: readonly (DuckDBValue | Sql)[]): Sql => {
  const texts = [strings[0] ?? ''];
  const parameters: DuckDBValue[] = [];
  values.forEach((value, index) => {
    const after = strings[index + 1] ?? '';
    if (value instanceof Sql) {
      texts[texts.length - 1] += value.strings[0] ?? '';
      texts.push(...value.strings.slice(1));
      parameters.push(...value.values);
      texts[texts.length - 1] += after;
    } else {
      texts.push(after);
      parameters.push(value);
    }
  });
  return new Sql(texts, parameters);
};

/** A table or column whose name is known only at run time, quoted. */
export const identifier = (name: string): Sql => new Sql([`"${name.replaceAll('"', '""')}"`], []);

/** Several pieces with a separator between them; nothing at all gives an empty piece. */
export const join = (pieces: readonly Sql[], separator = ', '): Sql =>
  pieces.reduce(
    (whole, piece, index) => (index === 0 ? piece : sql`${whole}${new Sql([separator], [])}${piece}`),
    sql``,
  );
