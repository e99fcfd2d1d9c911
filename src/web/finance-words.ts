import type { FinanceFigure } from '#api/finance.ts';
import type { Words } from '#charts/drawing/numbers.ts';
import { type DiscountSchedule, greenBook } from '#model/discount.ts';
import type { Urgency } from '#model/urgency.ts';

/** What each figure of an account is called. */
export const figureNames: Readonly<Record<FinanceFigure['figure'], string>> = {
  cost: 'Cost',
  benefit: 'Benefit',
  disbenefit: 'Disbenefit',
  'net-present-value': 'Net present value',
  'return-on-investment': 'Return on investment',
  'internal-rate-of-return': 'Internal rate of return',
  'modified-rate-of-return': 'Modified rate of return',
  payback: 'Payback',
  'discounted-payback': 'Payback, discounted',
  'benefit-cost-ratio': 'Benefit to cost',
};

/** When in a year its money is taken to come. */
export const timingNames = {
  'first-year-undiscounted': 'first year undiscounted',
  'end-of-year': 'at the end of each year',
  'mid-year': 'in the middle of each year',
} as const;

export const basisNames = { plan: 'Plan', outlook: 'Outlook', actual: 'What came' } as const;

/** A figure with what it is counted in; a dash where it cannot be told, which `missing` gives the reason of. */
export const financeText = (words: Words, { value, unit }: FinanceFigure, currency: string): string => {
  if (value === null) return '–';
  const number = Number(value);
  if (unit === 'money') return words.figure(number, currency);
  if (unit === 'share') return words.figure(number, 'share');
  return unit === 'year' ? `${words.figure(number, 'count')} years` : words.figure(number, 'ratio');
};

/** By which rates money of later years counts less: `8% a year`, or from which year on which one holds. */
export const discountText = (words: Words, schedule: DiscountSchedule | null): string => {
  if (schedule === null) return 'Nothing is discounted: no rate is on record (finance: discount in the settings).';
  const [first, ...later] = schedule;
  const name = JSON.stringify(schedule) === JSON.stringify(greenBook) ? 'the schedule of the Green Book, ' : '';
  if (first && later.length === 0) return `Discounted by ${words.figure(first.rate, 'share')} a year.`;
  const steps = schedule.map(({ fromYear, rate }) => `${words.figure(rate, 'share')} from year ${fromYear} on`);
  return `Discounted by ${name}${steps.join(', ')}.`;
};

/** In prices of which year amounts are. */
export const pricesText = (prices: 'nominal' | 'real', priceYear: number | null): string =>
  prices === 'real'
    ? `Amounts are in prices of ${priceYear ?? 'one year'}.`
    : 'Amounts are in prices of their own year.';

/** How the value of work goes while it waits. */
export const urgencyText = ({ profile, deadline, halvesInMonths }: Urgency): string => {
  switch (profile) {
    case 'constant':
      return 'each month loses what a month brings';
    case 'deadline':
      return `all of it is lost after ${deadline}`;
    case 'decaying':
      return `what is left halves every ${halvesInMonths} months`;
  }
};
