import type { DesignModel } from './design-model.ts';
import type { Money } from './money.ts';

/** Money that went out, whatever record states it. A credit is negative. Without an investment it is unmapped. */
export type SpendLine = {
  readonly investment: string | undefined;
  /** The day of it. */
  readonly on: string;
  readonly amount: Money;
  readonly category: string | undefined;
  readonly vendor: string | undefined;
  /** The row of the ledger or bill it was read from. */
  readonly sourceRow: string | undefined;
};

/** All money that is on record as spent, in the order of the records that state it. */
export const spendLines = ({ investments }: Pick<DesignModel, 'investments'>): SpendLine[] =>
  investments.flatMap(({ key, spend }) =>
    spend.map(({ on, amount, category, vendor, sourceRow }) => ({
      investment: key,
      on,
      amount,
      category,
      vendor,
      sourceRow,
    })),
  );
