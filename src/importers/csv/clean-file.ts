import { type FileHandle, open, rm } from 'node:fs/promises';

/**
 * The file that is written: one buffer is filled while the one before it is on its way to the disk.
 *
 * Its directory should be the workspace's own: what it holds is free of raw names, but no other user's business.
 */
export class CleanFile {
  /** Write here from `end` on, after `room` was asked for, and move `end`. */
  bytes = new Uint8Array(1 << 21);
  end = 0;

  readonly #path: string;
  readonly #file: FileHandle;
  #other = new Uint8Array(1 << 21);
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  static async create(path: string): Promise<CleanFile> {
    return new CleanFile(path, await open(path, 'w', 0o600));
  }

  /** Makes sure that so many bytes can be written. */
  room(wanted: number): void {
    if (this.end + wanted <= this.bytes.length) return;
    const larger = new Uint8Array((this.end + wanted) * 2);
    larger.set(this.bytes.subarray(0, this.end));
    this.bytes = larger;
  }

  /** Sends off what was written, once what was sent before has arrived. */
  async flush(): Promise<void> {
    await this.#writing;
    if (this.end === 0) return;
    const full = this.bytes;
    this.#writing = this.#file.writeFile(full.subarray(0, this.end));
    this.#writing.catch(() => undefined);
    this.bytes = this.#other;
    this.#other = full;
    this.end = 0;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#writing;
    await this.#file.close();
  }

  /** Leaves no half file behind. */
  async discard(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#file.close();
    await rm(this.#path, { force: true });
  }
}
