/** What a file may be like; a record over a limit is rejected, a file over one refused. All but `columns` in bytes. */
export type Limits = {
  /** The whole text, after unpacking. */
  readonly text: number;
  readonly field: number;
  readonly record: number;
  readonly header: number;
  readonly columns: number;
  /** What is read at once; it never changes a result. */
  readonly chunk: number;
  /** From which size on a part of the clean copy is handed over. */
  readonly part: number;
};

const mebibyte = 1 << 20;

/** A clean record takes at most twice the bytes of its source and stays below the 8 MiB that the loader reads. */
export const usualLimits: Limits = {
  text: 64 * 1024 * mebibyte,
  field: mebibyte,
  record: 3 * mebibyte,
  header: mebibyte,
  columns: 4096,
  chunk: 128 * 1024,
  part: 192 * mebibyte,
};
