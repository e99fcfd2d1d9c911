import type { Benefit } from '#model/benefit.ts';
import type { Day } from '#model/day.ts';
import { differenceOf, sumOfDecimals } from '#model/decimal.ts';
import type { Decimal } from '#model/money.ts';
import type { Cell } from './cells.ts';
import { ratioOf } from './ratio.ts';

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
  let [planned, realised]: [Decimal, Decimal] = ['0', '0'];
  let rate: number | null = null;
  let since: Day | undefined;
  for (const cell of cells) {
    if (!cell.over || cell.planned === null || cell.realised === null) continue;
    planned = sumOfDecimals([planned, cell.planned]);
    realised = sumOfDecimals([realised, cell.realised]);
    rate = ratioOf(realised, planned);
    if (rate === null || !isShort(benefit, rate)) since = undefined;
    else since ??= cell.to;
  }
  if (since === undefined || rate === null) return null;
  const began = since;
  const note = benefit.shortfalls.findLast(({ notedOn }) => notedOn >= began && notedOn <= today);
  const { disbenefit } = benefit;
  return {
    since,
    rate,
    amount: disbenefit ? differenceOf(realised, planned) : differenceOf(planned, realised),
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
