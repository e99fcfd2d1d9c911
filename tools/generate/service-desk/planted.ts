import type { Cycle } from './case.ts';
import { dayAfter, dayOf, endDay, instantOf, isQuarterEnd, start } from './clock.ts';
import { faultNames } from './faults.ts';
import { capabilities, isSmall, levels, teamOf, teams } from './organisation.ts';
import { inTime, levelOf } from './rights.ts';
import { direct } from './simulate.ts';
import { moves, reviewLimit, stageOrders } from './stages.ts';
import { sum } from './statistics.ts';
import type { Ticket } from './ticket.ts';
import type { World } from './world.ts';

/** What was planted and what came of it, beside the figures: what a discovery from the log alone should find. */
export const plantedIn = (world: World) => {
  const cycles = world.cases.flatMap((each) => each.cycles);
  return {
    faults: faultNames.filter((fault) => world.has(fault)),
    accountable: Object.fromEntries(capabilities.map(({ key, owner }) => [key, owner])),
    ...ownersIn(world.tickets),
    contested: world.has('shared-capability') ? ['customer-notifications'] : [],
    stageOrder: stageOrders.support,
    stageOrders,
    groups: world.communities,
    designedGroups: [...Map.groupBy(world.communities.flat(), (team) => teamOf(team).department).values()],
    smallTeams: teams.map(({ key }) => key).filter(isSmall),
    handovers: handoversIn(world),
    deciders: tally(cycles, ({ by }) => by),
    levels: tally(cycles, ({ by }) => levelOf(by)),
    levelRanks: Object.fromEntries(levels.map(({ key, rank }) => [key, rank])),
    approvers: approversIn(world),
    withinTarget: targetsIn(cycles),
    paths: pathsIn(cycles),
    moves: movesIn(world.tickets),
    reviewLimit: reviewDays(world.tickets),
    atQuarterEnd: intakeAtQuarterEnd(world.tickets),
  };
};

type Count = readonly [outer: string, inner: string, count: number];

/** Counts added up under two keys, in the order of the keys. */
const nested = (counts: readonly Count[]): Record<string, Record<string, number>> =>
  grouped(
    counts,
    ([outer]) => outer,
    (some) =>
      grouped(
        some,
        ([, inner]) => inner,
        (same) => sum(same.map(([, , count]) => count)),
      ),
  );

const grouped = <Item, Value>(
  items: readonly Item[],
  by: (item: Item) => string,
  read: (items: readonly Item[]) => Value,
): Record<string, Value> =>
  Object.fromEntries(
    [...Map.groupBy(items, by)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, some]) => [key, read(some)]),
  );

/** Who did most of the active time of each capability, and what share of it each team did. */
const ownersIn = (tickets: readonly Ticket[]) => {
  const minutes = nested(
    tickets.flatMap(({ spec: { capability }, activeBy }) =>
      capability === null ? [] : [...activeBy].map(([team, active]): Count => [capability, team, active]),
    ),
  );
  const ranked = Object.entries(minutes).map(([capability, of]) => {
    const total = sum(Object.values(of));
    const shares = Object.entries(of).map(([team, active]) => [team, active / total] as const);
    return [capability, shares.sort(([, a], [, b]) => b - a)] as const;
  });
  return {
    owners: Object.fromEntries(ranked.map(([capability, [first]]) => [capability, first?.[0] ?? null])),
    activeShares: Object.fromEntries(ranked.map(([capability, shares]) => [capability, Object.fromEntries(shares)])),
  };
};

const handoversIn = ({ tickets, communities }: World) => {
  const all = tickets.flatMap(({ handovers }) => handovers);
  const together = ({ from, to }: { from: string; to: string }) =>
    communities.some((group) => group.includes(from) && group.includes(to));
  const department = ({ from, to }: { from: string; to: string }) => teamOf(from).department === teamOf(to).department;
  return {
    total: all.length,
    insideGroups: all.filter(together).length,
    insideDesignedGroups: all.filter(department).length,
  };
};

type Decided = NonNullable<Cycle['decided']>;

/** How many decisions of each type were decided by whom, or at which level. */
const tally = (cycles: readonly Cycle[], read: (decided: Decided) => string) =>
  nested(cycles.flatMap(({ of, decided }) => (decided ? [[of.type, read(decided), 1] as const] : [])));

/** How often each role or forum said yes or no, also where its word was not the last. */
const approversIn = ({ cases }: World) =>
  grouped(
    cases.flatMap(({ rows }) => rows).filter(({ activity }) => activity === 'Approved' || activity === 'Rejected'),
    ({ by }) => by,
    (rows) => ({
      approved: rows.filter(({ activity }) => activity === 'Approved').length,
      rejected: rows.filter(({ activity }) => activity === 'Rejected').length,
    }),
  );

const targetsIn = (cycles: readonly Cycle[]) =>
  grouped(
    cycles.filter((cycle) => inTime(cycle) !== undefined),
    ({ of }) => of.type,
    (some) => ({ decided: some.length, inTime: some.filter(inTime).length }),
  );

/** How many different ways each type of decision has taken, and how many decisions took the most usual one. */
const pathsIn = (cycles: readonly Cycle[]) =>
  grouped(
    cycles,
    ({ of }) => of.type,
    (some) => {
      const ways = Object.values(
        grouped(
          some,
          ({ path }) => path.join(' '),
          ({ length }) => length,
        ),
      );
      return { decisions: some.length, different: ways.length, mostUsual: Math.max(...ways) };
    },
  );

/** How many moves from stage to stage there were in each workflow, and how many of them the design allows. */
const movesIn = (tickets: readonly Ticket[]) => {
  const counts = { support: { total: 0, allowed: 0 }, change: { total: 0, allowed: 0 } };
  for (const { spec, visits } of tickets) {
    const workflow = spec.type === 'change' ? 'change' : 'support';
    for (const [index, { stage }] of visits.slice(1).entries()) {
      const from = visits[index]?.stage ?? 'new';
      counts[workflow].total++;
      if (moves[workflow][from]?.includes(stage)) counts[workflow].allowed++;
    }
  }
  return counts;
};

/** How many tickets were opened at the end of a quarter, and how many of them went past the intake. */
const intakeAtQuarterEnd = (tickets: readonly Ticket[]) => {
  const opened = tickets.filter(({ spec: { created } }) => isQuarterEnd(dayOf(created)));
  return { opened: opened.length, direct: opened.filter(({ spec: { channel } }) => channel === direct).length };
};

/** On how many days more changes were in review at the end of the day than the limit allows. */
const reviewDays = (tickets: readonly Ticket[]) => {
  const reviews = tickets.flatMap(({ visits }) => visits.filter(({ stage }) => stage === 'review'));
  let [days, over] = [0, 0];
  for (let day = dayOf(start); day < endDay; day = dayAfter(day)) {
    const midnight = instantOf(dayAfter(day), 0);
    const count = reviews.filter(({ entered, left }) => entered < midnight && (left ?? midnight) >= midnight).length;
    days++;
    if (count > reviewLimit) over++;
  }
  return { limit: reviewLimit, days, over };
};
