import type { Cut } from '../reading/cut.ts';

const encoder = new TextEncoder();

/** The values of one event as the fields of a row. */
export class EventCut implements Cut {
  bytes = new Uint8Array(1 << 16);
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  readonly count: number;
  readonly from = 0;
  until = 0;
  line = 0;
  mixed = 0;
  /** XML cannot hold one. */
  readonly nul = false;

  constructor(columns: number) {
    this.starts = new Int32Array(columns);
    this.ends = new Int32Array(columns);
    this.kinds = new Uint8Array(columns).fill(1);
    this.count = columns;
  }

  fill(values: readonly (string | undefined)[], line: number): void {
    this.line = line;
    this.mixed = 0;
    this.until = 0;
    for (let column = 0; column < this.count; column++) {
      this.starts[column] = this.until;
      const value = values[column];
      if (value !== undefined) this.#write(value);
      this.ends[column] = this.until;
    }
  }

  has(column: number): boolean {
    return this.starts[column] !== this.ends[column];
  }

  /** The first column longer than a limit, or -1. */
  longerThan(limit: number): number {
    for (let column = 0; column < this.count; column++) {
      if ((this.ends[column] ?? 0) - (this.starts[column] ?? 0) > limit) return column;
    }
    return -1;
  }

  /** Letter by letter while they are plain, which nearly all are: to ask the encoder costs more than a short text. */
  #write(value: string): void {
    this.#makeRoom(value.length * 3);
    const { bytes, until } = this;
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      if (code > 0x7f) {
        this.mixed = 0x80;
        this.until = until + encoder.encodeInto(value, bytes.subarray(until)).written;
        return;
      }
      bytes[until + i] = code;
    }
    this.until = until + value.length;
  }

  #makeRoom(wanted: number): void {
    if (this.until + wanted <= this.bytes.length) return;
    const larger = new Uint8Array((this.until + wanted) * 2);
    larger.set(this.bytes.subarray(0, this.until));
    this.bytes = larger;
  }
}
