import { type Meeting, meetingsOf } from './meetings.ts';
import type { World } from './world.ts';

/** What the organisation keeps on record beside its logs. */
export type Records = { readonly meetings: readonly Meeting[] };

export const recordsOf = (world: World): Records => ({ meetings: meetingsOf(world) });
