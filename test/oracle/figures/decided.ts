import { day, lengthOf } from '../clock.ts';
import type { Decision } from '../decisions.ts';
import { given } from '../items.ts';
import { type DecisionFigure, inside, shown } from './reading.ts';
import { mean, median, percentile, ratio, share, sum, survivalMedian } from './sums.ts';

/** A sampled median that is hidden by the number of its own values, which may be fewer than the figure's n. */
const ownMedian = (values: readonly number[], p = 0.5): number | null => shown(values.length, percentile(values, p));

const between = (from: number | null, until: number | null): number | null =>
  from === null || until === null ? null : (until - from) / day;

const age = ({ raised, decided }: Decision, asOf: number): number => (decided ?? asOf) - raised;

/** How long a decision that is not clearly anybody's waits for its first step. */
const ownerless = (decision: Decision, asOf: number): number => {
  if (decision.unclear !== true && (decision.sideways ?? 0) === 0) return 0;
  const whole = age(decision, asOf);
  return Math.max(0, Math.min(whole, (decision.firstStep ?? asOf) - decision.raised));
};

/** The clock of acted runs from communicated; a decision without an information wait has one of length nought. */
export const latency: DecisionFigure = ({ cases, window, facts }) => {
  const raised = cases.filter((decision) => inside(decision.raised, window));
  const n = raised.length;
  const known = raised.filter(({ unclear, sideways }) => unclear !== null || sideways !== null);
  const closed = given(raised.map((decision) => between(decision.raised, decision.decided)));
  const times = raised.map(({ raised: from, decided }) => ({
    time: ((decided ?? facts.asOf) - from) / day,
    over: decided !== null,
  }));
  return {
    value: shown(n, survivalMedian(times)),
    n,
    also: {
      closedP50: ownMedian(closed),
      closedP85: ownMedian(closed, 0.85),
      closedP95: ownMedian(closed, 0.95),
      open: raised.filter((decision) => decision.decided === null).length,
      toNeeded: ownMedian(given(raised.map((one) => between(one.raised, one.neededBy)))),
      toFirstStep: ownMedian(given(raised.map((one) => between(one.raised, one.firstStep)))),
      toCommunicated: ownMedian(given(raised.map((one) => between(one.decided, one.communicated)))),
      toActed: ownMedian(given(raised.map((one) => between(one.communicated, one.acted)))),
      informationWait: ownMedian(raised.map((one) => one.informationWait / day)),
      whoseIsIt: shown(
        known.length,
        ratio(sum(known.map((one) => ownerless(one, facts.asOf))), sum(known.map((one) => age(one, facts.asOf)))),
      ),
    },
  };
};

const decidedIn = (cases: Parameters<DecisionFigure>[0]['cases'], window: Parameters<DecisionFigure>[0]['window']) =>
  cases.filter((decision) => inside(decision.decided, window));

/** AMBIGUOUS: how sideways moves are summed up. Here: their mean per decision. */
export const escalationRate: DecisionFigure = ({ cases, window }) => {
  const all = decidedIn(cases, window);
  const decided = all.filter(({ emergency }) => !emergency);
  const emergencies = given(all.filter(({ emergency }) => emergency).map((decision) => decision.escalations));
  const escalations = given(decided.map((decision) => decision.escalations));
  const n = escalations.length;
  const depths = given(decided.map((decision) => decision.depth));
  const sideways = given(decided.map((decision) => decision.sideways));
  return {
    value: shown(
      n,
      share(escalations, (many) => many > 0),
    ),
    n,
    also: {
      depth: shown(depths.length, mean(depths)),
      sideways: shown(sideways.length, mean(sideways)),
      emergency: shown(
        emergencies.length,
        share(emergencies, (many) => many > 0),
      ),
    },
  };
};

const difference = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

export const atIntendedLevel: DecisionFigure = ({ cases, window }) => {
  const above = given(decidedIn(cases, window).map((one) => difference(one.levelDecided, one.intended)));
  const n = above.length;
  return {
    value: shown(
      n,
      share(above, (steps) => steps === 0),
    ),
    n,
    also: {
      over: shown(
        n,
        share(above, (steps) => steps > 0),
      ),
      under: shown(
        n,
        share(above, (steps) => steps < 0),
      ),
    },
  };
};

const isReopened = ({ decided, reopened }: Decision): boolean =>
  decided !== null && reopened !== null && reopened - decided <= 90 * day;

export const reopenRate: DecisionFigure = ({ cases, window, facts }) => {
  const decided = decidedIn(cases, window);
  const old = decided.filter((decision) => (decision.decided ?? facts.asOf) <= facts.asOf - 90 * day);
  const n = old.length;
  const isTold = facts.decisions.some(({ revisits }) => revisits > 0);
  const revisited = isTold
    ? shown(
        decided.length,
        share(decided, ({ revisits }) => revisits > 0),
      )
    : null;
  return { value: shown(n, share(old, isReopened)), n, also: { young: decided.length - n, revisited } };
};

export const unclearRight: DecisionFigure = ({ cases, window }) => {
  const raised = cases.filter((decision) => inside(decision.raised, window));
  const judged = given(raised.map((decision) => decision.unclear));
  const agreeing = given(raised.map((decision) => decision.agreeing));
  return {
    value: shown(judged.length, share(judged, Boolean)),
    n: judged.length,
    also: {
      agreeingMean: shown(agreeing.length, mean(agreeing)),
      agreeingMax: shown(agreeing.length, Math.max(...agreeing)),
    },
  };
};

/** AMBIGUOUS: whether the wait per layer is pooled. Here: the mean over decisions of each one's mean, in days. */
export const layers: DecisionFigure = ({ cases, window }) => {
  const decided = decidedIn(cases, window);
  const n = decided.length;
  const waits = given(decided.map((decision) => mean(decision.layers.map((layer) => lengthOf(layer) / day))));
  return {
    value: shown(n, mean(decided.map((decision) => decision.layers.length))),
    n,
    also: { waitPerLayer: shown(waits.length, mean(waits)) },
  };
};

export const distance: DecisionFigure = ({ cases, window }) => {
  const distances = given(decidedIn(cases, window).map((one) => difference(one.levelDecided, one.acting)));
  return { value: shown(distances.length, median(distances)), n: distances.length, also: {} };
};
