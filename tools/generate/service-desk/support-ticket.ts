import { frontOf, pingPongPartner } from './assignment.ts';
import { ask } from './case-openings.ts';
import { closeOfWork, type Minute } from './clock.ts';
import { teamOf } from './organisation.ts';
import type { Process } from './scheduler.ts';
import type { TicketType } from './ticket.ts';
import { handOver, hour, putOff, somebodyOf, soon, system, type TicketWork, toil, update } from './ticket-work.ts';

/** How a ticket that is no change goes: heard by a front team, done by another, verified, resolved. */
export function* support(work: TicketWork): Process {
  const { world, random, ticket, acting } = work;
  const front = frontOf(world, acting, random);
  const priority = random.weighted(priorities, ({ weight }) => weight);
  update(work, 'Opened', {
    team: front,
    category: random.chance(0.15) ? '' : ticket.spec.category,
    priority: priority.raw,
    actor: ticket.spec.channel === 'Phone' ? somebodyOf(work, front) : system,
    due: dueAt(work, priority.days),
  });
  yield soon(work, 25);
  const { category } = ticket.spec;
  update(work, 'Triaged', { person: somebodyOf(work, front), category });
  yield soon(work, 10);
  if (random.chance(0.03)) {
    update(work, 'Cancelled', { stage: 'cancelled' });
    return;
  }
  yield* findTeam(work, front);
  yield soon(work, priority.queue * delayOf(work), 0.8);
  update(work, 'Work started', { stage: 'in-progress' });
  yield* theWork(work);
  if (ticket.status === 'open') yield* finish(work);
}

const priorities = [
  { raw: '1 - Critical', weight: 4, days: 2, queue: 10 },
  { raw: '2 - High', weight: 14, days: 3, queue: 1 * hour },
  { raw: '3 - Moderate', weight: 52, days: 5, queue: 5 * hour },
  { raw: '4 - Low', weight: 30, days: 8, queue: 8 * hour },
] as const;

/** Working minutes of the work itself. */
const effort: Readonly<Record<TicketType, number>> = {
  incident: 5 * hour,
  request: 6 * hour,
  problem: 22 * hour,
  change: 0,
};

const extraDays: Readonly<Record<TicketType, number>> = { incident: 0, request: 2, problem: 12, change: 0 };

/** A date at the close of work that the team can keep, but where it promises what it cannot. */
export const dueAt = ({ world, ticket, acting }: TicketWork, days: number): Minute => {
  const allowed = days + extraDays[ticket.spec.type];
  const rash = acting === 'policy-admin' && world.has('missed-commitments');
  return closeOfWork(world.now, rash ? Math.floor(allowed / 4) : allowed);
};

/** How much longer than elsewhere a ticket waits for its turn. */
const delayOf = ({ world, ticket, acting }: TicketWork): number => {
  const late = ticket.spec.created >= Date.UTC(2025, 11, 31, 23) / 60_000;
  return late && teamOf(acting).department === 'insurance-core' && world.has('late-slowdown') ? 4.5 : 1;
};

/** From the front to the team that does it, sometimes by a wrong turn, sometimes to and fro. */
function* findTeam(work: TicketWork, front: string): Process {
  const { world, random, acting } = work;
  const due = random.chance(0.08) ? { due: dueAt(work, random.whole(5, 11)) } : {};
  if (acting === front) {
    update(work, 'Assigned', { stage: 'assigned', ...due });
    yield soon(work, 30);
    return;
  }
  if (random.chance(0.05)) {
    yield* handOver(work, world.helperOf(acting, random, [front]), 'assigned', due);
    yield soon(work, 40);
    yield* handOver(work, acting, 'assigned');
  } else yield* handOver(work, acting, 'assigned', due);
  const partner = pingPongPartner(acting);
  if (!partner || !random.chance(world.has('ping-pong') ? 0.5 : 0)) return;
  for (let turns = random.whole(1, 2); turns > 0; turns--) {
    yield soon(work, 40);
    yield* handOver(work, partner, 'assigned');
    yield soon(work, 40);
    yield* handOver(work, acting, 'assigned');
  }
}

function* theWork(work: TicketWork): Process {
  const { world, random, ticket } = work;
  const minutes = random.around(effort[ticket.spec.type]);
  yield* toil(work, Math.ceil(minutes / 2));
  if (ticket.spec.type === 'request' && random.chance(0.33)) yield* approvalNeeded(work);
  if (ticket.status !== 'open') return;
  if (random.chance(0.1)) yield* userNeeded(work);
  if (random.chance(0.06)) putOff(work, random.whole(2, 6));
  if (random.chance(0.05)) {
    yield* handOver(work, world.helperOf(ticket.team, random, ticket.teamsSeen), 'assigned');
    yield soon(work, hour);
    update(work, 'Work started', { stage: 'in-progress' });
  }
  yield soon(work, Math.ceil(minutes / 2), 0.3);
}

function* userNeeded(work: TicketWork): Process {
  update(work, 'Information requested', { stage: 'waiting-for-user' });
  yield soon(work, 8 * hour);
  update(work, 'Information received', { stage: 'in-progress' });
  yield soon(work, 20);
}

/** Work stands still until an access has been granted, and ends when it is not. */
function* approvalNeeded(work: TicketWork): Process {
  const { world, ticket, name } = work;
  update(work, 'Approval requested', { does: 'ask-approval' });
  const { number, category } = ticket.spec;
  const asked = ask(world, { type: 'access', team: ticket.team, ticket: number, category, name });
  yield soon(work, 15);
  update(work, 'On hold for approval', { does: 'block' });
  yield asked.settled;
  yield soon(work, 20);
  update(work, 'Approval answered', { does: 'unblock' });
  yield soon(work, 20);
  if (!asked.approved) update(work, 'Cancelled', { stage: 'cancelled' });
}

const hasty = ['mobile-app', 'endpoint'];

function* finish(work: TicketWork): Process {
  const { world, random, ticket } = work;
  const skips = world.has('skipped-stages') && hasty.includes(ticket.team) && random.chance(0.35);
  if (!skips) yield* verify(work);
  update(work, 'Resolved', { stage: 'resolved' });
  yield soon(work, 12 * hour, 0.4);
  if (random.chance(world.has('reopenings') ? 0.13 : 0.015)) {
    update(work, 'Reopened', { stage: 'in-progress', actor: system });
    yield* toil(work, 2 * hour);
    yield* verify(work);
    update(work, 'Resolved', { stage: 'resolved' });
    yield soon(work, 12 * hour, 0.4);
  }
  update(work, 'Closed', { stage: 'closed' });
}

function* verify(work: TicketWork): Process {
  const { world, random, ticket } = work;
  if (random.chance(0.25)) yield* handOver(work, world.helperOf(ticket.team, random, ticket.teamsSeen), 'verification');
  else update(work, 'Ready to verify', { stage: 'verification' });
  yield soon(work, 1.5 * hour);
  if (!random.chance(0.05)) return;
  update(work, 'Verification failed', { stage: 'in-progress' });
  yield soon(work, 2 * hour);
  update(work, 'Ready to verify', { stage: 'verification' });
  yield soon(work, hour);
}
