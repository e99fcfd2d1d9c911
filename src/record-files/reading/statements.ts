import type { Decimal } from '#model/money.ts';
import type { FoundRecord } from '../define.ts';
import { ExactSum } from './exact-sum.ts';

/** One charge as a row of a file states it, with the statement that it belongs to. */
export type Charge = {
  readonly key: string;
  readonly name: string;
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly on: string;
  readonly rawName: string;
  readonly category: string | undefined;
  readonly vendor: string | undefined;
  readonly investment: string | undefined;
  readonly isCorrection: boolean;
  readonly billed: Decimal;
  readonly effective: Decimal | undefined;
};

type Sum = {
  readonly charge: Charge;
  readonly billed: ExactSum;
  readonly effective: ExactSum;
  isEffective: boolean;
  rows: number;
};

/**
 * Charges added up to statements, and in each to one row for each day, name, category, vendor and investment; corrections
 * stay apart.
 *
 * What is held grows with the rows of the statements, not with those of the file.
 */
export class Statements {
  readonly #sums = new Map<string, Map<string, Sum>>();

  add(charge: Charge): void {
    const { key, on, rawName, category, vendor, investment, isCorrection } = charge;
    const sums = this.#sums.get(key) ?? new Map<string, Sum>();
    this.#sums.set(key, sums);
    const row = JSON.stringify([on, rawName, category ?? null, vendor ?? null, investment ?? null, isCorrection]);
    const sum = sums.get(row) ?? newSum(charge);
    sums.set(row, sum);
    sum.billed.add(charge.billed);
    if (charge.effective !== undefined) {
      sum.effective.add(charge.effective);
      sum.isEffective = true;
    }
    sum.rows++;
  }

  /** The statements as records, in the order of their keys; `tieOf` says which sum of the file a currency goes into. */
  records(tieOf: (currency: string) => number): FoundRecord[] {
    return [...this.#sums.values()]
      .map((sums) =>
        recordOf(
          [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum),
          tieOf,
        ),
      )
      .filter((record) => record !== undefined)
      .sort((a, b) => (String(a.body.key) < String(b.body.key) ? -1 : 1));
  }
}

const newSum = (charge: Charge): Sum => ({
  charge,
  billed: new ExactSum(),
  effective: new ExactSum(),
  isEffective: false,
  rows: 0,
});

const recordOf = (sums: readonly Sum[], tieOf: (currency: string) => number): FoundRecord | undefined => {
  const [first] = sums;
  if (!first) return undefined;
  const { key, name, source, from, to, currency } = first.charge;
  const total = new ExactSum();
  for (const { billed } of sums) total.add(billed.total);
  const rows = sums.reduce((sum, each) => sum + each.rows, 0);
  return {
    kind: 'spend-statement',
    body: {
      key,
      name,
      source,
      from,
      to,
      currency,
      billed: total.total,
      rows: sums.map(rowOf),
    },
    place: {},
    rows,
    counts: [{ tie: tieOf(currency), amount: total.total, rows }],
  };
};

const rowOf = ({ charge, billed, effective, isEffective, rows }: Sum) => ({
  on: charge.on,
  rawName: charge.rawName,
  ...(charge.investment === undefined ? {} : { investment: charge.investment }),
  billed: billed.total,
  ...(isEffective ? { effective: effective.total } : {}),
  ...(charge.category === undefined ? {} : { category: charge.category }),
  ...(charge.vendor === undefined ? {} : { vendor: charge.vendor }),
  ...(charge.isCorrection ? { correction: true } : {}),
  fileRows: rows,
});
