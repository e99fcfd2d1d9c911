import { ask } from './case-openings.ts';
import type { Process } from './scheduler.ts';
import { reviewLimit } from './stages.ts';
import { dueAt } from './support-ticket.ts';
import { handOver, hour, putOff, somebodyOf, soon, type TicketWork, toil, update } from './ticket-work.ts';
import type { World } from './world.ts';

/** How a change goes: assessed, approved, scheduled, implemented, often by another team, and reviewed. */
export function* change(work: TicketWork): Process {
  const { world, random, ticket, acting } = work;
  update(work, 'Opened', {
    team: acting,
    person: somebodyOf(work, acting),
    category: ticket.spec.category,
    priority: random.weighted(['2 - High', '3 - Moderate', '4 - Low'], (raw) => (raw === '3 - Moderate' ? 3 : 1)),
  });
  yield soon(work, 2 * hour);
  update(work, 'Assessment started', { stage: 'assessment' });
  yield* toil(work, random.around(5 * hour));
  const unasked = random.chance(0.17) && world.has('skipped-stages');
  if (!unasked) yield* approval(work);
  if (ticket.status !== 'open') return;
  if (!unasked) {
    update(work, 'Scheduled', { stage: 'scheduled', due: dueAt(work, 14) });
    yield soon(work, 14 * hour);
  }
  yield* implement(work);
  yield* review(work);
  update(work, 'Closed', { stage: 'closed' });
}

function* approval(work: TicketWork): Process {
  const { world, ticket, acting, name } = work;
  update(work, 'Approval requested', { stage: 'approval', does: 'ask-approval' });
  const { number, category } = ticket.spec;
  const asked = ask(world, { type: 'change-approval', team: acting, ticket: number, category, name });
  yield asked.settled;
  yield soon(work, 30);
  if (!asked.approved) update(work, 'Approval refused', { stage: 'cancelled' });
}

function* implement(work: TicketWork): Process {
  const { world, random, acting } = work;
  if (random.chance(0.3)) {
    const helper = world.helperOf(acting, random);
    yield* handOver(work, helper, 'implementation');
  } else update(work, 'Implementation started', { stage: 'implementation' });
  if (random.chance(0.08)) putOff(work, random.whole(3, 8));
  yield* toil(work, random.around(6 * hour));
}

/** One at a time leaves for review, and only while there is room in it; unless nobody minds the limit. */
function* review(work: TicketWork): Process {
  const { world, random, ticket } = work;
  const minded = !world.has('wip-over-limit');
  if (minded) yield* room(world);
  world.changesInReview++;
  if (random.chance(0.12)) yield* handOver(work, world.helperOf(ticket.team, random, ticket.teamsSeen), 'review');
  else update(work, 'Review started', { stage: 'review' });
  yield soon(work, (minded ? 4 : 55) * hour);
  if (random.chance(0.06)) {
    world.changesInReview--;
    update(work, 'Review failed', { stage: 'implementation' });
    yield soon(work, 3 * hour);
    world.changesInReview++;
    update(work, 'Review started', { stage: 'review' });
    yield soon(work, 2 * hour);
  }
  world.changesInReview--;
}

function* room(world: World): Process {
  while (world.changesInReview >= reviewLimit) yield world.later(hour);
}
