import type { Conversion, Convert } from '#model/conversion.ts';
import { type Day, dayAfter } from '#model/day.ts';
import { differenceOf, sumOfDecimals } from '#model/decimal.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { Investment } from '#model/investment.ts';
import { compareDecimals } from '#model/money.ts';
import { holdsOn } from '#model/period.ts';
import { type SpendLine, spendLines } from '#model/spend.ts';
import { type Days, fundingIn } from '../chain/funding.ts';
import type { Basis, MoneyLine } from './money-line.ts';

type Funded = Pick<DesignModel, 'investments' | 'spendStatements' | 'planningPeriods'>;

const dawn: Day = '0001-01-01';
const dusk: Day = '9999-12-31';

/**
 * What every line of funding costs, by a basis, as known on a day.
 *
 * The outlook is what went out by that day, what is left of the budget of the period that runs then (the longest, where
 * several do), and the budgets of the periods behind it. More spent than was budgeted leaves nothing of a budget, and never
 * less.
 */
export const costLines = (model: Funded, basis: Basis, today: Day, convert: Convert): MoneyLine[] => {
  const known = Map.groupBy(spendLines(model), ({ investment }) => investment);
  return model.investments.flatMap((investment) => {
    const paid = (known.get(investment.key) ?? []).filter(({ on }) => on <= today);
    const spent = paid.map((each) => spendLine(investment, each, convert));
    if (basis === 'actual') return spent;
    const whole = { from: dawn, to: dusk };
    if (basis === 'plan') return budgetLines(model, investment, whole, convert);
    const running = runningPeriod(model, investment, today);
    const later = { from: running?.to ?? dayAfter(today), to: dusk };
    return [
      ...spent,
      ...(running ? restOf({ investment, paid }, running, today, convert) : []),
      ...budgetLines(model, investment, later, convert),
    ];
  });
};

const spendLine = ({ key }: Investment, { on, amount }: SpendLine, convert: Convert): MoneyLine => ({
  kind: 'investment',
  key,
  side: 'cost',
  on,
  to: dayAfter(on),
  isCome: true,
  conversion: convert(amount, on, 'average'),
  grade: 'B',
});

const budgetLine = ({ key }: Investment, on: Day, conversion: Conversion): MoneyLine => ({
  kind: 'investment',
  key,
  side: 'cost',
  on,
  to: dayAfter(on),
  isCome: false,
  conversion,
  grade: 'D',
});

const budgetLines = (model: Funded, investment: Investment, days: Days, convert: Convert): MoneyLine[] =>
  fundingIn({ ...model, investments: [investment] }, 'budget', days).lines.map(({ on, amount }) =>
    budgetLine(investment, on, convert(amount, on, 'budget')),
  );

/** The longest planning period with a budget that holds the day. */
const runningPeriod = ({ planningPeriods }: Funded, { budget }: Investment, today: Day) =>
  planningPeriods
    .filter((period) => holdsOn(period, today) && budget.some(({ period: key }) => key === period.key))
    .toSorted((a, b) => (a.to === b.to ? order(a.from, b.from) : order(b.to, a.to)))[0];

const order = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

const restOf = (
  { investment, paid }: { readonly investment: Investment; readonly paid: readonly SpendLine[] },
  period: Days & { readonly key: string },
  today: Day,
  convert: Convert,
): MoneyLine[] =>
  investment.budget
    .filter((each) => each.period === period.key)
    .flatMap(({ amount }) => {
      const conversion = convert(amount, period.from, 'budget');
      if (conversion.converted === undefined) return [budgetLine(investment, period.from, conversion)];
      const spent = paid
        .filter(({ on }) => period.from <= on)
        .flatMap((each) => convert(each.amount, each.on, 'average').converted?.amount ?? []);
      const rest = differenceOf(conversion.converted.amount, sumOfDecimals(spent));
      if (compareDecimals(rest, '0') <= 0) return [];
      const left = { ...conversion, converted: { ...conversion.converted, amount: rest } };
      return [budgetLine(investment, today, left)];
    });
