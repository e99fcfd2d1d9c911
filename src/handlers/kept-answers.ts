import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Answers by their questions, as text; all of them are of one state. */
type Answers = readonly (readonly [question: string, answer: unknown])[];

/**
 * What the first page asks, kept in a file from one server to the next: one that begins while all stands as it stood says
 * at once what was said then.
 *
 * They are of one state, and of no other: whoever reads them names it. A file whose bytes are not those that were written
 * is not believed.
 */
export class KeptAnswers {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** What was answered in a state; nothing where what is kept is of another. */
  of(state: string): Answers {
    if (!existsSync(this.#file)) return [];
    const [head, answers = ''] = readFileSync(this.#file, 'utf8').split('\n', 2);
    return head === headOf(state, answers) ? JSON.parse(answers) : [];
  }

  keep(state: string, all: Answers): void {
    const answers = JSON.stringify(all);
    const draft = `${this.#file}.draft`;
    writeFileSync(draft, `${headOf(state, answers)}\n${answers}`, { mode: 0o600 });
    renameSync(draft, this.#file);
  }
}

const headOf = (state: string, answers: string): string =>
  `${state} ${createHash('sha256').update(answers).digest('base64')}`;
