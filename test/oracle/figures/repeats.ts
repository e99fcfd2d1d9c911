import type { Item } from '../items.ts';
import { doneIn, type ItemFigure, shown } from './reading.ts';
import { mean, ratio, share, sum } from './sums.ts';

/** A figure that is the mean of a number of each item done. */
const meanDone =
  (count: (item: Item) => number): ItemFigure =>
  ({ cases, window }) => {
    const items = doneIn(cases, window);
    return { value: shown(items.length, mean(items.map(count))), n: items.length, also: {} };
  };

/** A figure that is the share of the items done of which something holds. */
const shareDone =
  (holds: (item: Item) => boolean): ItemFigure =>
  ({ cases, window }) => {
    const items = doneIn(cases, window);
    return { value: shown(items.length, share(items, holds)), n: items.length, also: {} };
  };

/** Of an item whose rows never name a team (or a person), nobody knows how often it changed hands. */
export const handoffs: ItemFigure = ({ cases, window }) => {
  const items = doneIn(cases, window);
  const ofTeams = items.filter(({ rows }) => rows.some(({ team }) => team !== null)).map((item) => item.teamHandoffs);
  const ofPeople = items
    .filter(({ rows }) => rows.some(({ person }) => person !== null))
    .map((item) => item.personHandoffs);
  const n = ofTeams.length;
  return {
    value: shown(n, mean(ofTeams)),
    n,
    also: {
      people: shown(ofPeople.length, mean(ofPeople)),
      total: n === 0 ? null : sum(ofTeams),
    },
  };
};

export const pingPong: ItemFigure = ({ cases, window }) => {
  const done = doneIn(cases, window);
  const items = done.filter((item) => item.teams.length > 0);
  const n = items.length;
  return {
    value: shown(
      n,
      share(items, (item) => item.pingPong),
    ),
    n,
    also: {
      anyReturn: shown(
        n,
        share(items, (item) => item.anyReturn),
      ),
      stages: shown(
        done.length,
        share(done, (item) => item.stagePingPong),
      ),
    },
  };
};

/** The raw variant stands beside it. */
export const rework: ItemFigure = (reading) => {
  const { value, n } = shareDone((item) => item.rework)(reading);
  return { value, n, also: { raw: shareDone((item) => item.rawRework)(reading).value } };
};

export const reopened = shareDone((item) => item.reopened > 0);
export const stability = shareDone((item) => !item.rework && item.reopened === 0 && !item.pingPong);
export const interruptions = meanDone((item) => item.interruptions);
export const coordination = meanDone(
  (item) => item.comments + item.personHandoffs + item.teamHandoffs + item.approvalsAsked,
);

/** A hand-over inside a stage is no second visit, and a loop stage's visits are counted but never as repeats. */
export const reworkLevel: ItemFigure = ({ cases, window }) => {
  const items = doneIn(cases, window);
  const visits = items.flatMap((item) =>
    item.runs
      .map((run, i) => ({ ...run, again: item.runs.slice(0, i).some((before) => before.stage === run.stage) }))
      .map((run) => ({ ...run, again: run.again && !item.loops.includes(run.stage) }))
      .filter((run) => run.kind === 'active'),
  );
  return {
    value: shown(visits.length, ratio(visits.filter(({ again }) => again).length, visits.length)),
    n: visits.length,
    also: {
      items: shown(
        items.length,
        share(items, (item) => item.rework),
      ),
    },
  };
};
