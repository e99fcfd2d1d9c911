import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Job } from '#api/jobs.ts';

/** What is written down of jobs: a file each, replaced whole, so that a killed server leaves what was last so. */
export class KeptJobs {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** All that can be read, oldest first. */
  all(): Job[] {
    return readdirSync(this.#folder)
      .filter((file) => /^\d+\.json$/u.test(file))
      .flatMap((file) => jobIn(readFileSync(join(this.#folder, file), 'utf8')))
      .sort((a, b) => a.id - b.id);
  }

  /** It is on the disk when this returns: an order that was accepted is not lost with the power. */
  keep(job: Job): void {
    const draft = this.#file(job.id, 'draft');
    const file = openSync(draft, 'w', 0o600);
    try {
      writeSync(file, JSON.stringify(job));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, this.#file(job.id, 'json'));
  }

  forget(id: number): void {
    rmSync(this.#file(id, 'json'), { force: true });
  }

  #file(id: number, kind: string): string {
    return join(this.#folder, `${id}.${kind}`);
  }
}

/** A file that another version wrote otherwise, or that the disk has spoilt, is no job. */
const jobIn = (text: string): Job[] => {
  try {
    const read = Job.safeParse(JSON.parse(text));
    return read.success ? [read.data] : [];
  } catch {
    return [];
  }
};
