/** What a file may be like; a file over a limit is refused, but an event over `field` or `record` only rejected. */
export type Limits = {
  /** Bytes of the whole text, after unpacking. */
  readonly text: number;
  /** Characters from one piece of mark-up to the next: an attribute, a text, a comment. */
  readonly piece: number;
  /** Elements inside each other. */
  readonly depth: number;
  /** XML attributes of one element. */
  readonly attributes: number;
  readonly columns: number;
  /** Bytes of one value, and of all values of an event. */
  readonly field: number;
  readonly record: number;
  /** Bytes that are read at once; it never changes a result. */
  readonly chunk: number;
  /** From which size on a part of the clean copy is handed over, in bytes. */
  readonly part: number;
};

const mebibyte = 1 << 20;

export const usualLimits: Limits = {
  text: 64 * 1024 * mebibyte,
  piece: mebibyte,
  depth: 64,
  attributes: 64,
  columns: 4096,
  field: mebibyte,
  record: 3 * mebibyte,
  chunk: 64 * 1024,
  part: 192 * mebibyte,
};
