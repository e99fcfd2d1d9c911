import { z } from 'zod';
import { Day } from './day.ts';

/**
 * What becomes of the value of work that comes later.
 *
 * `constant`: each month of delay loses what a month brings. `deadline`: nothing is lost until a day, and all of it after.
 * `decaying`: what is still to be had halves every so many months.
 */
export const Urgency = z
  .strictObject({
    profile: z.enum(['constant', 'deadline', 'decaying']),
    deadline: Day.optional(),
    halvesInMonths: z.number().positive().optional(),
  })
  .check(({ value, issues }) => {
    for (const { field, profile, message } of own) {
      if ((value[field] !== undefined) === (value.profile === profile)) continue;
      const expected = value[field] === undefined ? message : `nothing, where the profile is ${value.profile}`;
      issues.push({ code: 'custom', input: value[field], path: [field], message: expected });
    }
  });
export type Urgency = z.infer<typeof Urgency>;

const own = [
  { field: 'deadline', profile: 'deadline', message: 'the day after which nothing is left of the value' },
  { field: 'halvesInMonths', profile: 'decaying', message: 'the months in which the value halves' },
] as const;
