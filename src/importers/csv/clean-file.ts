import { closeSync, openSync, rmSync, writeSync } from 'node:fs';

/**
 * The file that is written, through one buffer.
 *
 * Its directory should be the workspace's own: what it holds is free of raw names, but no other user's business.
 */
export class CleanFile {
  /** Write here from `end` on, after `room` was asked for, and move `end`. */
  bytes = new Uint8Array(1 << 20);
  end = 0;

  readonly #path: string;
  readonly #file: number;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w', 0o600);
  }

  /** Makes sure that so many bytes can be written. */
  room(wanted: number): void {
    if (this.end + wanted <= this.bytes.length) return;
    this.#flush();
    if (wanted > this.bytes.length) this.bytes = new Uint8Array(wanted * 2);
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  /** Leaves no half file behind. */
  discard(): void {
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }

  #flush(): void {
    for (let at = 0; at < this.end; ) at += writeSync(this.#file, this.bytes, at, this.end - at);
    this.end = 0;
  }
}
