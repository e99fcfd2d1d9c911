import type { Benefit } from '#model/benefit.ts';
import type { Day } from '#model/day.ts';
import { differenceOf } from '#model/decimal.ts';
import type { Decimal } from '#model/money.ts';
import type { Cell } from './cells.ts';
import { realisationOf } from './realisation.ts';

/** A rate to date that misses 1 by more than this is a shortfall; nearer, it is within what measuring can tell. */
export const tolerated = 0.05;

/** That less came of a benefit to date than was planned (of a disbenefit: that more was lost), and what is done about it. */
export type Shortfall = {
  /** The first day on which it could be known, after which it lasted until now. */
  readonly since: Day;
  readonly rate: number;
  /** Planned and not realised; of a disbenefit, lost beyond the plan. Never below 0. */
  readonly amount: Decimal;
  readonly cause: string | null;
  readonly action: Benefit['shortfalls'][number]['action'] | null;
  readonly state: 'unexplained' | 'in-hand' | 'action-overdue';
};

/**
 * The shortfall that stands as of a day; null where there is none, or none can be told.
 *
 * It is explained by what was noted since it began: an older note is about another one. Its action is overdue when its day
 * is past and no effect of it was measured.
 */
export const shortfallOf = (benefit: Benefit, cells: readonly Cell[], today: Day): Shortfall | null => {
  const measured = cells.filter(({ over, planned, realised }) => over && planned !== null && realised !== null);
  let since: Day | undefined;
  for (const [index, { to }] of measured.entries()) {
    const { toDate } = realisationOf(measured.slice(0, index + 1));
    if (toDate === null || !isShort(benefit, toDate)) since = undefined;
    else since ??= to;
  }
  const { toDate, plannedMeasured, realised } = realisationOf(measured);
  if (since === undefined || toDate === null || plannedMeasured === null || realised === null) return null;
  const began = since;
  const note = benefit.shortfalls.findLast(({ notedOn }) => notedOn >= began && notedOn <= today);
  const { disbenefit } = benefit;
  return {
    since,
    rate: toDate,
    amount: disbenefit ? differenceOf(realised, plannedMeasured) : differenceOf(plannedMeasured, realised),
    cause: note?.cause ?? null,
    action: note?.action ?? null,
    state: stateOf(note, today),
  };
};

const isShort = ({ disbenefit }: Benefit, rate: number): boolean =>
  disbenefit ? rate > 1 + tolerated : rate < 1 - tolerated;

const stateOf = (note: Benefit['shortfalls'][number] | undefined, today: Day): Shortfall['state'] => {
  if (!note) return 'unexplained';
  return note.action.due < today && note.action.measuredEffect === undefined ? 'action-overdue' : 'in-hand';
};
