import type { ImportRun } from '#api/evidence.ts';
import type { Job, ShownJob } from '#api/jobs.ts';
import { Fault } from '#model/fault.ts';
import type { KeptJobs } from './kept.ts';
import { type JobEvent, Watched } from './watched.ts';

/** One turn of work: who asked, whom to tell what goes on, and how to break it off. */
export type Turn = {
  readonly via: string;
  readonly signal: AbortSignal;
  readonly progress: (text: string) => void;
  /** The turn has come. */
  readonly begun: () => void;
};

/** What jobs stand on. */
export type JobGround = {
  readonly kept: KeptJobs;
  readonly now: () => Date;
  /** Tells this server from those before it. */
  readonly life: string;
  /** Answers what a job asks, when its turn comes. */
  readonly answer: (job: Pick<Job, 'endpoint' | 'input'>, turn: Turn) => Promise<unknown>;
  /** Whether what a kill broke off comes to the same end when it is begun again. */
  readonly isBegunAgain: (endpoint: string) => boolean;
  /** The imports that were committed since an instant. */
  readonly standing: (since: string) => Promise<readonly ImportRun[]>;
  /** What is done at the moment. */
  readonly doing: () => string | null;
  readonly problemOf: (error: unknown) => NonNullable<Job['problem']>;
};

/** How many jobs are remembered, and of how many the answer. */
const mostJobs = 500;
const mostAnswers = 20;

type Known = {
  job: Job;
  progress: string | null;
  answer: unknown;
  readonly abort: AbortController;
  readonly watched: Watched;
  ended: Promise<void>;
};

/**
 * Long work that nobody waits for: it is written down before it is promised, and taken up again by the next server.
 *
 * A job is in the files of the workspace what it is here, but for its answer and what is going on.
 */
export class Jobs {
  readonly #ground: JobGround;
  readonly #known = new Map<number, Known>();
  #last = 0;
  #leaving = false;

  constructor(ground: JobGround) {
    this.#ground = ground;
    for (const job of ground.kept.all()) this.#add(job);
  }

  /** Takes up what the server before this one left, in the order in which it was ordered. */
  takeUp(): void {
    for (const known of this.#known.values()) {
      const { state } = known.job;
      if (state === 'running') known.ended = this.#takeUpInterrupted(known);
      if (state === 'waiting') known.ended = this.#run(known);
    }
  }

