import { dayAfter, dayOf, instantOf } from './clock.ts';
import { counted, type Figure, type Figures, inDays, type Span, sampled, within } from './figure.ts';
import { betweenGroups, mean, median, quantile, share, sum } from './statistics.ts';
import type { Ticket } from './ticket.ts';
import { between, type Clocks, type Spent, timeClasses } from './time-spent.ts';

/** A ticket that has been done, with the times that are then known. */
type Done = { readonly ticket: Ticket; readonly started: number; readonly ended: number };

const doneOnes = (tickets: readonly Ticket[]): Done[] =>
  tickets.flatMap((ticket) => {
    const { started, ended, status } = ticket;
    return status === 'done' && started !== null && ended !== null ? [{ ticket, started, ended }] : [];
  });

const flowTime = ({ started, ended }: Done): number => ended - started;
const inFlow = ({ ticket }: Done): Spent => ticket.spentSinceStart;
const total = (spent: Spent, clock: keyof Clocks): number => sum(timeClasses.map((each) => spent[each][clock]));

/** What is true about flow. `all` are the tickets that the forecast may learn from, whatever the figures are cut by. */
export const flowFigures = (tickets: readonly Ticket[], all: readonly Ticket[], span: Span): Figures => {
  const done = doneOnes(tickets).filter(({ ended }) => within(ended, span));
  const ofDone = <Value>(read: (ticket: Ticket) => Value): Value[] => done.map(({ ticket }) => read(ticket));
  const n = done.length;
  return {
    'flow.flow-time': flowTimes(done),
    'flow.flow-efficiency': efficiency(done),
    'flow.wip': wip(tickets, span),
    'flow.littles-law': littlesLaw(tickets, done, span),
    'flow.velocity': counted(n, n),
    'flow.distribution': distribution(done),
    'flow.waiting': waiting(done),
    'flow.handoffs': sampled(
      n,
      mean(ofDone(({ teamHandoffs }) => teamHandoffs)),
      {
        people: mean(ofDone(({ personHandoffs }) => personHandoffs)),
      },
      { total: sum(ofDone(({ teamHandoffs }) => teamHandoffs)) },
    ),
    'flow.ping-pong': sampled(
      n,
      share(done, ({ ticket }) => ticket.pingPong),
      {
        anyReturn: share(done, ({ ticket }) => ticket.anyReturn),
        stages: share(done, ({ ticket }) => ticket.stagePingPong),
      },
    ),
    'flow.rework': sampled(
      n,
      share(done, ({ ticket }) => ticket.rework),
    ),
    'flow.wip-age': wipAge(tickets, done, span),
    'flow.coordination': sampled(n, mean(ofDone(coordination))),
    'flow.interruptions': sampled(n, mean(ofDone(({ interruptions }) => interruptions))),
    'flow.time-shares': timeShares(done),
    'flow.consistency': consistency(done),
    'flow.commitments-kept': commitments(tickets, done, span),
    'flow.forecast-calibration': calibration(done, all),
    'quality.rework-level': reworkLevel(done),
    'quality.reopened': sampled(
      n,
      share(done, ({ ticket }) => ticket.reopened > 0),
    ),
    'quality.stability': sampled(
      n,
      share(done, ({ ticket: { rework, reopened, pingPong } }) => !rework && reopened === 0 && !pingPong),
    ),
  };
};

const coordination = ({ comments, personHandoffs, teamHandoffs, approvalsAsked }: Ticket): number =>
  comments + personHandoffs + teamHandoffs + approvalsAsked;

/** Its first row came only after it had been created, so nobody knows when it took its first stage. */
const isAssumed = ({ ticket: { rows, spec } }: Done): boolean => (rows[0]?.at ?? spec.created) > spec.created;

const flowTimes = (done: readonly Done[]): Figure => {
  const days = done.map((each) => inDays(flowTime(each)));
  const workingHours = done.map(({ started, ended }) => between(started, ended).working / 60);
  return sampled(
    done.length,
    median(days),
    { p85: quantile(days, 0.85), p95: quantile(days, 0.95), mean: mean(days), workingP50: median(workingHours) },
    { assumed: done.filter(isAssumed).length, reopened: done.filter(({ ticket }) => ticket.reopened > 0).length },
  );
};

const activeShare = (done: readonly Done[], clock: keyof Clocks): number | null => {
  const spent = done.map(inFlow);
  const all = sum(spent.map((each) => total(each, clock)));
  return all === 0 ? null : sum(spent.map((each) => each.active[clock])) / all;
};

