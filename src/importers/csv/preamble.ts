import { Fault } from '#model/fault.ts';
import { CR, LF } from '../reading/bytes.ts';

/** What stands in front of the header: a line that names the delimiter, and lines to pass over. */
export type Preamble = {
  /** The bytes behind it. */
  readonly rest: Uint8Array;
  /** The physical line that comes next. */
  readonly line: number;
  /** The delimiter that a first line such as `sep=;` names. */
  readonly delimiter: string | undefined;
};

/**
 * Reads up to the header line, which the mapping gives as a number of lines; a `sep=` line is not counted.
 *
 * Excel writes and obeys that line and does not show it, so people who count lines do not see it.
 */
export class PreambleReader {
  readonly #path: string;
  readonly #headerRow: number;
  readonly #limit: number;
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(path: string, headerRow: number, limit: number) {
    this.#path = path;
    this.#headerRow = headerRow;
    this.#limit = limit;
  }

  /** The preamble, once enough bytes have come; `last` says that there are no more. */
  take(chunk: Uint8Array, last: boolean): Preamble | undefined {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    if (this.#bytes.length < longestSeparatorLine && !last) return undefined;
    const opening = Buffer.from(this.#bytes.subarray(0, longestSeparatorLine)).toString('latin1');
    const [, , delimiter] = /^("?)sep=([^\r\n])\1[\r\n]/iu.exec(opening) ?? [];
    const skip = this.#headerRow - 1 + (delimiter ? 1 : 0);
    const at = afterLines(this.#bytes, skip);
    const uncertain = at === undefined || (skip > 0 && at === this.#bytes.length);
    if (uncertain && !last) {
      if (this.#bytes.length > this.#limit) {
        throw this.#unreadable(`no such line was found in the first ${this.#limit} bytes`);
      }
      return undefined;
    }
    if (this.#bytes.length === 0) throw new Fault('file-empty', { path: this.#path });
    if (at === undefined) throw this.#unreadable('the file ends before that line');
    return { rest: this.#bytes.subarray(at), line: skip + 1, delimiter };
  }

  #unreadable(why: string): Fault {
    return new Fault('header-unreadable', { path: this.#path, line: this.#headerRow, why });
  }
}

const longestSeparatorLine = 10;

/** Where the text stands behind so many lines, or undefined when there are fewer. */
const afterLines = (bytes: Uint8Array, lines: number): number | undefined => {
  let at = 0;
  for (let left = lines; left > 0; left--) {
    while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
    if (at === bytes.length) return undefined;
    at += bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1;
  }
  return at;
};
