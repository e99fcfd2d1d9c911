/** What happened to a job, for those who watch it: `id` is where to go on from when the line was cut. */
export type JobEvent = { readonly id: string; readonly name: 'job' | 'progress'; readonly data: unknown };

const mostKept = 200;
const often = 100;

/**
 * The events of one job, for as many as watch it.
 *
 * Who comes back names the last event he saw and gets those after it. Whoever comes anew, or from before the server was
 * started again, or after too long, gets how things stand.
 */
export class Watched {
  readonly #life: string;
  readonly #now: () => unknown;
  readonly #events: JobEvent[] = [];
  readonly #watchers = new Set<(event: JobEvent) => void>();
  #count = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  /** `life` tells one server from the next; `now` says how things stand. */
  constructor(life: string, now: () => unknown) {
    this.#life = life;
    this.#now = now;
  }

  /** The job became another. */
  changed(): void {
    this.#tell('job', this.#now());
  }

  /** What is going on, no more often than anybody can read. */
  progress(text: string): void {
    const now = performance.now();
    if (now - this.#toldAt < often) return;
    this.#toldAt = now;
    this.#tell('progress', { text });
  }

  /** Hands over what was missed and all that follows, until the function it returns is called. */
  watch(watcher: (event: JobEvent) => void, last?: string): () => void {
    for (const event of this.#missed(last)) watcher(event);
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #missed(last: string | undefined): readonly JobEvent[] {
    const known = this.#events.findIndex(({ id }) => id === last);
    if (last === this.#id() || known >= 0) return known >= 0 ? this.#events.slice(known + 1) : [];
    return [{ id: this.#id(), name: 'job', data: this.#now() }];
  }

  #id(): string {
    return `${this.#life}.${this.#count}`;
  }

  #tell(name: JobEvent['name'], data: unknown): void {
    this.#count++;
    const event = { id: this.#id(), name, data };
    this.#events.push(event);
    if (this.#events.length > mostKept) this.#events.shift();
    for (const watcher of this.#watchers) watcher(event);
  }
}
