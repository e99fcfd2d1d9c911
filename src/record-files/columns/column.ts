import type { ModelKind, RecordKind } from '#model/records.ts';

/** What a column can hold. A list stands in one cell; `json` is what no table has a better place for. */
export type Holds =
  | { readonly type: 'text' | 'number' | 'whole' | 'decimal' | 'day' | 'instant' | 'yes-no' | 'json' }
  | { readonly type: 'choice'; readonly words: readonly string[] }
  | { readonly type: 'list'; readonly of: 'text' | 'number' };

/** A field of a kind of record, or of the entries of one of its lists, as a column of a table. */
export type Column = {
  /** The steps from the record, or from the entry of the list, to the field. */
  readonly path: readonly string[];
  /** What people read at its head: "Maturity target: level". */
  readonly label: string;
  readonly holds: Holds;
  /** The kind of record whose key it holds; in a list, each entry's. */
  readonly refers: RecordKind | undefined;
};

/**
 * A list inside the records of a kind, as a table of its own: a row an entry, with the key of its record.
 *
 * `within` is set where the entries have a list themselves (`forecasts`, each with its `profile`): a row is then an entry
 * of the inner list, and the fields of the outer entry are said again on each of its rows.
 */
export type ListTable = {
  readonly path: readonly string[];
  readonly columns: readonly Column[];
  readonly within: { readonly path: readonly string[]; readonly columns: readonly Column[] } | undefined;
};

/** How the records of a kind stand in tables. */
export type KindTables = {
  readonly kind: ModelKind;
  readonly columns: readonly Column[];
  readonly lists: readonly ListTable[];
};

/** `plannedStart` as words: "planned start". */
export const inWords = (name: string): string =>
  name
    .replaceAll(/[A-Z]+/gu, (letters) => ` ${letters.toLowerCase()}`)
    .replaceAll('-', ' ')
    .trim();

export const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

export const labelOf = (path: readonly string[]): string => capital(path.map(inWords).join(': '));
