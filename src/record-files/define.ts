import type { ModelKind } from '#model/records.ts';

/** Where in a file something stands: what a person looks up to mend it. */
export type Place = {
  /** The sheet of a workbook, or the identifier of a part of a model. */
  readonly sheet?: string;
  /** The row as the file's own program numbers it, from 1, titles and headers counted. */
  readonly row?: number;
  /** The column's header, or the path of the field. */
  readonly field?: string;
};

/**
 * What a file states of a record: fields as the schema of its kind takes them, not yet checked.
 *
 * What it does not state stays as it stands, and null takes a field away. Two that speak of one record are one record, as
 * long as they say the same where both say something. A record without a key that its parts do not make either is refused.
 */
export type FoundRecord = {
  readonly kind: ModelKind;
  readonly body: Readonly<Record<string, unknown>>;
  /** Fields that count only where nothing stands in them: what a record has to say and the file does not know. */
  readonly usual?: Readonly<Record<string, unknown>>;
  /**
   * What it is known by in the tool it comes from, such as `archimate:model#element`, and is from then on known by here. A
   * record of that origin is this one, whatever its key and its name have become.
   */
  readonly origin?: string;
  readonly place: Place;
  /** Where parts of it stand that have a row of their own, by their path: `spend[3]`. They are taken with it or not at all. */
  readonly parts?: readonly { readonly path: string; readonly place: Place }[];
  /**
   * That it is stated only for others to lean on, by a file that knows little of it: whatever stands under its key, or is
   * stated elsewhere, counts instead.
   */
  readonly stub?: boolean;
  /** How many rows of the file were added up into it, where they are too many to be told one by one. */
  readonly rows?: number;
  /**
   * Lists of which the file holds a part only, each with the fields by which its entries are told apart: entries that stand
   * with the same values in these fields give way to those of the file, all others stay. A list that is not named here is
   * stated as a whole.
   */
  readonly partial?: Readonly<Record<string, readonly string[]>>;
  /** With how much it goes into the ties of the file, by their place on its list: what is refused later leaves them again. */
  readonly counts?: readonly { readonly tie: number; readonly amount: string; readonly rows: number }[];
};

/** Something that could not be read, and what would have been right; the row is rejected, the others are not. */
export type RejectedRow = { readonly place: Place; readonly found: string; readonly expected: string };

/**
 * A sum of the file held against what was taken of it, as decimal text. `rest` says row by row where the two part
 * (exempt, empty, rejected), with the number of rows, and with their amount where one is stated and not taken:
 * taken + rest = all rows, and taken + their amounts = all that the file states.
 */
export type Tie = {
  readonly what: string;
  /** A currency code, or the unit the file states. */
  readonly unit: string;
  readonly file: string;
  readonly taken: string;
  readonly rows: number;
  readonly rest: readonly { readonly why: string; readonly rows: number; readonly amount?: string | undefined }[];
};

export type ReadFile = {
  readonly records: readonly FoundRecord[];
  /** Rows of the file, headers and empty ones not counted: accepted + rejected = total. */
  readonly rows: { readonly total: number; readonly accepted: number; readonly rejected: number };
  readonly rejected: readonly RejectedRow[];
  readonly ties: readonly Tie[];
  /**
   * What people whom the file describes would be called if they were teams. They are never kept: whatever names one of them as
   * a team, in this file or in one that is read with it, is refused without being shown.
   */
  readonly people?: readonly string[];
  /** What the columns are called that fields were read from, where they have other names: `investment.spend[].on`. */
  readonly heads?: Readonly<Record<string, string>>;
  /** What was taken but may not be meant, and what of the file has no place in a record, by kind with its count. */
  readonly remarks: readonly { readonly what: string; readonly count: number; readonly example: string }[];
};

export type ReadRequest = {
  /** The file's name, for its ending and for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How its columns are to be read, where the format cannot know: a mapping of its own, as the format documents it. */
  readonly mapping?: unknown;
  /** What the workspace has set: totals are in its currency where the file names none. */
  readonly workspace: { readonly currency: string; readonly timeZone: string; readonly fiscalYearStart: number };
};

/**
 * A format in which records come from elsewhere: a portfolio office's workbook, an architecture tool's model, a catalogue.
 *
 * It reads a whole file into records and says what became of each row. It writes nothing and knows nothing of what
 * stands: what a file changes is shown and made as any other edit is, so that it has a preview, a history and an undo.
 * A file that is not of the format at all, or of a version that is not read, is a `Fault` that says why.
 */
export type RecordFormat = {
  readonly id: string;
  readonly title: string;
  /** Whether a file is of this format, by its name and its first bytes. */
  readonly recognises: (name: string, head: Uint8Array) => boolean;
  /** Whether it is told by how a file is called alone, so that any other table may be called so too. */
  readonly byName?: true;
  readonly read: (request: ReadRequest) => Promise<ReadFile>;
};
