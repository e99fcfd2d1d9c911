import { dayAfter, dayOf, firstDay, instantOf, isWorkingDay, type Minute } from './clock.ts';
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

/** When a forum next sits on something that is handed in now. A sitting on a holiday moves to the next working day. */
export const nextSitting = (forum: DeciderKey, now: Minute, on: (fault: Fault) => boolean): Minute => {
  const plan = sittings[forum];
  if (!plan) throw new Error(`${forum} does not sit`);
  const every = forum === 'architecture-board' && on('slow-forum') ? 14 : plan.every;
  const passed = Math.floor((Date.parse(dayOf(now)) - Date.parse(plan.first)) / 86_400_000 / every);
  for (let turn = Math.max(0, passed - 1); ; turn++) {
    let day = dayAfter(plan.first, turn * every);
    while (!isWorkingDay(day) && day >= firstDay) day = dayAfter(day);
    const at = instantOf(day, tenOClock);
    if (at >= now + deadline) return at;
  }
};
