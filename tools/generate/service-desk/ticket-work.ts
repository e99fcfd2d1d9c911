import { afterWorking, closeOfWork, type Minute } from './clock.ts';
import { peopleOf } from './people.ts';
import type { Random } from './random.ts';
import type { Process } from './scheduler.ts';
import type { StageKey } from './stages.ts';
import type { Ticket, Update } from './ticket.ts';
import type { World } from './world.ts';

/** One ticket on its way, with what its updates need. `name` is stable from run to run, whichever faults are on. */
export type TicketWork = {
  readonly world: World;
  readonly random: Random;
  readonly ticket: Ticket;
  readonly name: string;
  /** The team that takes it up, once the front has passed it on. */
  readonly acting: string;
};

export const hour = 60;

export const update = ({ world, ticket }: TicketWork, activity: string, change: Update): void =>
  ticket.update(world.now, activity, change);

/** So many working minutes, more or less, from now. */
export const soon = ({ world, random }: TicketWork, median: number, spread?: number): Minute =>
  world.later(random.around(median, spread));

export const somebodyOf = ({ random }: TicketWork, team: string): string => random.pick(peopleOf(team));

/** What the tool notes as the author of what no member of a team did. */
export const system = 'system';

/** Passes the ticket to another team, which is not at work on it before it says so. Routing is done by the tool. */
export function* handOver(work: TicketWork, to: string, stage: StageKey, change: Update = {}): Process {
  const { ticket, random } = work;
  const activity = ticket.stage === 'new' ? 'Assigned' : 'Reassigned';
  update(work, activity, { team: to, stage, actor: system, ...change });
  if (random.chance(0.08)) {
    yield soon(work, 20);
    update(work, 'Customer comment', { does: 'comment', actor: system });
  }
  yield soon(work, 1.5 * hour);
  update(work, 'Accepted', { person: somebodyOf(work, to) });
}

/** Work in the stage it is in, with what may come between. */
export function* toil(work: TicketWork, minutes: number): Process {
  const { random } = work;
  const pauses = [random.chance(0.09) && stuck, random.chance(0.1) && passedOn, random.chance(0.75) && noted];
  const parts = random.chance(0.3) ? [...pauses, noted] : pauses;
  const each = Math.max(2, Math.round(minutes / (parts.length + 1)));
  for (const part of parts) {
    yield soon(work, each, 0.3);
    if (part) yield* part(work);
  }
  yield soon(work, each, 0.3);
}

/** Somebody outside has to do something first. */
function* stuck(work: TicketWork): Process {
  update(work, 'Blocked by supplier', { does: 'block' });
  yield soon(work, 9 * hour);
  update(work, 'Supplier answered', { does: 'unblock' });
}

/** A colleague of the same team takes it over. */
function* passedOn(work: TicketWork): Process {
  update(work, 'Assignee changed', { person: somebodyOf(work, work.ticket.team) });
  yield soon(work, 30);
}

function* noted(work: TicketWork): Process {
  update(work, 'Work note', { does: 'comment' });
  yield work.world.now;
}

/** Rarely a date is put off; seldom does that happen before work has begun. */
export const putOff = (work: TicketWork, days: number): void => {
  const due = work.ticket.promises.at(-1)?.due;
  if (due !== undefined) update(work, 'Due date changed', { due: closeOfWork(afterWorking(due, 1), days) });
};