  /** Promises to do what is asked; it is written down by then. */
  order(asked: Pick<Job, 'endpoint' | 'input' | 'via'>): ShownJob {
    const known = this.#add({
      ...asked,
      id: this.#last + 1,
      state: 'waiting',
      orderedAt: this.#instant(),
      begunAt: null,
      endedAt: null,
      cancelAskedAt: null,
      interruptedAt: [],
      stands: [],
      problem: null,
    });
    this.#ground.kept.keep(known.job);
    this.#forgetOld();
    known.ended = this.#run(known);
    return this.#shown(known);
  }

  list({ before = Number.POSITIVE_INFINITY, limit }: { before?: number | undefined; limit: number }): ShownJob[] {
    return [...this.#known.values()]
      .filter(({ job }) => job.id < before)
      .reverse()
      .slice(0, limit)
      .map((known) => this.#shown(known));
  }

  show(id: number): ShownJob & { readonly answer: unknown } {
    const known = this.#find(id);
    return { ...this.#shown(known), answer: known.answer };
  }

  /** Breaks a job off, and answers how it ended: it may have been done before it could be. */
  async cancel(id: number): Promise<ShownJob> {
    const known = this.#find(id);
    if (isOver(known.job)) throw new Fault('job-ended', { job: id, state: known.job.state });
    const asked = this.#instant();
    const waits = known.job.state === 'waiting';
    this.#change(known, { cancelAskedAt: asked, ...(waits ? { state: 'cancelled', endedAt: asked } : {}) });
    known.abort.abort();
    if (!waits) await known.ended;
    return this.#shown(known);
  }

  /** Tells what happens to a job until the function it returns is called; nothing to a job that has ended and told so. */
  watch(id: number, watcher: (event: JobEvent) => void, last?: string): () => void {
    return this.#find(id).watched.watch(watcher, last);
  }

  /** Breaks off what the next server begins again, and waits for the rest: nothing is said to have been cancelled. */
  async leave(): Promise<void> {
    this.#leaving = true;
    for (const { job, abort } of this.#known.values()) {
      if (job.state === 'waiting' || this.#ground.isBegunAgain(job.endpoint)) abort.abort();
    }
    await Promise.all([...this.#known.values()].map(({ ended }) => ended));
  }

  async #run(known: Known): Promise<void> {
    const { abort, watched, job } = known;
    try {
      known.answer = await this.#ground.answer(job, {
        via: job.via,
        signal: abort.signal,
        begun: () => this.#change(known, { state: 'running', begunAt: known.job.begunAt ?? this.#instant() }),
        progress: (text) => {
          known.progress = text;
          watched.progress(text);
        },
      });
      this.#change(known, { state: 'done', endedAt: this.#instant() });
    } catch (error) {
      await this.#brokenOff(known, error);
    }
  }

  async #brokenOff(known: Known, error: unknown): Promise<void> {
    if (this.#leaving && known.abort.signal.aborted) return;
    if (!known.abort.signal.aborted) {
      this.#change(known, { state: 'failed', problem: this.#ground.problemOf(error), endedAt: this.#instant() });
    } else if (known.job.state === 'running') {
      const stands = await this.#standing(known);
      this.#change(known, { state: 'cancelled', stands, endedAt: this.#instant() });
    }
  }

  async #takeUpInterrupted(known: Known): Promise<void> {
    const { job } = known;
    const again = job.cancelAskedAt === null && this.#ground.isBegunAgain(job.endpoint);
    const state = job.cancelAskedAt === null ? 'interrupted' : 'cancelled';
    this.#change(known, {
      state: again ? 'waiting' : state,
      interruptedAt: [...job.interruptedAt, this.#instant()],
      ...(again ? {} : { endedAt: this.#instant() }),
    });
    const stands = await this.#standing(known);
    // It may have been cancelled meanwhile.
    if (stands.length > 0) this.#change(known, { stands });
    if (again && known.job.state === 'waiting') await this.#run(known);
  }

  /** What cannot be told is no reason to lose what became of the job. */
  async #standing({ job }: Known): Promise<Job['stands']> {
    if (job.begunAt === null) return [];
    return this.#ground.standing(job.begunAt).then(
      (runs) => [...runs],
      () => [],
    );
  }

  #change(known: Known, change: Partial<Job>): void {
    known.job = { ...known.job, ...change };
    if (isOver(known.job)) known.progress = null;
    this.#ground.kept.keep(known.job);
    known.watched.changed();
  }

  #add(job: Job): Known {
    const known: Known = {
      job,
      progress: null,
      answer: null,
      abort: new AbortController(),
      watched: new Watched(this.#ground.life, () => this.#shown(known)),
      ended: Promise.resolve(),
    };
    this.#known.set(job.id, known);
    this.#last = Math.max(this.#last, job.id);
    return known;
  }

  #find(id: number): Known {
    const known = this.#known.get(id);
    if (!known) throw new Fault('job-unknown', { job: id });
    return known;
  }

  #shown({ job, progress }: Known): ShownJob {
    return { ...job, progress, waitsFor: job.state === 'waiting' ? this.#ground.doing() : null };
  }

  #forgetOld(): void {
    const over = [...this.#known.values()].filter(({ job }) => isOver(job));
    for (const known of over.slice(0, Math.max(0, over.length - mostAnswers))) known.answer = null;
    for (const { job } of over.slice(0, Math.max(0, this.#known.size - mostJobs))) {
      this.#known.delete(job.id);
      this.#ground.kept.forget(job.id);
    }
  }

  #instant(): string {
    return this.#ground.now().toISOString();
  }
}

/** Whether nothing more will become of a job. */
export const isOver = ({ state }: Pick<Job, 'state'>): boolean => state !== 'waiting' && state !== 'running';
