import type { Taken } from './stopwatch.ts';

/** How many events come in once the facts stand. */
export const laterEvents = 1000;

/** What the timed process says of one log. */
export type Timed = {
  readonly steps: readonly Taken[];
  readonly questions: readonly Taken[];
  /** The slowest answer of each figure of flow through filters that were not asked before. */
  readonly filtered: readonly Taken[];
  /** The steps from a second, small file to facts that tell of it, and all figures read after them. */
  readonly appended: readonly Taken[];
  readonly figures: readonly Taken[];
  /** The most memory held until the facts stood, and until the last answer, in bytes. */
  readonly factsMemory: number;
  readonly memory: number;
  readonly database: number;
};

/** One log, and what became of it on this machine. */
export type Bench = {
  readonly events: number;
  readonly items: number;
  readonly seed: number;
  /** Bytes of the log, and seconds to write it. */
  readonly logBytes: number;
  readonly logSeconds: number;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memory: number;
    readonly node: string;
    /** How many processes wanted a processor before the run began, on average over a minute. */
    readonly load: number;
  };
  /** What the database alone takes for the same rows: to read and order them, and to ask of each item. */
  readonly yardstick: readonly Taken[];
  readonly timed: Timed;
};
