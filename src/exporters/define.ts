/** What the values of a column are, all of them. A time comes as microseconds since 1970. */
export const columnKinds = ['text', 'time', 'int', 'float', 'boolean'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** A log as it goes out: its columns, and which of them say what the standards of event logs know too. */
export type ExportLog = {
  readonly source: string;
  readonly columns: readonly { readonly name: string; readonly kind: ColumnKind }[];
  readonly item: number;
  readonly at: number;
  /** -1 where the log has no such column. */
  readonly activity: number;
  readonly person: number;
  readonly team: number;
  readonly lifecycle: number;
};

export type ExportRow = readonly (string | null)[];

/**
 * A format that logs go out in, as text that is put together from its beginning, the rows of some items at a time, and its
 * end. Rows of one item come together, in their order.
 */
export type Exporter = {
  readonly id: string;
  readonly title: string;
  readonly head: (log: ExportLog) => string;
  /** `first` says that these are the first rows of all. */
  readonly rows: (log: ExportLog, rows: readonly ExportRow[], first: boolean) => string;
  readonly tail: string;
};
