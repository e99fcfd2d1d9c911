import { choiceFigures } from './choice-figures.ts';
import { type Choice, subjectOf } from './choices.ts';
import { end, endDay, firstDay, instantOf, iso, type Minute, start } from './clock.ts';
import { decisionFigures } from './decision-figures.ts';
import type { Figures, Span } from './figure.ts';
import { flowFigures, typeShare, waitingByBoundary, waitingByStage } from './flow-figures.ts';
import { forumFigures, takenUp } from './forum-figures.ts';
import { linkFigures } from './link-figures.ts';
import { capabilities, shownAs } from './organisation.ts';
import { planFigures } from './plan-figures.ts';
import { plantedIn } from './planted.ts';
import { type InitiativeSpec, initiativeOf, initiatives, latecomers } from './portfolio.ts';
import type { Records } from './records.ts';
import type { Ticket } from './ticket.ts';
import { wishFigures } from './wish-figures.ts';
import { lastTicket, type Wish } from './wishes.ts';
import type { World } from './world.ts';

/** How many data records each file has, and how many of them are broken on purpose. */
export type RowCounts = Readonly<Record<string, { readonly total: number; readonly rejected: number }>>;

/**
 * What is true of the simulated organisation: every figure of the reference page, and what was planted.
 *
 * It is told from what happened, not read back from the files: a product that reads the files right comes to the same
 * numbers. Days are elapsed days; `workingP50` is in working hours. Beside DE1, `toCommunicated` runs from
 * the decision, `toActed` from its communication, `raisedTo…` from the asking. Slips are negative for what was early and run to `asOf` for what is still
 * open. `waitPerLayer` is the mean over decisions of each one's mean; the mean over all layers stands beside it.
 */
export const ledgerOf = (
  world: World,
  { meetings, choices, priorities, plans, links, wishes }: Records,
  rows: RowCounts,
) => {
  const { tickets } = world;
  const asOf = lastRow(world);
  const whole: Span = { from: start, until: end, asOf };
  const cycles = world.cases.flatMap((each) => each.cycles);
  const agendas = takenUp(meetings);
  const ofChoices = (some: readonly Choice[]): Figures => choiceFigures(some, priorities, whole);
  const ofTickets = (some: readonly Ticket[]): Figures => ({
    ...flowFigures(some, tickets, whole),
    ...linkFigures(some, links, whole),
  });
  const ofWishes = (some: readonly Wish[]): Figures => wishFigures(some, whole);
  const undertakings = [...initiatives, ...latecomers];
  const ofPlans = (some: readonly InitiativeSpec[]): Figures => planFigures(some, plans, priorities, whole);
  const allIn = (span: Span): Figures => ({
    ...flowFigures(tickets, tickets, span),
    ...linkFigures(tickets, links, span),
    ...wishFigures(wishes, span),
    ...decisionFigures(cycles, span),
    ...forumFigures(agendas, span),
    ...choiceFigures(choices, priorities, span),
    ...planFigures(undertakings, plans, priorities, span),
  });
  const figures = allIn(whole);
  const byItemType = cut(tickets, ({ spec }) => spec.type, ofTickets);
  const wishesByType = cut(wishes, (wish) => lastTicket(wish)?.spec.type ?? '(none)', ofWishes);
  const byDecisionType = cut(
    cycles,
    ({ of }) => of.type,
    (some) => decisionFigures(some, whole),
  );
  const types = figures['flow.distribution'];
  return {
    asOf: iso(asOf),
    window: { from: iso(start), until: iso(end) },
    rows,
    figures,
    byTeam: joined(
      cut(tickets, ({ team }) => shownAs(team), ofTickets),
      cut(
        cycles,
        ({ of }) => shownAs(of.team),
        (some) => decisionFigures(some, whole),
      ),
      cut(choices, (choice) => shownAs(subjectOf(choice).team), ofChoices),
      cut(wishes, (wish) => shownAs(teamOfWish(wish)), ofWishes),
      cut(undertakings, ({ team }) => shownAs(team), ofPlans),
    ),
    // In the log of approvals an item is of the type of its decision.
    byItemType: {
      ...Object.fromEntries(
        Object.entries(joined(byItemType, wishesByType)).map(([type, own]) => [
          type,
          types && 'flow.distribution' in own ? { ...own, 'flow.distribution': typeShare(types, type) } : own,
        ]),
      ),
      ...byDecisionType,
    },
    byCapability: joined(
      cut(tickets, ({ spec }) => capabilityAs(spec.category), ofTickets),
      cut(
        cycles,
        ({ of }) => capabilityAs(of.category),
        (some) => decisionFigures(some, whole),
      ),
      cut(
        agendas,
        ({ capability }) => capability ?? '(none)',
        (some) => forumFigures(some, whole),
      ),
      cut(choices, (choice) => subjectOf(choice).capability, ofChoices),
      cut(wishes, (wish) => capabilityAs(lastTicket(wish)?.spec.category ?? ''), ofWishes),
    ),
    byForum: cut(
      agendas,
      ({ forum }) => forum,
      (some) => forumFigures(some, whole),
    ),
    byStage: waitingByStage(tickets, whole),
    byBoundary: waitingByBoundary(tickets, whole, shownAs),
    byDecisionType: { ...byDecisionType, ...cut(choices, ({ type }) => type, ofChoices) },
    byQuarter: Object.fromEntries(
      quarters.map(({ name, from, until }) => {
        const span = { from, until, asOf };
        return [name, allIn(span)];
      }),
    ),
    planted: plantedIn(world),
  };
};

export type Ledger = ReturnType<typeof ledgerOf>;

const lastRow = ({ tickets, cases }: World): Minute =>
  [...tickets, ...cases].reduce((last, { rows }) => Math.max(last, rows.at(-1)?.at ?? 0), 0);

/** Where figures about a category stand: under its capability, else under what it is called, else under nothing. */
const capabilityAs = (category: string): string =>
  capabilities.find((each) => each.category === category)?.key ?? (category || '(none)');

/** The team of its initiative, else that of the ticket that was done last. */
const teamOfWish = (wish: Wish): string =>
  wish.initiative === undefined ? (lastTicket(wish)?.team ?? '(none)') : initiativeOf(wish.initiative).team;

const joined = (...parts: readonly Record<string, Figures>[]): Record<string, Figures> =>
  Object.fromEntries(
    [...new Set(parts.flatMap(Object.keys))]
      .sort()
      .map((key) => [key, Object.assign({}, ...parts.map((part) => part[key]))]),
  );

const cut = <Item>(
  items: readonly Item[],
  by: (item: Item) => string,
  figures: (items: readonly Item[]) => Figures,
): Record<string, Figures> =>
  Object.fromEntries(
    [...Map.groupBy(items, by)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, some]) => [key, figures(some)]),
  );

const starts = [firstDay, '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', endDay];

const quarters = starts.slice(1).map((until, index) => {
  const from = starts[index] ?? firstDay;
  const name = `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`;
  return { name, from: instantOf(from, 0), until: instantOf(until, 0) };
});
