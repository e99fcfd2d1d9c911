import { digestOf } from '#mapping/digest.ts';
import { dayOf } from '#model/day.ts';
import type { Recall } from '#model/recall.ts';
import { stateOfEvidence } from './generation.ts';
import { KeptAnswers } from './kept-answers.ts';
import type { Standing } from './refresh.ts';
import { type Room, readingsIn } from './room.ts';

/** How much is remembered of one state; a diagnosis of one window is some two hundred readings. */
const most = 2_000;

const memories = new WeakMap<Standing, Promise<Memory>>();

/**
 * The memory of a state; none while something is tried out in it.
 *
 * Readings follow from the evidence, the records and the settings of the workspace, but not from what a rule is judged by:
 * whoever moves a threshold has all of them still.
 */
export const memoryOf = (room: Room, standing: Standing): Promise<Memory> | undefined => {
  if (room.triesOut) return undefined;
  const memory = memories.get(standing) ?? Memory.of(room, standing);
  memories.set(standing, memory);
  memory.catch(() => memories.delete(standing));
  return memory;
};

/** What was read of one state, and on demand written down for the process after this one. */
class Memory {
  readonly #state: string | undefined;
  readonly #kept: KeptAnswers;
  readonly #readings: Map<string, Promise<unknown>>;
  #isNew = false;

  static async of(room: Room, standing: Standing): Promise<Memory> {
    return new Memory(await stateOf(room, standing), new KeptAnswers(readingsIn(room.state)));
  }

  private constructor(state: string | undefined, kept: KeptAnswers) {
    this.#state = state;
    this.#kept = kept;
    const before = state === undefined ? [] : kept.of(state);
    this.#readings = new Map(before.map(([name, reading]) => [name, Promise.resolve(reading)]));
  }

  readonly recall: Recall = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    // A name is only ever asked for with one kind of work.
    const known = this.#readings.get(name) as Promise<T> | undefined;
    if (known) return known;
    const found = work();
    const [oldest] = this.#readings.keys();
    if (this.#readings.size >= most && oldest !== undefined) this.#readings.delete(oldest);
    this.#readings.set(name, found);
    this.#isNew = true;
    // What went wrong once need not go wrong again.
    found.catch(() => this.#readings.delete(name));
    return found;
  };

  /** Writes down what was found so far, unless that is written down already. */
  async keep(): Promise<void> {
    if (!this.#isNew || this.#state === undefined) return;
    this.#isNew = false;
    const readings = [...this.#readings].map(async ([name, found]) => [name, await found] as const);
    this.#kept.keep(this.#state, await Promise.all(readings));
  }
}

/**
 * Everything that readings follow from: the program, the day, the evidence with its facts, the records but for thresholds,
 * the settings. Nothing where the program is not named, because another one may read otherwise.
 */
const stateOf = async (room: Room, { engine, sources, asOf }: Standing): Promise<string | undefined> => {
  const { program, now } = room.surroundings;
  if (program === undefined) return undefined;
  const { configuration } = room.workspace;
  const { settings, runs } = await stateOfEvidence(engine);
  const records = await (await room.store()).lastChangeBut('rule-setting');
  const mappings = sources.map(({ sourceId, key, mapping }) => [sourceId, key, mapping]);
  const today = dayOf(now().toISOString(), configuration.timeZone);
  return digestOf([program, today, asOf, settings, runs, records, configuration, mappings]);
};
