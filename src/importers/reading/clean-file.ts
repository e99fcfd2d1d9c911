import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The clean copy that is written, in parts of whole rows: a part is handed over as soon as it has reached its size, so
 * that it can be loaded while the next one is written. The first ones are smaller: the loading begins soon.
 *
 * One buffer is filled while the one before it is on its way to the disk; both grow to what lies between two flushes. The
 * folder should be the workspace's own: what it holds is free of raw names, but no other user's business.
 */
export class CleanFile {
  /** Write here from `end` on, after `room` was asked for, and move `end`. */
  bytes = new Uint8Array(1 << 16);
  end = 0;

  readonly #folder: string;
  readonly #partBytes: number;
  readonly #onPart: (path: string) => void;
  #path: string;
  #file: FileHandle;
  #parts = 1;
  #size = 0;
  #other = new Uint8Array(1 << 16);
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(
    folder: string,
    { partBytes, onPart }: { readonly partBytes: number; readonly onPart: (path: string) => void },
    path: string,
    file: FileHandle,
  ) {
    this.#folder = folder;
    this.#partBytes = partBytes;
    this.#onPart = onPart;
    this.#path = path;
    this.#file = file;
  }

  static async create(
    folder: string,
    parts: { readonly partBytes: number; readonly onPart: (path: string) => void },
  ): Promise<CleanFile> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = partPath(folder, 1);
    return new CleanFile(folder, parts, path, await openNew(path));
  }

  /** Makes sure that so many bytes can be written. */
  room(wanted: number): void {
    if (this.end + wanted <= this.bytes.length) return;
    const larger = new Uint8Array((this.end + wanted) * 2);
    larger.set(this.bytes.subarray(0, this.end));
    this.bytes = larger;
  }

  /** Sends off the rows that were written, once what was sent before has arrived. */
  async flush(): Promise<void> {
    await this.#writing;
    if (this.#size >= Math.min(this.#partBytes, (this.#partBytes / 8) * this.#parts)) await this.#nextPart();
    if (this.end === 0) return;
    const full = this.bytes;
    this.#size += this.end;
    this.#writing = this.#file.writeFile(full.subarray(0, this.end));
    this.#writing.catch(() => undefined);
    this.bytes = this.#other;
    this.#other = full;
    this.end = 0;
  }

  /** Hands the last part over; there is always one, be it empty. */
  async close(): Promise<void> {
    await this.flush();
    await this.#finish();
  }

  /** Leaves no half part behind. */
  async discard(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#file.close();
    await rm(this.#path, { force: true });
  }

  async #nextPart(): Promise<void> {
    await this.#finish();
    this.#path = partPath(this.#folder, ++this.#parts);
    this.#file = await openNew(this.#path);
    this.#size = 0;
  }

  async #finish(): Promise<void> {
    await this.#writing;
    await this.#file.close();
    this.#onPart(this.#path);
  }
}

const partPath = (folder: string, part: number): string => join(folder, `clean-${part}.csv`);

const openNew = (path: string): Promise<FileHandle> => open(path, 'w', 0o600);