const efficiency = (done: readonly Done[]): Figure => {
  const ratios = done.map(inFlow).filter((spent) => total(spent, 'elapsed') > 0);
  return sampled(done.length, activeShare(done, 'elapsed'), {
    meanOfRatios: mean(ratios.map((spent) => spent.active.elapsed / total(spent, 'elapsed'))),
    working: activeShare(done, 'working'),
  });
};

const wip = (tickets: readonly Ticket[], { from, until }: Span): Figure => {
  const counts: number[] = [];
  for (let day = dayOf(from); instantOf(day, 0) < until; day = dayAfter(day)) {
    const midnight = instantOf(dayAfter(day), 0);
    counts.push(tickets.filter((ticket) => inProgressAt(ticket, midnight)).length);
  }
  return counted(counts.length, mean(counts));
};

/** The law as its three terms, each counted by itself. Tickets begin and end at whole minutes. */
const littlesLaw = (tickets: readonly Ticket[], done: readonly Done[], { from, until, asOf }: Span): Figure => {
  const known = Math.min(until, asOf);
  const minutes = known - from;
  const there = tickets.flatMap(({ started, ended }) =>
    started !== null && started < until && (ended === null || ended >= from) ? [{ started, ended }] : [],
  );
  const wipMean =
    sum(there.map(({ started, ended }) => Math.min(ended ?? known, known) - Math.max(started, from))) / minutes;
  const aWeek = (done.length / minutes) * 7 * 1440;
  const took = mean(done.map((each) => inDays(flowTime(each))));
  return sampled(
    there.length,
    took === null ? null : wipMean / ((aWeek / 7) * took) - 1,
    { meanFlowTime: done.length < 5 ? null : took },
    {
      meanWip: wipMean,
      throughputPerWeek: aWeek,
      arrivals: there.filter(({ started }) => started >= from).length,
      departures: there.filter(({ ended }) => ended !== null && ended < until).length,
      wipBefore: there.filter(({ started }) => started < from).length,
      wipAfter: there.filter(({ ended }) => ended === null || ended >= until).length,
    },
  );
};

export const inProgressAt = ({ started, ended }: Ticket, at: number): boolean =>
  started !== null && started < at && (ended === null || ended > at);

/** The share of one type among all that is done. */
export const typeShare = (all: Figure, type: string): Figure => sampled(all.n, all.also[type] ?? null);

const distribution = (done: readonly Done[]): Figure => {
  const types = new Map<string, number>();
  for (const { ticket } of done) types.set(ticket.spec.type, (types.get(ticket.spec.type) ?? 0) + 1);
  const shares = Object.fromEntries([...types].map(([type, count]) => [type, count / done.length]));
  return sampled(done.length, Math.max(0, ...Object.values(shares)), shares);
};

const waiting = (done: readonly Done[]): Figure => waitingOf(done.map(inFlow));

const waitingOf = (all: readonly Spent[]): Figure => {
  const parts = Object.fromEntries(
    (['queue', 'decision', 'blocked', 'handoff'] as const).map((each) => [
      each,
      mean(all.map((spent) => inDays(spent[each].elapsed))),
    ]),
  );
  return sampled(all.length, sum(Object.values(parts).map((part) => part ?? 0)), parts);
};

/** What waited in each stage, of the tickets that came there. */
export const waitingByStage = (tickets: readonly Ticket[], span: Span): Record<string, Figures> => {
  const stays = doneOnes(tickets)
    .filter(({ ended }) => within(ended, span))
    .flatMap(({ ticket }) => [...ticket.spentIn].map(([stage, spent]) => ({ stage, spent })));
  return waitingIn(
    Map.groupBy(stays, ({ stage }) => stage),
    (some) => waitingOf(some.map(({ spent }) => spent)),
  );
};

/** How long tickets waited to be taken up, by who handed them to whom, teams as they are shown. */
export const waitingByBoundary = (
  tickets: readonly Ticket[],
  span: Span,
  shown: (team: string) => string,
): Record<string, Figures> => {
  const crossings = doneOnes(tickets)
    .filter(({ ended }) => within(ended, span))
    .flatMap(({ ticket: { handovers }, started, ended }) => handovers.filter(({ at }) => at >= started && at < ended));
  return waitingIn(
    Map.groupBy(crossings, ({ from, to }) => `${shown(from)} → ${shown(to)}`),
    (some) => {
      const wait = mean(some.map(({ waited }) => inDays(waited)));
      return sampled(some.length, wait, { handoff: wait });
    },
  );
};

