import type { z } from 'zod';
import type { Endpoint } from '#api/define.ts';
import type { Handler } from '#handlers/define.ts';
import { type Generation, generationOf, outsideOf } from '#handlers/generation.ts';
import { KeptAnswers } from '#handlers/kept-answers.ts';
import { isBuilt } from '#handlers/refresh.ts';
import { answersIn, Room } from '#handlers/room.ts';
import type { Surroundings } from '#handlers/surroundings.ts';
import { undoBegun } from '#handlers/taking-in.ts';
import { Fault } from '#model/fault.ts';
import { KnownAnswers } from './known-answers.ts';

/** What differs from one call to the next. */
export type Asking = Partial<Pick<Surroundings, 'via' | 'progress' | 'notice' | 'signal'>> & {
  /** Told when the turn of the call has come. */
  readonly begun?: () => void;
};

/** An answer, and of which state it is, where it stands until that changes. */
export type Answered<Answer> = { readonly answer: Answer; readonly generation: Generation | undefined };

/**
 * Where calls are answered one after another, in a room that stays open from call to call.
 *
 * One at a time, because an answer may bring records, rows and facts up to the files first, or stand on another instant
 * for its while. What the files say is read again when they change. After a call that went wrong by more than what was
 * asked all that is open is closed, so that nothing half done is stood on; the workspace is held all the while.
 */
export class Desk {
  readonly #room: Room;
  readonly #surroundings: Surroundings;
  /** The state of the evidence since the last call, as long as no order has begun. */
  #generation: Generation | undefined;
  readonly #known = new KnownAnswers();
  #recalled = false;
  #last: Promise<unknown> = Promise.resolve();
  /** Calls that are not answered yet. */
  waiting = 0;
  /** What is done at the moment, for those who wait. */
  doing: string | null = null;

  constructor(folder: string, surroundings: Surroundings) {
    this.#room = new Room(folder, surroundings);
    this.#surroundings = surroundings;
  }

  /** Takes hold of the workspace; a fault when somebody else has it, or when it is none. */
  open(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#room.store();
    });
  }

  /** Writes down what is known of some endpoints, for the server after this one. */
  keepAnswers(of: readonly Pick<Endpoint, 'id'>[]): Promise<void> {
    return this.#inTurn(async () => {
      const generation = this.standing();
      if (!generation?.stands) return;
      const wanted = this.#known
        .all(generation)
        .filter(([question]) => of.some(({ id }) => question.startsWith(`${id} `)));
      this.#kept.keep(generation.id, wanted);
    });
  }

  /** Whether what is asked can be answered without taking anything in before. */
  isBuilt(): Promise<boolean> {
    return this.#inTurn(() => isBuilt(this.#room));
  }

  /** Undoes what was on its way in when the process before this one was killed, but for what is begun again. */
  undoBegun(begunAgain: ReadonlySet<string>): Promise<void> {
    return this.#inTurn(() => undoBegun(this.#room, begunAgain));
  }

  /** How large a file may be that is handed over, in megabytes. */
  get largestUpload(): number {
    return this.#room.workspace.configuration.largestUpload;
  }

  /** Where what is handed over is kept. */
  get state(): string {
    return this.#room.state;
  }

  /** The state that answers stand on, as long as nothing changed since the last one; told without waiting for anybody. */
  standing(): Generation | undefined {
    const known = this.#generation;
    return known && known.outside === outsideOf(this.#room) ? known : undefined;
  }

  /** What a handler answers to an input that was checked, in the shape its endpoint promises; at once where it is known. */
  answer<Input extends z.ZodType, Answer extends z.ZodType>(
    handler: Handler<Input, Answer>,
    input: z.output<Input>,
    { begun, ...asking }: Asking = {},
  ): Promise<Answered<z.output<Answer>>> {
    const { endpoint } = handler;
    const question = endpoint.stands && `${endpoint.id} ${JSON.stringify(input)}`;
    const known = question && this.#knownAnswer<z.output<Answer>>(question);
    if (known) return Promise.resolve(known);
    return this.#inTurn(async () => {
      asking.signal?.throwIfAborted();
      begun?.();
      this.doing = endpoint.summary;
      const progress = (text: string): void => {
        this.doing = text;
        (asking.progress ?? this.#surroundings.progress)(text);
      };
      this.#room.surroundings = { ...this.#surroundings, ...asking, progress };
      const stop = (): void => this.#room.stop();
      asking.signal?.addEventListener('abort', stop);
      try {
        this.#room.renew();
        if (question) return await this.#answerThatStands(question, handler, input);
        // An order may change anything, and a question may find a file that was missed before.
        const before = this.standing();
        this.#generation = undefined;
        if (endpoint.method === 'post') this.#known.forget();
        const answer = endpoint.answer.parse(await handler.answer(input, this.#room));
        if (endpoint.method === 'get' && before) await this.#goOn(before);
        return { answer, generation: undefined };
      } catch (error) {
        if (!(error instanceof Fault) || error.exit !== 2) await this.#room.leave();
        throw error;
      } finally {
        asking.signal?.removeEventListener('abort', stop);
        // What was told to stop answers nobody any more.
        if (asking.signal?.aborted) await this.#room.leave();
        this.doing = null;
      }
    });
  }

  /** Goes on to know a state, where it is still that. */
  async #goOn(before: Generation): Promise<void> {
    const after = await generationOf(this.#room, this.#surroundings.program);
    if (after.id === before.id) this.#generation = before;
  }

  /** The answer to a question of the state that stands, where it was asked in it before. */
  #knownAnswer<Answer>(question: string): Answered<Answer> | undefined {
    const generation = this.standing();
    const answer = generation?.stands ? this.#known.answerTo(question, generation) : undefined;
    // Questions are told apart by their endpoint, and so are answers.
    return answer === undefined ? undefined : { answer: answer as Answer, generation };
  }

  async #answerThatStands<Input extends z.ZodType, Answer extends z.ZodType>(
    question: string,
    { endpoint, answer }: Handler<Input, Answer>,
    input: z.output<Input>,
  ): Promise<Answered<z.output<Answer>>> {
    await this.#recall();
    const known = this.#knownAnswer<z.output<Answer>>(question);
    if (known) return known;
    // As long as nothing changed outside, to ask what stands changes nothing.
    const before = this.standing();
    this.#generation = before;
    const outside = outsideOf(this.#room);
    const said = endpoint.answer.parse(await answer(input, this.#room));
    const after = await generationOf(this.#room, this.#surroundings.program);
    // Where a file changed meanwhile, nobody knows which of its states was read.
    this.#generation = after.outside === outside ? after : undefined;
    // The first answer of a state may tell what was done to come to it; that is told once.
    if (this.#generation?.stands && before?.id === after.id) this.#known.keep(question, after, said);
    return { answer: said, generation: this.#generation };
  }

  /** Takes up what the server before this one has answered, where all stands as it stood then; looked at once. */
  async #recall(): Promise<void> {
    if (this.#recalled) return;
    this.#recalled = true;
    const generation = await generationOf(this.#room, this.#surroundings.program);
    const answers = this.#kept.of(generation.id);
    for (const [question, answer] of answers) this.#known.keep(question, generation, answer);
    if (answers.length > 0) this.#generation = generation;
  }

  /** Lets go of the workspace once what was asked is answered. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#room.close());
  }

  get #kept(): KeptAnswers {
    return new KeptAnswers(answersIn(this.#room.state));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.waiting++;
    const turn = this.#last.then(work).finally(() => {
      this.waiting--;
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
