import { BLANK, CR, LF, NUL, TAB } from '../reading/bytes.ts';
import type { Cut, Dialect } from '../reading/cut.ts';

/** Limits of a file's shape, in bytes; a record that breaks one is refused, and reading goes on behind it. */
export type Shape = { readonly field: number; readonly record: number; readonly columns: number };

export type Breach = 'stray-quote' | 'quote-unclosed' | 'field-too-long' | 'record-too-long';

/** What `next` found: a whole record, an empty line, a record that cannot be cut, the need for bytes, the end. */
export type Found = 'record' | 'blank' | 'broken' | 'more' | 'end';

const PLAIN = 0;
const QUOTED = 1;
const CLOSED = 2;
const SKIP = 3;

/**
 * Cuts bytes into records and fields, one record at a time, wherever the chunks happen to end.
 *
 * Quotes follow RFC 4180; blanks around a quoted field are allowed, a quote inside an unquoted one is not. A record
 * whose quotes cannot be right is broken, and reading goes on at the physical line after the one it started on, so one
 * bad quote costs one record and not the rest of the file. A record with the wrong number of fields is not broken here.
 *
 * The fields stand in `starts`, `ends` and `kinds` (0 unquoted, 1 quoted, 2 quoted with doubled quotes inside), as
 * positions in `bytes`, until the next call.
 */
export class Records implements Cut {
  bytes: Uint8Array = new Uint8Array(1024);
  starts: Int32Array;
  ends: Int32Array;
  kinds: Uint8Array;
  /** Fields of the record; those beyond `columns` of the shape are counted, not kept. */
  count = 0;
  /** Where the record stands in `bytes`, without its line end. */
  from = 0;
  until = 0;
  /** The physical line the record starts on, from 1. */
  line = 1;
  /** All bytes of the record or-ed together: from 0x80 on, some byte is not ASCII. */
  mixed = 0;
  nul = false;
  breach: Breach = 'stray-quote';

  readonly #dialect: Dialect;
  #shape: Shape;
  readonly #outside: Uint8Array;
  readonly #inside: Uint8Array;
  #end = 0;
  #ended = false;
  #at = 0;
  #mode = PLAIN;
  #fieldFrom = 0;
  #content = 0;
  #kind = 0;
  #closedAt = 0;
  #nextLine = 1;
  #inner = 0;
  #afterCr = false;
  #open = false;

  constructor(dialect: Dialect, shape: Shape, line = 1) {
    this.#dialect = dialect;
    this.#shape = shape;
    this.#nextLine = line;
    this.starts = new Int32Array(shape.columns);
    this.ends = new Int32Array(shape.columns);
    this.kinds = new Uint8Array(shape.columns);
    this.#outside = marks([dialect.delimiter, dialect.quote, LF, CR, NUL]);
    this.#inside = marks([dialect.quote, LF, CR, NUL]);
  }

