import type { Mapping } from '#mapping/mapping.ts';
import type { MappingQuestion, SeenColumn } from '#model/mapping-edit.ts';
import type { CleanLog, CleanPart, Reject } from './load.ts';

export type CleanRequest = {
  readonly path: string;
  readonly mapping: Mapping;
  /** What is written in place of a person's name; the name comes without outer blanks, in the composed form (NFC). */
  readonly pseudonym: (raw: string) => string;
  /** The folder in which the clean copy is written; what stands there is overwritten. */
  readonly folder: string;
  /** Takes each part of the clean copy once it is written; from then on the file is the taker's. */
  readonly onPart: (part: CleanPart) => void;
  readonly onReject?: ((reject: Reject) => void) | undefined;
  /** `bytes` of the file as stored have been read; what it throws ends the reading. */
  readonly onProgress?: ((progress: { readonly bytes: number; readonly rows: number }) => void) | undefined;
};

/** What became of a file's rows, and what was taken but may not be meant: counted by kind, with the first case of each. */
export type Cleaned = CleanLog & {
  readonly warnings: readonly { readonly code: string; readonly count: number; readonly example: string }[];
};

/** A mapping to begin with: what a person has to answer first, and the file to correct. */
export type Suggestion = {
  readonly mapping: Mapping;
  readonly questions: readonly MappingQuestion[];
  /** How many rows were looked at. */
  readonly sampled: number;
  /** What was seen of each column. */
  readonly columns: readonly SeenColumn[];
  /** The mapping as its file, with the questions and remarks as comments. */
  readonly yaml: string;
};

/** What there is to see of a file from which no mapping can be drafted, for somebody who knows what it means. */
export type Undrafted = Pick<Suggestion, 'columns' | 'sampled' | 'yaml'> & {
  readonly file: Readonly<Record<string, unknown>>;
};

/**
 * A format of event logs: how a file of it is told, made clean, and given a mapping to begin with.
 *
 * Whatever the format, the clean copy is the same, so that the evidence has one way in: row number, instant, created,
 * promised and needed-by times in microseconds since 1970, role, then the log's own columns, people only as pseudonyms.
 */
export type Importer = {
  readonly id: string;
  readonly title: string;
  /** Whether a file is of this format, by its name and the first bytes of its text, after unpacking. */
  readonly recognises: (path: string, head: Uint8Array) => boolean;
  readonly normalise: (request: CleanRequest) => Promise<Cleaned>;
  readonly suggest: (path: string) => Promise<Suggestion>;
  /** Where the format has columns also in a file that looks like no log. */
  readonly columnsOf?: (path: string) => Promise<Undrafted>;
};
