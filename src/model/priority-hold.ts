import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Duration } from './duration.ts';
import { Key } from './key.ts';

export const PriorityHoldKey = Key.brand<'priority-hold'>();
export type PriorityHoldKey = z.infer<typeof PriorityHoldKey>;

/** How long a priority stands once it is agreed, before it may be changed again. */
export const PriorityHold = z.strictObject({ key: PriorityHoldKey, ...about, holds: Duration }).overwrite(namedByKey);
export type PriorityHold = z.infer<typeof PriorityHold>;