  /** Takes the next bytes of the file; what belongs to finished records is let go. */
  feed(chunk: Uint8Array): void {
    const keepFrom = this.#open ? this.from : this.#at;
    const kept = this.#end - keepFrom;
    const needed = kept + chunk.length + 1;
    const target = needed > this.bytes.length ? new Uint8Array(Math.max(needed, this.bytes.length * 2)) : this.bytes;
    target.set(this.bytes.subarray(keepFrom, this.#end), 0);
    target.set(chunk, kept);
    this.bytes = target;
    this.#end = kept + chunk.length;
    this.#sentinel();
    this.#shift(keepFrom);
  }

  /** Says that the file ends here. */
  finish(): void {
    this.#ended = true;
  }

  /** Other limits from the next record on: a header's are not those of the rows. */
  reshape(field: number, record: number): void {
    this.#shape = { ...this.#shape, field, record };
  }

  next(): Found {
    if (this.#mode === SKIP && !this.#skip()) return this.#ended ? 'end' : 'more';
    if (!this.#open && !this.#begin()) return this.#ended ? 'end' : 'more';
    for (;;) {
      const found = this.#mode === PLAIN ? this.#plain() : this.#mode === QUOTED ? this.#quoted() : this.#closed();
      if (found) return found;
    }
  }

  /** A line end behind the data stops the byte loops, so that they need not look for the end at each byte. */
  #sentinel(): void {
    this.bytes[this.#end] = LF;
  }

  #shift(by: number): void {
    if (by === 0) return;
    const stored = Math.min(this.count, this.#shape.columns);
    for (let i = 0; i < stored; i++) {
      this.starts[i] = (this.starts[i] ?? 0) - by;
      this.ends[i] = (this.ends[i] ?? 0) - by;
    }
    this.from -= by;
    this.#at -= by;
    this.#fieldFrom -= by;
    this.#content -= by;
    this.#closedAt -= by;
  }

  #begin(): boolean {
    if (this.#at === this.#end) return false;
    if (this.#afterCr && this.bytes[this.#at] === LF) {
      this.#at++;
      this.#afterCr = false;
      if (this.#at === this.#end) return false;
    }
    this.#afterCr = false;
    this.#open = true;
    this.from = this.#at;
    this.line = this.#nextLine;
    this.count = 0;
    this.mixed = 0;
    this.nul = false;
    this.#inner = 0;
    this.#startField(this.#at);
    return true;
  }

  #startField(at: number): void {
    this.#mode = PLAIN;
    this.#fieldFrom = at;
    this.#content = at;
    this.#kind = 0;
    this.#at = at;
  }

  #keepField(end: number): void {
    const { count } = this;
    if (count < this.#shape.columns) {
      this.starts[count] = this.#content;
      this.ends[count] = end;
      this.kinds[count] = this.#kind;
    }
    this.count = count + 1;
  }

  /** Unquoted fields, as many as follow one another: the loop that nearly all bytes pass. */
  #plain(): Found | undefined {
    const { bytes, starts, ends, kinds } = this;
    const outside = this.#outside;
    const { delimiter, quote } = this.#dialect;
    const { columns, field, record } = this.#shape;
    const end = this.#end;
    const last = this.from + record;
    let i = this.#at;
    let from = this.#fieldFrom;
    let count = this.count;
    let mixed = this.mixed;
    for (;;) {
      let byte = bytes[i] ?? 0;
      while (outside[byte] === 0) {
        mixed |= byte;
        byte = bytes[++i] ?? 0;
      }
      if (byte === delimiter) {
        if (i - from > field || i > last) break;
        if (count < columns) {
          starts[count] = from;
          ends[count] = i;
          kinds[count] = 0;
        }
        count++;
        from = ++i;
      } else if (byte === NUL) {
        this.nul = true;
        i++;
      } else break;
    }
    this.#at = i;
    this.#fieldFrom = from;
    this.#content = from;
    this.count = count;
    this.mixed = mixed;
    if (this.#overLimit(i)) return this.#breakOff(this.#limitBreach());
    if (i === end && !this.#ended) return 'more';
    if (i < end && bytes[i] === quote) return this.#openQuote(i);
    this.#keepField(i);
    return this.#endRecord(i);
  }

  #openQuote(at: number): Found | undefined {
    for (let i = this.#fieldFrom; i < at; i++) if (!isBlank(this.bytes[i])) return this.#breakOff('stray-quote');
    this.#mode = QUOTED;
    this.#kind = 1;
    this.#content = at + 1;
    this.#at = at + 1;
    return undefined;
  }

  #quoted(): Found | undefined {
    const { bytes } = this;
    const inside = this.#inside;
    const end = this.#end;
    let i = this.#at;
    let mixed = this.mixed;
    for (;;) {
      let byte = bytes[i] ?? 0;
      while (inside[byte] === 0) {
        mixed |= byte;
        byte = bytes[++i] ?? 0;
      }
      if (i === end || byte === this.#dialect.quote) break;
      if (byte === NUL) this.nul = true;
      else if (byte === CR || bytes[i - 1] !== CR || i === this.#content) this.#inner++;
      i++;
    }
    this.#at = i;
    this.mixed = mixed;
    if (this.#overLimit(i)) return this.#breakOff(this.#limitBreach());
    if (i === end) return this.#ended ? this.#breakOff('quote-unclosed') : 'more';
    this.#mode = CLOSED;
    this.#closedAt = i;
    this.#at = i + 1;
    return undefined;
  }

  /** Behind a quote that may have closed the field, or may be the first of two that stand for one. */
  #closed(): Found | undefined {
    const { bytes } = this;
    const { delimiter, quote } = this.#dialect;
    let i = this.#at;
    while (i < this.#end && bytes[i] !== delimiter && isBlank(bytes[i])) i++;
    this.#at = i;
    if (this.#overLimit(i)) return this.#breakOff(this.#limitBreach());
    if (i === this.#end && !this.#ended) return 'more';
    const byte = i === this.#end ? LF : bytes[i];
    if (byte === quote && i === this.#closedAt + 1) {
      this.#kind = 2;
      this.#mode = QUOTED;
      this.#at = i + 1;
      return undefined;
    }
    if (byte === delimiter) {
      this.#keepField(this.#closedAt);
      this.#startField(i + 1);
      return undefined;
    }
    if (byte !== LF && byte !== CR) {
      return this.#breakOff(this.#lineEndIn(this.#fieldFrom, i) === -1 ? 'stray-quote' : 'quote-unclosed');
    }
    this.#keepField(this.#closedAt);
    return this.#endRecord(i);
  }

  #endRecord(at: number): Found {
    this.until = at;
    this.#open = false;
    this.#mode = PLAIN;
    this.#nextLine += this.#inner + 1;
    this.#afterCr = at < this.#end && this.bytes[at] === CR;
    this.#at = Math.min(at + 1, this.#end);
    return this.count === 1 && this.#kind === 0 && this.#isBlankLine(at) ? 'blank' : 'record';
  }

  #isBlankLine(end: number): boolean {
    for (let i = this.from; i < end; i++) if (!isBlank(this.bytes[i])) return false;
    return true;
  }

  #overLimit(at: number): boolean {
    return at - this.#fieldFrom > this.#shape.field || at - this.from > this.#shape.record;
  }

  /** Which limit was met first; decided by position, so that it does not depend on where a chunk ended. */
  #limitBreach(): Breach {
    const fieldEnd = this.#fieldFrom + this.#shape.field;
    const recordEnd = this.from + this.#shape.record;
    const quoted = this.#mode !== PLAIN && this.#lineEndIn(this.#fieldFrom, Math.min(fieldEnd, recordEnd)) !== -1;
    if (quoted) return 'quote-unclosed';
    return fieldEnd <= recordEnd ? 'field-too-long' : 'record-too-long';
  }

  /** Gives the record up and goes on at the next physical line. */
  #breakOff(breach: Breach): Found {
    this.breach = breach;
    this.#open = false;
    const lineEnd = this.#lineEndIn(this.from, this.#at);
    if (lineEnd === -1) {
      this.until = this.#at;
      this.#mode = SKIP;
    } else {
      this.until = lineEnd;
      this.#lineEndedAt(lineEnd);
    }
    return 'broken';
  }

  #lineEndedAt(at: number): void {
    this.#mode = PLAIN;
    this.#nextLine++;
    this.#afterCr = this.bytes[at] === CR;
    this.#at = at + 1;
  }

  #skip(): boolean {
    const lineEnd = this.#lineEndIn(this.#at, this.#end);
    if (lineEnd === -1) {
      this.#at = this.#end;
      return false;
    }
    this.#lineEndedAt(lineEnd);
    return true;
  }

  #lineEndIn(from: number, until: number): number {
    for (let i = from; i < until; i++) if (this.bytes[i] === LF || this.bytes[i] === CR) return i;
    return -1;
  }
}

const isBlank = (byte: number | undefined): boolean => byte === BLANK || byte === TAB;

const marks = (bytes: readonly number[]): Uint8Array => {
  const table = new Uint8Array(256);
  for (const byte of bytes) table[byte] = 1;
  return table;
};
