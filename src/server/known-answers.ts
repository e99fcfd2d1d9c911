import type { Generation } from '#handlers/generation.ts';

/** How many characters of answers are kept. */
const most = 1 << 26;

/**
 * Answers of the state that stands: what was asked is answered again without looking for it.
 *
 * They are of one state. The first answer of another, and the first order that may make one, has them all forgotten.
 */
export class KnownAnswers {
  #of = '';
  #size = 0;
  readonly #answers = new Map<string, { readonly answer: unknown; readonly size: number }>();

  answerTo(question: string, { id }: Generation): unknown {
    return id === this.#of ? this.#answers.get(question)?.answer : undefined;
  }

  /** All answers that are known in a state. */
  all({ id }: Generation): readonly (readonly [question: string, answer: unknown])[] {
    return id === this.#of ? [...this.#answers].map(([question, { answer }]) => [question, answer]) : [];
  }

  keep(question: string, { id }: Generation, answer: unknown): void {
    if (id !== this.#of) this.forget();
    this.#of = id;
    const size = question.length + JSON.stringify(answer).length;
    if (size > most || this.#answers.has(question)) return;
    for (const [oldest, { size: freed }] of this.#answers) {
      if (this.#size + size <= most) break;
      this.#answers.delete(oldest);
      this.#size -= freed;
    }
    this.#answers.set(question, { answer, size });
    this.#size += size;
  }

  forget(): void {
    this.#answers.clear();
    this.#size = 0;
  }
}
