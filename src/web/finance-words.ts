import type { FinanceFigure } from '#api/finance.ts';
import type { Words } from '#charts/drawing/numbers.ts';

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
