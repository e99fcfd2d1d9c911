import type { Minute } from './clock.ts';

/** Something a process can wait for; it happens once. */
export class Signal {
  happened = false;
  readonly waiting: Process[] = [];
}

/** A course of events. It yields the instant at which, or the signal upon which, it goes on. */
export type Process = Generator<Minute | Signal, void, void>;

type Entry = { readonly at: Minute; readonly order: number; readonly process: Process };

const earlier = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Runs many processes on one clock, in the order of their instants; what begins first goes first at one instant. */
export class Scheduler {
  now: Minute;
  #order = 0;
  readonly #heap: Entry[] = [];

  constructor(start: Minute) {
    this.now = start;
  }

  start(process: Process, at: Minute = this.now): void {
    this.#heap.push({ at: Math.max(at, this.now), order: this.#order++, process });
    let child = this.#heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >>> 1;
      if (!this.#swapUnlessOrdered(parent, child)) return;
      child = parent;
    }
  }

  happen(signal: Signal): void {
    signal.happened = true;
    for (const process of signal.waiting.splice(0)) this.start(process);
  }

  /** Lets everything happen that happens before an instant; what would come later never does. */
  runUntil(end: Minute): void {
    for (let next = this.#take(); next && next.at < end; next = this.#take()) {
      this.now = next.at;
      const { value, done } = next.process.next();
      if (done) continue;
      if (typeof value === 'number') this.start(next.process, value);
      else if (value.happened) this.start(next.process);
      else value.waiting.push(next.process);
    }
  }

  #take(): Entry | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (!first || !last || first === last) return first;
    this.#heap[0] = last;
    for (let parent = 0; ; ) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      const [a, b] = [this.#heap[left], this.#heap[right]];
      const child = a && b && earlier(b, a) ? right : left;
      if (!this.#swapUnlessOrdered(parent, child)) return first;
      parent = child;
    }
  }

  #swapUnlessOrdered(parent: number, child: number): boolean {
    const [above, below] = [this.#heap[parent], this.#heap[child]];
    if (!above || !below || earlier(above, below)) return false;
    this.#heap[parent] = below;
    this.#heap[child] = above;
    return true;
  }
}
