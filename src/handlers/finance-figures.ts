import type { FinanceFigure } from '#api/finance.ts';
import type { Appraisal } from '#value/finance/appraisal.ts';
import type { Told } from '#value/finance/figure.ts';
import type { Payback } from '#value/finance/payback.ts';

/** Every figure of an account, in the order in which people read them. */
export const figuresOf = (account: Appraisal): FinanceFigure[] => [
  figureOf('cost', 'money', account.totals.cost),
  figureOf('benefit', 'money', account.totals.benefit),
  figureOf('disbenefit', 'money', account.totals.disbenefit),
  ...account.discounted.map(({ timing, npv }) => figureOf('net-present-value', 'money', npv, timing)),
  figureOf('return-on-investment', 'share', account.returnOnInvestment),
  figureOf('internal-rate-of-return', 'share', account.internalRateOfReturn),
  figureOf('modified-rate-of-return', 'share', account.modifiedRateOfReturn),
  paybackFigure('payback', account.payback),
  ...account.discounted.map(({ timing, payback }) => paybackFigure('discounted-payback', payback, timing)),
  ...account.discounted.map(({ timing, benefitCostRatio }) =>
    figureOf('benefit-cost-ratio', 'ratio', benefitCostRatio, timing),
  ),
];

type Timing = FinanceFigure['timing'];

const figureOf = (
  figure: FinanceFigure['figure'],
  unit: FinanceFigure['unit'],
  told: Told<number | string>,
  timing: Timing = null,
): FinanceFigure => ({ figure, timing, unit, value: told.value, missing: told.missing ?? null, note: null });

const paybackFigure = (figure: FinanceFigure['figure'], told: Told<Payback>, timing: Timing = null): FinanceFigure => ({
  figure,
  timing,
  unit: 'year',
  value: told.value?.years ?? null,
  missing: told.missing ?? null,
  note: told.value === null ? null : noteOf(told.value),
});

const noteOf = ({ inYear, crossings }: Payback): string =>
  crossings > 1 ? `in ${inYear}, the last of ${crossings} times` : `in ${inYear}`;