const waitingIn = <Case>(
  groups: ReadonlyMap<string, readonly Case[]>,
  figure: (some: readonly Case[]) => Figure,
): Record<string, Figures> =>
  Object.fromEntries(
    [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, some]) => [key, { 'flow.waiting': figure(some) }]),
  );

const wipAge = (tickets: readonly Ticket[], done: readonly Done[], { until, asOf }: Span): Figure => {
  const known = Math.min(until, asOf);
  const ages = tickets.flatMap((ticket) =>
    ticket.started !== null && inProgressAt(ticket, until) ? [inDays(known - ticket.started)] : [],
  );
  const usual = quantile(
    done.map((each) => inDays(flowTime(each))),
    0.85,
  );
  return sampled(ages.length, median(ages), {
    olderThanP85: usual === null ? null : share(ages, (age) => age > usual),
  });
};

const timeShares = (done: readonly Done[]): Figure => {
  const all = sum(done.map(({ ticket }) => total(ticket.spent, 'elapsed')));
  const part = (each: keyof Spent): number => sum(done.map(({ ticket }) => ticket.spent[each].elapsed)) / all;
  const [queue, handoff, decision, blocked] = [part('queue'), part('handoff'), part('decision'), part('blocked')];
  return sampled(done.length, part('active'), { queue, handoff, decision, blocked, unmapped: 0 });
};

/** Teams with at least twenty done tickets of the most frequent type, at least three of them. */
const consistency = (done: readonly Done[]): Figure => {
  const types = Map.groupBy(done, ({ ticket }) => ticket.spec.type);
  const [frequent = []] = [...types.values()].sort((a, b) => b.length - a.length);
  const teams = [...Map.groupBy(frequent, ({ ticket }) => ticket.team).values()].filter((team) => team.length >= 20);
  const logs = teams.map((team) => team.map((each) => Math.log(Math.max(1, flowTime(each)))));
  return sampled(logs.flat().length, teams.length < 3 ? null : betweenGroups(logs), { teams: teams.length });
};

const commitments = (tickets: readonly Ticket[], done: readonly Done[], span: Span): Figure => {
  const promised = done.flatMap(({ ticket, ended }) => {
    const [first, counts] = [ticket.promises[0]?.due, ticket.promise];
    return first === undefined || counts === null ? [] : [{ ended, first, counts }];
  });
  const overdue = tickets.flatMap(({ status, promise }) =>
    status === 'open' && within(promise, span) && promise < span.asOf ? [span.asOf - promise] : [],
  );
  const n = promised.length + overdue.length;
  const slips = [...promised.map(({ ended, counts }) => ended - counts), ...overdue].map(inDays);
  return sampled(
    n,
    promised.filter(({ ended, counts }) => ended <= counts).length / n,
    {
      first: promised.filter(({ ended, first }) => ended <= first).length / n,
      slipP50: median(slips),
      slipP85: quantile(slips, 0.85),
    },
    { openOverdue: overdue.length },
  );
};

/** Each ticket against what its team had done with its type by then: at least twenty, the last two hundred of them. */
const calibration = (done: readonly Done[], all: readonly Ticket[]): Figure => {
  const earlier = Map.groupBy(
    doneOnes(all).sort((a, b) => a.ended - b.ended),
    ({ ticket }) => `${ticket.team}/${ticket.spec.type}`,
  );
  const forecasts = done.flatMap((each) => {
    const known = earlier.get(`${each.ticket.team}/${each.ticket.spec.type}`) ?? [];
    const history = known.filter(({ ended }) => ended < each.started).slice(-200);
    return history.length < 20 ? [] : [{ took: flowTime(each), history: history.map(flowTime) }];
  });
  const hits = (p: number) => share(forecasts, ({ took, history }) => took <= (quantile(history, p) ?? 0));
  return sampled(forecasts.length, hits(0.85), { p50: hits(0.5), p95: hits(0.95) });
};

/** Counted are visits to active stages, so a ticket can weigh more than once; `items` is the share of tickets. */
const reworkLevel = (done: readonly Done[]): Figure => {
  const visits = sum(done.map(({ ticket }) => ticket.activeVisits));
  const repeated = sum(done.map(({ ticket }) => ticket.repeatedActiveVisits));
  return sampled(visits, visits === 0 ? null : repeated / visits, {
    items: share(done, ({ ticket }) => ticket.rework),
  });
};
