import type { Case, Step } from './case.ts';
import type { Minute } from './clock.ts';
import { nextSitting } from './forums.ts';
import { type DeciderKey, deciders } from './organisation.ts';
import { peopleOf } from './people.ts';
import type { Random } from './random.ts';
import type { Process } from './scheduler.ts';
import type { World } from './world.ts';

/** One case on its way, with what its steps need. */
export type CaseWork = {
  readonly world: World;
  readonly random: Random;
  readonly subject: Case;
  readonly person: string;
};

export const workOn = (world: World, subject: Case, random: Random): CaseWork => ({
  world,
  random,
  subject,
  person: random.pick(peopleOf(subject.spec.team)),
});

const activities: Readonly<Record<Exclude<Step, 'decide'>, string>> = {
  ask: 'Submitted',
  discuss: 'Discussed',
  'ask-information': 'Information asked',
  'give-information': 'Information given',
  return: 'Returned',
  escalate: 'Escalated',
  communicate: 'Communicated',
  act: 'Implemented',
  reopen: 'Reopened',
};

export const take = ({ world, subject, person }: CaseWork, step: Exclude<Step, 'decide'>, by: DeciderKey): void =>
  subject.step(world.now, step, activities[step], by, person);

/** When somebody comes to a matter: a role after about so many working minutes, a forum at its next sitting. */
export const heardAt = ({ world, random }: CaseWork, by: DeciderKey, median: number): Minute => {
  const seat = deciders[by];
  if (seat !== 'leadership' && seat !== 'executive' && by !== 'procurement-review-forum') {
    return world.later(random.around(median, 0.55));
  }
  return nextSitting(by, world.now, (fault) => world.has(fault)) + random.whole(1, 90);
};

/** How often each of them says no. */
const refusals: Readonly<Record<DeciderKey, number>> = {
  'team-lead': 0.08,
  'change-manager': 0.1,
  'department-head': 0.12,
  'security-officer': 0.12,
  'procurement-review-forum': 0,
  'change-advisory-board': 0.1,
  'architecture-board': 0.25,
  'investment-board': 0.2,
  'executive-board': 0.2,
};

/** Says yes or no. Returns whether it was a yes. */
export const decide = ({ world, random, subject, person }: CaseWork, by: DeciderKey, sure = false): boolean => {
  const approved = sure || !random.chance(refusals[by]);
  subject.step(world.now, 'decide', approved ? 'Approved' : 'Rejected', by, person);
  return approved;
};

/** Asks somebody who already has the matter for more, and hears it later. */
export function* inform(work: CaseWork, by: DeciderKey, median = 150): Process {
  const { world, random } = work;
  yield world.later(random.around(60, 0.4));
  take(work, 'ask-information', by);
  yield world.later(random.around(median));
  take(work, 'give-information', by);
}

/** What follows a decision: it is told, and after a while something is done about it. */
export function* conclude(work: CaseWork, by: DeciderKey, approved: boolean): Process {
  const { world, random } = work;
  yield world.later(random.around(70));
  take(work, 'communicate', by);
  if (!approved) return;
  yield world.later(random.around(800));
  take(work, 'act', by);
}
