import { dayAfter, endDay, firstDay } from './clock.ts';
import { type InitiativeSpec, initiatives, latecomers, lives } from './portfolio.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** When each initiative was to end, as planned on a day; some have no end yet. */
export type Plan = {
  readonly on: string;
  readonly entries: readonly {
    readonly initiative: string;
    readonly plannedStart: string;
    readonly plannedEnd?: string;
  }[];
};

/** The plan on the first day of each month. An initiative is in it until it ends, a latecomer from its beginning on. */
export const plansOf = (world: World): Plan[] => {
  const random = world.random('plans');
  const ends = new Map<string, string>();
  return firstDays.map((on) => ({
    on,
    entries: [...initiatives, ...latecomers].flatMap((one) => {
      if (!isPlanned(one, on)) return [];
      const { begun, ended = endDay } = lives.get(one.key) ?? { begun: on };
      const known = ends.get(one.key);
      const next = known === undefined ? dayAfter(ended, -random.whole(0, 60)) : dayAfter(known, moved(random));
      const [, end = next] = [begun, next].sort();
      ends.set(one.key, end);
      return [{ initiative: one.key, plannedStart: begun, ...(random.chance(0.06) ? {} : { plannedEnd: end }) }];
    }),
  }));
};

/** Ends move seldom, and mostly to a later day. */
const moved = (random: Random): number => {
  if (random.chance(0.3)) return random.whole(7, 40);
  return random.chance(0.1) ? -random.whole(3, 14) : 0;
};

const isPlanned = ({ key }: InitiativeSpec, on: string): boolean => {
  const life = lives.get(key);
  const isLate = latecomers.some((each) => each.key === key);
  return life !== undefined && (life.ended === undefined || life.ended > on) && (!isLate || life.begun <= on);
};

const firstDays: readonly string[] = (() => {
  const days: string[] = [];
  for (let day = firstDay; day < endDay; day = dayAfter(day)) if (day.endsWith('-01')) days.push(day);
  return days;
})();
