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
  effectiveRows: number;
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
      sum.effectiveRows++;
    }
    sum.rows++;
  }

  /** The statements as records, in the order of their keys; `tiesOf` says which sums of the file a currency goes into. */
  records(tiesOf: TiesOf): FoundRecord[] {
    return [...this.#sums.values()]
      .map((sums) =>
        recordOf(
          [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum),
          tiesOf,
        ),
      )
      .filter((record) => record !== undefined)
      .sort((a, b) => (String(a.body.key) < String(b.body.key) ? -1 : 1));
  }
}

/** The places of the sums of a file that what was billed, and what it was worth, in a currency go into. */
type TiesOf = (currency: string) => { readonly billed: number; readonly effective?: number };

const newSum = (charge: Charge): Sum => ({
  charge,
  billed: new ExactSum(),
  effective: new ExactSum(),
  effectiveRows: 0,
  rows: 0,
});

const recordOf = (sums: readonly Sum[], tiesOf: TiesOf): FoundRecord | undefined => {
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
    counts: countsOf(sums, tiesOf(currency)),
  };
};

const countsOf = (
  sums: readonly Sum[],
  { billed, effective }: ReturnType<TiesOf>,
): NonNullable<FoundRecord['counts']> => {
  const worth = sums.filter(({ effectiveRows }) => effectiveRows > 0);
  const of = (tie: number, amounts: readonly ExactSum[], rows: readonly number[]) => {
    const sum = new ExactSum();
    for (const { total } of amounts) sum.add(total);
    return { tie, amount: sum.total, rows: rows.reduce((all, each) => all + each, 0) };
  };
  return [
    of(
      billed,
      sums.map((sum) => sum.billed),
      sums.map(({ rows }) => rows),
    ),
    ...(effective === undefined || worth.length === 0
      ? []
      : [
          of(
            effective,
            worth.map((sum) => sum.effective),
            worth.map(({ effectiveRows }) => effectiveRows),
          ),
        ]),
  ];
};

const rowOf = ({ charge, billed, effective, effectiveRows, rows }: Sum) => ({
  on: charge.on,
  rawName: charge.rawName,
  ...(charge.investment === undefined ? {} : { investment: charge.investment }),
  billed: billed.total,
  ...(effectiveRows > 0 ? { effective: effective.total } : {}),
  ...(charge.category === undefined ? {} : { category: charge.category }),
  ...(charge.vendor === undefined ? {} : { vendor: charge.vendor }),
  ...(charge.isCorrection ? { correction: true } : {}),
  fileRows: rows,
});
