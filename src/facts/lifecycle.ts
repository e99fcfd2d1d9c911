import type { StageKind } from '#model/kinds.ts';

/** One row of a log of activities: which activity, which step in its life, and of which of its instances. */
export type LifeRow = {
  /** Empty where the row names none. */
  readonly activity: string;
  readonly transition: string;
  /** Empty where the log tells no instances apart. */
  readonly instance: string;
  /** The same for rows that nothing in the log puts one before the other. */
  readonly moment: number;
};

/** The state that a row leaves its item in, as a raw name that rules can take, and what it is where no rule says. */
export type LifeState = { readonly name: string; readonly kind: StageKind; readonly atWork: boolean };

export type Lived = {
  /** Which of the rows it is. */
  readonly index: number;
  readonly state: LifeState;
  /** Whether it tells of one more go at its activity: it begins one, or ends one that nobody saw begin. */
  readonly tells: boolean;
};

type Effect = 'starts' | 'pauses' | 'ends' | 'aborts' | 'aborts-all' | 'none';

/** By the words of the standard, in small letters; a row that says none tells that an activity is complete. */
const effects: Readonly<Record<string, Effect>> = {
  start: 'starts',
  resume: 'starts',
  suspend: 'pauses',
  complete: 'ends',
  '': 'ends',
  ate_abort: 'aborts',
  pi_abort: 'aborts-all',
};

const wordOf = (transition: string): string => transition.trim().toLowerCase();

const effectOf = ({ activity, transition }: LifeRow): Effect => {
  const effect = effects[wordOf(transition)] ?? 'none';
  return activity === '' && effect !== 'aborts-all' ? 'none' : effect;
};

/** At one moment an activity starts before another one ends: it ends after its own start, and nothing waits for no time. */
const ranks: Readonly<Record<Effect, number>> = { none: 0, starts: 1, pauses: 2, ends: 3, aborts: 3, 'aborts-all': 3 };

/** One go at an activity, from its start. */
class Instance {
  readonly activity: string;
  readonly name: string;
  /** Its place among all. */
  readonly began: number;
  running = true;
  /** The moment of its end, if any row tells it. */
  ended: number | undefined;

  constructor({ activity, instance }: LifeRow, began: number) {
    this.activity = activity;
    this.name = instance;
    this.began = began;
  }

  isOf({ activity, instance }: LifeRow): boolean {
    return this.activity === activity && (instance === '' || this.name === instance);
  }
}

/** A row with what it does, and to which instance. */
type Step = { readonly index: number; readonly row: LifeRow; readonly effect: Effect; instance?: Instance | undefined };

/**
 * The rows of one item in the order in which they are to be read, by number, with the state that each leaves it in
 * (docs/reference/evidence.md, "Activities").
 *
 * `rows` stand in the order that all logs have. It takes two passes: whether and when the end of an instance is told
 * decides what its start means.
 */
export const lifeStates = (rows: readonly LifeRow[]): Lived[] => {
  const steps = rows
    .map((row, index): Step => ({ index, row, effect: effectOf(row) }))
    .sort((a, b) => a.row.moment - b.row.moment || ranks[a.effect] - ranks[b.effect]);
  pair(steps);
  steps.sort((a, b) => a.row.moment - b.row.moment || ranks[a.effect] - ranks[b.effect] || turn(a) - turn(b));
  return follow(steps);
};

/** What is over at once starts before what lasts; what began first ends first. */
const turn = ({ effect, row, instance }: Step): number => {
  if (effect === 'starts') return instance?.ended === row.moment ? 0 : 1;
  return ranks[effect] === ranks.ends ? (instance?.began ?? -1) : 0;
};

/** Finds the instance that each step is about: of those that are open, the one that began first. */
const pair = (steps: readonly Step[]): void => {
  let open: Instance[] = [];
  let begun = 0;
  const firstOf = (row: LifeRow, fits: (instance: Instance) => boolean = () => true): Instance | undefined =>
    open.find((instance) => instance.isOf(row) && fits(instance));
  for (const step of steps) {
    const { row, effect } = step;
    switch (effect) {
      case 'starts': {
        const resumes = wordOf(row.transition) === 'resume';
        const known = firstOf(row, ({ running }) => (resumes ? !running : row.instance !== ''));
        step.instance = known ?? new Instance(row, begun++);
        step.instance.running = true;
        if (!known) open.push(step.instance);
        break;
      }
      case 'pauses':
        step.instance = firstOf(row, ({ running }) => running);
        if (step.instance) step.instance.running = false;
        break;
      case 'ends':
      case 'aborts':
        step.instance = firstOf(row);
        if (step.instance) step.instance.ended = row.moment;
        open = open.filter((instance) => instance !== step.instance);
        break;
      case 'aborts-all':
        for (const instance of open) instance.ended = row.moment;
        open = [];
        break;
      case 'none':
        break;
    }
  }
};

/** Lets time pass over the steps: an instance without an end lasts until something else starts or ends. */
const follow = (steps: readonly Step[]): Lived[] => {
  let open: Instance[] = [];
  let idle = stateNamed('before start', 'queue');
  for (const { instance } of steps) if (instance) instance.running = true;
  return steps.map(({ index, row, effect, instance }) => {
    const begins = effect === 'starts' && instance !== undefined && !open.includes(instance);
    const ends = effect === 'ends' || (effect === 'aborts' && instance !== undefined);
    if (begins || ends) open = open.filter(({ ended }) => ended !== undefined);
    if (begins) open.push(instance);
    if (instance) instance.running = effect !== 'pauses' && (instance.running || effect === 'starts');
    if (ends) {
      open = open.filter((other) => other !== instance);
      idle = stateNamed(`after ${row.activity}`, 'queue');
    }
    if (effect === 'aborts-all') {
      open = [];
      idle = stateNamed('aborted', 'cancelled');
    }
    return { index, state: stateOf(open) ?? idle, tells: begins || (effect === 'ends' && !instance) };
  });
};

const stateOf = (open: readonly Instance[]): LifeState | undefined => {
  const running = open.find((instance) => instance.running);
  if (running) return stateNamed(running.activity, 'active');
  return open[0] && stateNamed(`${open[0].activity} suspended`, 'queue');
};

const stateNamed = (name: string, kind: StageKind): LifeState => ({ name, kind, atWork: kind === 'active' });
