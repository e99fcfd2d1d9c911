import { end, type Minute, start } from './clock.ts';
import { teams } from './organisation.ts';
import type { Random } from './random.ts';
import type { Ticket } from './ticket.ts';
import type { World } from './world.ts';

/** Something of a team that blocks a ticket, or that the ticket needs, until it is resolved. */
export type Link = {
  readonly key: string;
  readonly kind: 'blocks' | 'needs';
  readonly ticket: string;
  readonly team: string;
  readonly raised: Minute;
  readonly resolved: Minute | null;
};

/** What was put on record of one ticket in seven, open or not; told by a stream of its own. */
export const linksOf = (world: World): Link[] => {
  const random = world.random('links');
  return world.tickets.flatMap((ticket, index) => {
    const { started } = ticket;
    if (started === null || started > end - 120 || !random.chance(0.14)) return [];
    return Array.from({ length: random.chance(0.2) ? 2 : 1 }, (_, n) =>
      linkOf(`link-${index + 1}-${n + 1}`, ticket, started, random),
    );
  });
};

const linkOf = (key: string, ticket: Ticket, started: Minute, random: Random): Link => {
  const last = ticket.ended ?? end - 60;
  const raised = Math.min(last, Math.max(start, started) + random.whole(30, 2000));
  const isResolved = ticket.ended !== null || random.chance(0.1);
  return {
    key,
    kind: random.chance(0.8) ? 'blocks' : 'needs',
    ticket: ticket.spec.number,
    team: random.pick(teams).key,
    raised,
    resolved: isResolved ? raised + Math.round((last - raised) * random.next()) : null,
  };
};
