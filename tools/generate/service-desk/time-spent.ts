import { type Minute, workedBy } from './clock.ts';

export const timeClasses = ['active', 'queue', 'handoff', 'decision', 'blocked'] as const;
export type TimeClass = (typeof timeClasses)[number];

export type Clocks = { readonly elapsed: number; readonly working: number };

export type Spent = Readonly<Record<TimeClass, Clocks>>;

const nothing: Clocks = { elapsed: 0, working: 0 };

export const nothingSpent: Spent = {
  active: nothing,
  queue: nothing,
  handoff: nothing,
  decision: nothing,
  blocked: nothing,
};

/** Minutes between two instants on both clocks. */
export const between = (from: Minute, until: Minute): Clocks => ({
  elapsed: until - from,
  working: workedBy(until) - workedBy(from),
});

export const plus = (spent: Spent, to: TimeClass, { elapsed, working }: Clocks): Spent => ({
  ...spent,
  [to]: { elapsed: spent[to].elapsed + elapsed, working: spent[to].working + working },
});

export const minus = (a: Spent, b: Spent): Spent => {
  const difference = (each: TimeClass): Clocks => ({
    elapsed: a[each].elapsed - b[each].elapsed,
    working: a[each].working - b[each].working,
  });
  return {
    active: difference('active'),
    queue: difference('queue'),
    handoff: difference('handoff'),
    decision: difference('decision'),
    blocked: difference('blocked'),
  };
};
