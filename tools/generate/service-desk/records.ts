import { type Choice, choicesOf } from './choices.ts';
import { type Feedback, feedbackOf } from './feedback.ts';
import { type Link, linksOf } from './links.ts';
import { type Meeting, meetingsOf } from './meetings.ts';
import { type Plan, plansOf } from './plans.ts';
import { type PriorityList, prioritiesOf } from './priorities.ts';
import { type Wish, wishesOf } from './wishes.ts';
import type { World } from './world.ts';

/** What the organisation keeps on record beside its logs. */
export type Records = {
  readonly meetings: readonly Meeting[];
  readonly choices: readonly Choice[];
  readonly priorities: readonly PriorityList[];
  readonly plans: readonly Plan[];
  readonly links: readonly Link[];
  readonly wishes: readonly Wish[];
  readonly feedback: Feedback;
};

export const recordsOf = (world: World): Records => {
  const priorities = prioritiesOf(world);
  const choices = choicesOf(world, priorities);
  const meetings = meetingsOf(world, choices);
  return {
    priorities,
    choices,
    meetings,
    plans: plansOf(world),
    links: linksOf(world),
    wishes: wishesOf(world),
    feedback: feedbackOf(world, choices),
  };
};
