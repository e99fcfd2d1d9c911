import { afterWorking, dayAfter, end, endDay, instantOf, type Minute } from './clock.ts';
import { initiatives, lives } from './portfolio.ts';
import type { Random } from './random.ts';
import type { Ticket } from './ticket.ts';
import type { World } from './world.ts';

/** The parts of the business that ask for something. */
export const groups = [
  { key: 'sales', name: 'Sales and brokers', counterpart: 'department-head' },
  { key: 'claims-centre', name: 'Claims centre', counterpart: 'department-head' },
  { key: 'finance', name: 'Finance', counterpart: 'department-head' },
] as const;

/** Something that was asked for, and what it became. */
export type Wish = {
  readonly key: string;
  readonly group: string;
  readonly asked: Minute;
  readonly accepted: Minute | null;
  readonly tickets: readonly Ticket[];
  readonly initiative?: string;
};

/** Demands behind one request or change in seven, behind initiatives, and some that came to nothing; by a stream of its own. */
export const wishesOf = (world: World): Wish[] => {
  const random = world.random('wishes');
  const orders = world.tickets.filter(({ spec: { type } }) => type === 'request' || type === 'change');
  const small = orders.flatMap((ticket, index) => {
    if (!random.chance(0.14)) return [];
    const next = orders[index + 1];
    return [wish(random, random.chance(0.15) && next ? [ticket, next] : [ticket])];
  });
  const large = initiatives.map(({ key }) => ({ ...wish(random, []), initiative: key }));
  const idle = Array.from({ length: 12 }, () => {
    const asked = end - 1440 * random.whole(20, 420);
    return { ...wish(random, []), asked, accepted: random.chance(0.5) ? afterWorking(asked, 3000) : null };
  });
  return [...small, ...large, ...idle].map((each, index) => ({ key: `demand-${index + 1}`, ...each }));
};

const wish = (random: Random, tickets: readonly Ticket[]): Omit<Wish, 'key'> => {
  const first = Math.min(...tickets.map(({ spec }) => spec.created), instantOf(endDay, 0));
  const begun = tickets.length === 0 ? instantOf('2025-01-20', 600) : first;
  const asked = begun - 1440 * random.whole(2, 70) - random.whole(0, 300);
  const accepted = Math.round(asked + (begun - asked) * random.next());
  return { group: random.pick(groups).key, asked, accepted, tickets };
};

/** When all that a demand became was there; null while it is not. An initiative is over when its last day is. */
export const deliveredAt = ({ tickets, initiative }: Wish): Minute | null => {
  const kept = tickets.filter(({ status }) => status !== 'cancelled');
  const ends = kept.flatMap(({ status, ended }) => (status === 'done' && ended !== null ? [ended] : []));
  if (ends.length < kept.length) return null;
  if (initiative === undefined) return ends.length === 0 ? null : Math.max(...ends);
  const last = lives.get(initiative)?.ended;
  return last === undefined ? null : Math.max(instantOf(dayAfter(last), 0), ...ends);
};

/** The ticket that was done last: what a demand is told by. */
export const lastTicket = ({ tickets }: Wish): Ticket | undefined =>
  tickets
    .filter(({ status }) => status === 'done')
    .toSorted((a, b) => (b.ended ?? 0) - (a.ended ?? 0) || (a.spec.number < b.spec.number ? 1 : -1))[0];
