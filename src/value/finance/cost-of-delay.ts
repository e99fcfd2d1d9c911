import { civilDate, dayNumber, isoDate, parseIsoDate } from '#model/calendar/civil.ts';
import type { Day } from '#model/day.ts';
import type { Decimal } from '#model/money.ts';
import type { Urgency } from '#model/urgency.ts';
import { type Told, told, untold } from './figure.ts';
import { roundedText } from './rounded-text.ts';

/** What of benefits and disbenefits goes by while they wait. */
export type Passed = {
  /** Benefits less disbenefits. */
  readonly gain: number;
  /** The share (0–1) of all that is still to come of both. */
  readonly share: number;
};

/** What an initiative still brings and takes, and how its value goes with time. Amounts are of one currency. */
export type Ahead = {
  /** Benefits less disbenefits that are still to come. */
  readonly gain: number;
  /** What of them goes by in so many months: of each as much as these months bring of it, and never more than there is. */
  readonly passedBy: (months: number) => Passed;
  readonly cost: number;
  /** Whether all of both has a rate. */
  readonly isPriced: boolean;
  readonly urgency: Urgency;
  /** The day after its planned end, where one is planned. */
  readonly ready: Day | undefined;
  readonly today: Day;
  readonly places: number;
};

/** What is lost by so many months of delay; what delay saves is negative. */
export type Loss = { readonly months: number; readonly lost: Decimal };

export type CostOfDelay = {
  /** What the first month of delay costs. */
  readonly perMonth: Told<Decimal>;
  readonly losses: readonly Loss[];
  /** Whether what is still to come brings less than it takes: then delay saves, and haste is no help. */
  readonly isWorthLess: boolean;
  /** The months that are left until its planned end. */
  readonly months: Told<number>;
  /** Cost of delay ÷ duration (CD3): what goes first loses the least in all. Money per month and month. */
  readonly perMonthOfWork: Told<Decimal>;
};

const looks = [1, 3, 6, 12] as const;
const daysInMonth = 365.25 / 12;

/**
 * What it costs to have the work later by some months, in money.
 *
 * By its urgency some share of what is still to be gained is lost; by a constant one of each benefit and disbenefit what
 * goes by of it. Work that brings less than it still takes is different: the same share of what it takes is saved, since
 * nobody is worse off without it. Time value is not in it; discounting the same money twice would count it twice.
 */
export const costOfDelay = (ahead: Ahead): CostOfDelay => {
  const isWorthLess = ahead.isPriced && ahead.gain < ahead.cost;
  const lacks = lackOf(ahead);
  const lostBy = (months: number): Decimal => {
    const { gain, share } = lossOf(ahead, months);
    return roundedText(isWorthLess ? gain - ahead.cost * share : gain, ahead.places);
  };
  const months = monthsLeft(ahead);
  const perMonth = lacks === undefined ? told(lostBy(1)) : untold<Decimal>(lacks);
  return {
    perMonth,
    losses: lacks === undefined ? looks.map((each) => ({ months: each, lost: lostBy(each) })) : [],
    isWorthLess,
    months,
    perMonthOfWork: overDuration(perMonth, months, isWorthLess, ahead.places),
  };
};

const lackOf = ({ gain, isPriced, urgency, ready }: Ahead): string | undefined => {
  if (!isPriced) return 'some of what is still to come, or to be spent, has no rate';
  if (gain === 0) return 'no benefit in money is still to come of it';
  return urgency.profile === 'deadline' && ready === undefined
    ? 'no end is planned to hold against its deadline'
    : undefined;
};

const lossOf = (ahead: Ahead, months: number): Passed => {
  if (ahead.urgency.profile === 'constant') return ahead.passedBy(months);
  const share = shareLost(ahead, ahead.urgency.profile, months);
  return { gain: ahead.gain * share, share };
};

/** The share (0–1) of all that is still to come that is lost by a delay. */
const shareLost = ({ urgency, ready }: Ahead, profile: 'deadline' | 'decaying', months: number): number => {
  switch (profile) {
    case 'deadline':
      return ready !== undefined && later(ready, months) > (urgency.deadline ?? ready) ? 1 : 0;
    case 'decaying':
      return 1 - 2 ** (-months / (urgency.halvesInMonths ?? Number.POSITIVE_INFINITY));
  }
};

/** The same day of a later month, or the last of that month where it has no such day. */
const later = (day: Day, months: number): Day => {
  const { year, month, day: of } = civilDate(parseIsoDate(day));
  const last = dayNumber(year, month + months + 1, 1) - 1;
  return isoDate(Math.min(dayNumber(year, month + months, of), last));
};

const monthsLeft = ({ ready, today }: Ahead): Told<number> => {
  if (ready === undefined) return untold('no end is planned');
  const days = parseIsoDate(ready) - parseIsoDate(today);
  return days > 0 ? told(days / daysInMonth) : untold(`its planned end is over since ${ready}`);
};

const overDuration = (
  perMonth: Told<Decimal>,
  months: Told<number>,
  isWorthLess: boolean,
  places: number,
): Told<Decimal> => {
  if (perMonth.value === null) return untold(perMonth.missing);
  if (isWorthLess) return untold('what is still to come brings less than it takes');
  return months.value === null
    ? untold(months.missing)
    : told(roundedText(Number(perMonth.value) / months.value, places));
};
