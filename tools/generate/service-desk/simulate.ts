import { actingTeam, categoryOf } from './assignment.ts';
import type { DecisionTypeKey } from './case.ts';
import { ask } from './case-openings.ts';
import { change } from './change-ticket.ts';
import { dayAfter, dayOf, end, endDay, firstDay, instantOf, isQuarterEnd, isWorkingDay, type Minute } from './clock.ts';
import type { Switches } from './faults.ts';
import { capabilities, isSmall, teams } from './organisation.ts';
import type { Random } from './random.ts';
import type { Process } from './scheduler.ts';
import { support } from './support-ticket.ts';
import { Ticket, type TicketType } from './ticket.ts';
import { system } from './ticket-work.ts';
import { World } from './world.ts';

export type Setting = { readonly seed: number; readonly faults: Switches; readonly items: number };

/** Fifteen months of the organisation, event by event. */
export const simulate = ({ seed, faults, items }: Setting): World => {
  const world = new World(seed, faults);
  const random = world.random('openings');
  const openings = Array.from({ length: items - 1 }, () => openingAt(random)).sort((a, b) => a - b);
  for (const [index, opened] of openings.entries()) world.scheduler.start(ticket(world, index), opened);
  world.scheduler.start(lastAlert(world, items - 1), end - 1);
  for (const [index, { type, opened, team }] of casesAlone(world, items).entries()) {
    world.scheduler.start(caseAlone(world, type, team, `alone ${index}`), opened);
  }
  world.scheduler.runUntil(end);
  return world;
};

const days: readonly string[] = (() => {
  const all: string[] = [];
  for (let day = firstDay; day < endDay; day = dayAfter(day)) all.push(day);
  return all;
})();

const workingDays = days.filter(isWorkingDay);

/** Mostly on working days, and then mostly between eight and five. */
const openingAt = (random: Random): Minute => {
  if (random.chance(0.07)) return instantOf(random.pick(days), random.whole(360, 1380));
  return instantOf(random.pick(workingDays), Math.round(460 + 560 * ((random.next() + random.next()) / 2)));
};

const types: readonly { readonly type: TicketType; readonly weight: number; readonly prefix: string }[] = [
  { type: 'incident', weight: 47, prefix: 'INC' },
  { type: 'request', weight: 28, prefix: 'REQ' },
  { type: 'change', weight: 19, prefix: 'CHG' },
  { type: 'problem', weight: 6, prefix: 'PRB' },
];

/** The way past the intake. */
export const direct = 'Direct contact';

const channels = [
  { raw: 'Portal', weight: 48 },
  { raw: 'Phone', weight: 26 },
  { raw: 'Monitoring', weight: 18 },
  { raw: direct, weight: 8 },
];

function* ticket(world: World, index: number): Process {
  const name = String(index);
  const random = world.random(`ticket ${name}`);
  const { type, prefix } = random.weighted(types, ({ weight }) => weight);
  const known = random.chance(0.98) || type === 'change';
  const possible = capabilities.filter(({ owner }) => type !== 'change' || !isSmall(owner));
  const capability = known ? random.weighted(possible, ({ weight }) => weight).key : null;
  const acting = actingTeam(world, capability, random);
  const channel = channelOf(world, random.weighted(channels, ({ weight }) => weight).raw, name);
  const before = channel === 'Phone' && random.chance(0.3) ? random.whole(3, 50) : 0;
  const opened = new Ticket({
    number: `${prefix}${String(10_001 + index).padStart(7, '0')}`,
    type,
    capability,
    category: categoryOf(capability),
    channel,
    created: world.now - before,
  });
  world.tickets.push(opened);
  const work = { world, random, ticket: opened, name, acting };
  yield* type === 'change' ? change(work) : support(work);
}

/** When a quarter ends there is no time for forms; who telephones goes on to telephone. */
const channelOf = (world: World, usual: string, name: string): string => {
  if (usual === 'Phone' || !world.has('rush-at-quarter-end') || !isQuarterEnd(dayOf(world.now))) return usual;
  return world.random(`rush ${name}`).chance(0.5) ? direct : usual;
};

/** The last row of the log comes in the last minute of the last day, so that the log covers all of its window. */
function* lastAlert(world: World, index: number): Process {
  const opened = new Ticket({
    number: `INC${String(10_001 + index).padStart(7, '0')}`,
    type: 'incident',
    capability: 'connectivity',
    category: categoryOf('connectivity'),
    channel: 'Monitoring',
    created: world.now,
  });
  world.tickets.push(opened);
  opened.update(world.now, 'Opened', {
    team: 'hosting',
    category: opened.spec.category,
    priority: '3 - Moderate',
    actor: system,
  });
  yield end;
}

type CaseAlone = { readonly type: DecisionTypeKey; readonly opened: Minute; readonly team: string };

/** Cases that no ticket waits for, as a share of the tickets. */
const shares: readonly { readonly type: DecisionTypeKey; readonly share: number }[] = [
  { type: 'purchase', share: 0.11 },
  { type: 'access', share: 0.03 },
  { type: 'architecture-exception', share: 0.05 },
  { type: 'data-release', share: 0.025 },
];

const casesAlone = (world: World, items: number): CaseAlone[] =>
  shares.flatMap(({ type, share }) => {
    if (type === 'data-release' && !world.has('unclear-right')) return [];
    const random = world.random(`cases ${type}`);
    return Array.from({ length: Math.round(items * share) }, () => ({
      type,
      opened: instantOf(random.pick(workingDays), random.whole(490, 990)),
      team: random.weighted(teams, ({ people }) => people).key,
    }));
  });

function* caseAlone(world: World, type: DecisionTypeKey, team: string, name: string): Process {
  ask(world, { type, team, ticket: '', category: '', name });
  yield world.now;
}
