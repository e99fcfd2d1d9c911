import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { type Day, dayOf } from './day.ts';
import { Key } from './key.ts';
import { endsAfterStart, holdsOn, period } from './period.ts';

export const DesignKey = Key.brand<'design'>();
export type DesignKey = z.infer<typeof DesignKey>;

/**
 * One whole operating model among several: the one that holds, the one aimed at, one that is tried out.
 *
 * Only designs in force judge evidence, each in its own period. A design that does not say what it is, is a draft.
 */
export const Design = z
  .strictObject({
    key: DesignKey,
    ...about,
    status: z.enum(['in-force', 'target', 'scenario', 'draft']).default('draft'),
    ...period,
  })
  .overwrite(namedByKey)
  .check(endsAfterStart);
export type Design = z.infer<typeof Design>;

/** The origin of a design that was drafted from what the evidence shows: that this evidence keeps it is no surprise. */
export const draftedOrigin = 'drafted from the evidence';

/** The design of a workspace that names none: in force since ever. */
export const currentDesign: Design = Design.parse({ key: 'current', name: 'Current', status: 'in-force' });

/** The design by which evidence of an instant is judged, or undefined when none was in force. */
export const designInForce = (designs: readonly Design[], instant: string, timeZone: string): Design | undefined => {
  const day: Day = dayOf(instant, timeZone);
  return designs.find((design) => design.status === 'in-force' && holdsOn(design, day));
};
