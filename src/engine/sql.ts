import type { DuckDBValue } from '@duckdb/node-api';

/** A piece of SQL and the values of its placeholders, in order. Made only by the `sql` tag. */
export class Sql {
  readonly strings: readonly string[];
  readonly values: readonly DuckDBValue[];

  constructor(strings: readonly string[], values: readonly DuckDBValue[]) {
    this.strings = strings;
    this.values = values;
  }

  /** The statement with numbered placeholders `$1 … $n`. */
  get text(): string {
    return this.strings.reduce((text, part, index) => `${text}$${index}${part}`);
  }
}

/**
 * SQL with values as parameters: `${value}` becomes a placeholder, `${sql`…`}` is spliced in with its own values.
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
