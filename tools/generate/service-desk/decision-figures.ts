import type { Cycle } from './case.ts';
import { lastOfDay } from './clock.ts';
import { type Figure, type Figures, inDays, type Span, sampled, within } from './figure.ts';
import { rankOf, rankOfLevel } from './organisation.ts';
import { rightOf } from './rights.ts';
import { mean, median, quantile, share, sum, survivalMedian } from './statistics.ts';

type Decided = { readonly cycle: Cycle; readonly at: number; readonly rank: number; readonly depth: number | null };

const decidedOnes = (cycles: readonly Cycle[]): Decided[] =>
  cycles.flatMap((cycle) => {
    const { decided } = cycle;
    return decided ? [{ cycle, at: decided.at, rank: rankOf(decided.by), depth: decided.depth }] : [];
  });

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/** What is true about decisions. */
export const decisionFigures = (cycles: readonly Cycle[], span: Span): Figures => {
  const raised = cycles.filter((cycle) => within(cycle.raised, span));
  const decided = decidedOnes(cycles).filter(({ at }) => within(at, span));
  return {
    'decision.latency': latency(raised, span),
    'decision.escalation-rate': sampled(
      decided.length,
      share(decided, ({ cycle }) => cycle.escalations > 0),
      {
        depth: mean(known(decided.map(({ depth }) => depth))),
        sideways: mean(decided.map(({ cycle }) => cycle.sideways)),
        sidewaysShare: share(decided, ({ cycle }) => cycle.sideways > 0),
      },
    ),
    'decision.at-intended-level': atIntendedLevel(decided),
    'decision.reopen-rate': reopenRate(decided, span),
    'decision.unclear-right': unclearRight(raised),
    'decision.layers': layers(decided),
    'decision.distance': sampled(decided.length, median(decided.map(({ rank }) => rank - rankOfLevel('team')))),
  };
};

const latency = (raised: readonly Cycle[], { asOf }: Span): Figure => {
  const closed = raised.flatMap(({ raised: from, decided }) => (decided ? [inDays(decided.at - from)] : []));
  const open = raised.filter(({ decided }) => !decided).map(({ raised: from }) => inDays(asOf - from));
  /** Median days between two moments, where both have come. */
  const clock = (from: (cycle: Cycle) => number | null | undefined, to: (cycle: Cycle) => number | null) =>
    median(
      raised.flatMap((cycle) => {
        const [begin, finish] = [from(cycle), to(cycle)];
        return begin === null || begin === undefined || finish === null ? [] : [inDays(finish - begin)];
      }),
    );
  const waits = raised.map((cycle) => {
    const since = cycle.openInformationWait;
    return inDays(cycle.informationWait + (since === null || cycle.decided ? 0 : asOf - since));
  });
  return sampled(
    raised.length,
    survivalMedian(closed, open),
    {
      closedP50: median(closed),
      closedP85: quantile(closed, 0.85),
      closedP95: quantile(closed, 0.95),
      toNeeded: clock(
        ({ raised: at }) => at,
        ({ of }) => lastOfDay(of.neededBy),
      ),
      toFirstStep: clock(
        ({ raised: at }) => at,
        ({ firstStep }) => firstStep,
      ),
      toCommunicated: clock(
        ({ decided }) => decided?.at,
        ({ communicated }) => communicated,
      ),
      toActed: clock(
        ({ communicated }) => communicated,
        ({ acted }) => acted,
      ),
      decidedToActed: clock(
        ({ decided }) => decided?.at,
        ({ acted }) => acted,
      ),
      raisedToCommunicated: clock(
        ({ raised: at }) => at,
        ({ communicated }) => communicated,
      ),
      raisedToActed: clock(
        ({ raised: at }) => at,
        ({ acted }) => acted,
      ),
      informationWait: median(waits),
      informationWaitMean: mean(waits),
      informationWaitWhereAny: median(waits.filter((wait) => wait > 0)),
    },
    { open: open.length },
  );
};

/** The design has one right for each decision, or none. */
const unclearRight = (raised: readonly Cycle[]): Figure => {
  const agreeing = raised.flatMap(({ of }) => rightOf(of)?.agree?.length ?? (of.intended === null ? [] : 0));
  return sampled(
    raised.length,
    share(raised, ({ of }) => of.intended === null),
    agreeing.length < 5 ? {} : { agreeingMean: mean(agreeing), agreeingMax: Math.max(...agreeing) },
  );
};

const atIntendedLevel = (decided: readonly Decided[]): Figure => {
  const distances = decided.flatMap(({ cycle, rank }) =>
    cycle.of.intended === null ? [] : [rank - rankOf(cycle.of.intended)],
  );
  return sampled(
    distances.length,
    share(distances, (distance) => distance === 0),
    { over: share(distances, (distance) => distance > 0), under: share(distances, (distance) => distance < 0) },
  );
};

const ninetyDays = 90 * 1440;

const reopenRate = (decided: readonly Decided[], { asOf }: Span): Figure => {
  const old = decided.filter(({ at }) => at <= asOf - ninetyDays);
  return sampled(
    old.length,
    share(old, ({ cycle, at }) => cycle.reopened !== null && cycle.reopened - at <= ninetyDays),
    {},
    { young: decided.length - old.length },
  );
};

/** Approvals open at a common moment are one layer; a layer lasts as long as any of them was open. */
const layersOf = ({ approvals }: Cycle): number[] => {
  const answered = approvals
    .flatMap(({ asked, answered: until }) => (until === null ? [] : [{ asked, until }]))
    .sort((a, b) => a.asked - b.asked);
  const unions: { asked: number; until: number }[] = [];
  for (const approval of answered) {
    const last = unions.at(-1);
    if (last && approval.asked < last.until) last.until = Math.max(last.until, approval.until);
    else unions.push({ ...approval });
  }
  return unions.map(({ asked, until }) => inDays(until - asked));
};

const layers = (decided: readonly Decided[]): Figure => {
  const all = decided.map(({ cycle }) => layersOf(cycle));
  const lengths = all.flat();
  return sampled(decided.length, mean(all.map((each) => each.length)), {
    waitPerLayer: mean(known(all.map(mean))),
    waitPerLayerPooled: lengths.length === 0 ? null : sum(lengths) / lengths.length,
  });
};
