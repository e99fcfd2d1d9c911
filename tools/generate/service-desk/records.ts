import { type Choice, choicesOf } from './choices.ts';
import { type Meeting, meetingsOf } from './meetings.ts';
import { type PriorityList, prioritiesOf } from './priorities.ts';
import type { World } from './world.ts';

/** What the organisation keeps on record beside its logs. */
export type Records = {
  readonly meetings: readonly Meeting[];
  readonly choices: readonly Choice[];
  readonly priorities: readonly PriorityList[];
};

export const recordsOf = (world: World): Records => {
  const priorities = prioritiesOf(world);
  const choices = choicesOf(world, priorities);
  return { priorities, choices, meetings: meetingsOf(world, choices) };
};
