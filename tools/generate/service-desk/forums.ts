import { dayAfter, dayOf, end, firstDay, instantOf, isWorkingDay, type Minute } from './clock.ts';
import type { Fault } from './faults.ts';
import type { DeciderKey } from './organisation.ts';

/** A forum's days: the first one it sits on, and how many days lie between two sittings. */
type Sittings = { readonly first: string; readonly every: number };

const sittings: Readonly<Partial<Record<DeciderKey, Sittings>>> = {
  'change-advisory-board': { first: '2025-01-07', every: 7 },
  'architecture-board': { first: '2025-01-08', every: 7 },
  'procurement-review-forum': { first: '2025-01-09', every: 7 },
  'investment-board': { first: '2025-01-14', every: 14 },
  'executive-board': { first: '2025-01-15', every: 28 },
};

/** How often the design wants a forum to sit, in days; undefined for a role, which needs no sitting. */
export const designedCadence = (decider: DeciderKey): number | undefined => sittings[decider]?.every;

/** Papers have to be in four hours before a sitting. */
const deadline = 240;
const tenOClock = 600;

/** When a forum next sits on something that is handed in now. */
export const nextSitting = (forum: DeciderKey, now: Minute, on: (fault: Fault) => boolean): Minute => {
  const plan = planOf(forum, on);
  const passed = Math.floor((Date.parse(dayOf(now)) - Date.parse(plan.first)) / 86_400_000 / plan.every);
  for (let turn = Math.max(0, passed - 1); ; turn++) {
    const at = sittingAt(plan, turn);
    if (at >= now + deadline) return at;
  }
};

/** Every sitting of a forum in the time of the example. */
export const sittingsOf = (forum: DeciderKey, on: (fault: Fault) => boolean): Minute[] => {
  const plan = planOf(forum, on);
  const all: Minute[] = [];
  for (let at = sittingAt(plan, 0); at < end; at = sittingAt(plan, all.length)) all.push(at);
  return all;
};

/** The forums that sit. */
export const sittingForums = Object.keys(sittings) as readonly DeciderKey[];

const planOf = (forum: DeciderKey, on: (fault: Fault) => boolean): Sittings => {
  const plan = sittings[forum];
  if (!plan) throw new Error(`${forum} does not sit`);
  return forum === 'architecture-board' && on('slow-forum') ? { ...plan, every: 14 } : plan;
};

/** A sitting on a holiday moves to the next working day. */
const sittingAt = ({ first, every }: Sittings, turn: number): Minute => {
  let day = dayAfter(first, turn * every);
  while (!isWorkingDay(day) && day >= firstDay) day = dayAfter(day);
  return instantOf(day, tenOClock);
};
