import type { DesignModel } from './design-model.ts';
import type { Money } from './money.ts';

/** Money that went out, whatever record states it. A credit is negative. Without an investment it is unmapped. */
export type SpendLine = {
  readonly investment: string | undefined;
  /** The day of it; of a sum over a month, the first. */
  readonly on: string;
  readonly amount: Money;
  readonly category: string | undefined;
  readonly vendor: string | undefined;
  /** The row of the ledger or bill it was read from. */
  readonly sourceRow: string | undefined;
};

/** All money that is on record as spent: what investments state themselves, then what statements do, in their order. */
export const spendLines = (model: Spending): readonly SpendLine[] => {
  const found = known.get(model) ?? linesIn(model);
  known.set(model, found);
  return found;
};

type Spending = Pick<DesignModel, 'investments' | 'spendStatements'>;

/** Of models, which never change: a portfolio of some years has a hundred thousand lines, and each page asks for all of them. */
const known = new WeakMap<Spending, readonly SpendLine[]>();

const linesIn = ({ investments, spendStatements }: Spending): SpendLine[] => [
  ...investments.flatMap(({ key, spend }) =>
    spend.map(({ on, amount, category, vendor, sourceRow }) => ({
      investment: key,
      on,
      amount,
      category,
      vendor,
      sourceRow,
    })),
  ),
  ...spendStatements.flatMap(({ key, currency, rows }) =>
    rows.map(({ investment, on, billed, category, vendor, rawName }) => ({
      investment,
      on,
      amount: { amount: billed, currency },
      category,
      vendor,
      sourceRow: `${key}: ${rawName}`,
    })),
  ),
];
