import { sumOfDecimals } from '#model/decimal.ts';
import type { Decimal } from '#model/money.ts';
import { valueAt } from '../columns/cell-of.ts';
import type { Column } from '../columns/column.ts';
import type { FoundRecord, Tie } from '../define.ts';
import type { ReadSheet } from './records.ts';

/** An amount of money that stands in a row: in which column and currency. */
type Amount = { readonly tie: string; readonly what: string; readonly unit: string; readonly amount: Decimal };

export type Tied = { readonly ties: readonly Tie[]; readonly records: readonly FoundRecord[] };

/**
 * The sums of every column of money by its currency, as the workbook has them and as they were taken, and with how much each
 * record goes into them.
 */
export const tied = (sheets: readonly ReadSheet[], records: readonly FoundRecord[]): Tied => {
  const amounts = new Map<string, Amount[]>();
  for (const { name, meaning, rows } of sheets) {
    const columns = moneyColumns(meaning.columns);
    if (columns.length === 0) continue;
    for (const { body, place } of rows) {
      const own = columns.flatMap((column) => amountIn(body, column, name));
      if (own.length > 0) amounts.set(placeText(place), own);
    }
  }
  const order = [...new Map([...amounts.values()].flat().map((each) => [each.tie, each])).values()];
  const taken = new Map<string, Amount[]>();
  const counted = records.map((record): FoundRecord => {
    const places = new Set([record.place, ...(record.parts ?? []).map(({ place }) => place)].map(placeText));
    const own = [...places].flatMap((place) => amounts.get(place) ?? []);
    for (const place of places) {
      const found = amounts.get(place);
      if (found) taken.set(place, found);
    }
    if (own.length === 0) return record;
    const byTie = Map.groupBy(own, ({ tie }) => tie);
    const counts = [...byTie].map(([tie, all]) => ({
      tie: order.findIndex((each) => each.tie === tie),
      amount: sumOfDecimals(all.map(({ amount }) => amount)),
      rows: all.length,
    }));
    return { ...record, counts };
  });
  const all = Map.groupBy([...amounts.values()].flat(), ({ tie }) => tie);
  const kept = Map.groupBy([...taken.values()].flat(), ({ tie }) => tie);
  return {
    records: counted,
    ties: order.map(({ tie, what, unit }) => {
      const [inFile, inRecords] = [all.get(tie) ?? [], kept.get(tie) ?? []];
      const left = inFile.length - inRecords.length;
      return {
        what,
        unit,
        file: sumOfDecimals(inFile.map(({ amount }) => amount)),
        taken: sumOfDecimals(inRecords.map(({ amount }) => amount)),
        rows: inFile.length,
        rest: left === 0 ? [] : [{ why: 'in rows that cannot be read', rows: left }],
      };
    }),
  };
};

/** Columns of amounts that have a currency beside them. */
const moneyColumns = (columns: readonly Column[]): Column[] =>
  columns.filter(({ path, holds }) => holds.type === 'decimal' && path.at(-1) === 'amount');

const amountIn = (body: unknown, { path, label }: Column, sheet: string): Amount[] => {
  const amount = valueAt(body, path);
  const currency = valueAt(body, [...path.slice(0, -1), 'currency']);
  if (typeof amount !== 'string') return [];
  const unit = typeof currency === 'string' ? currency : 'without a currency';
  const what = `${sheet}, ${label.replace(/: amount$/u, '')}`;
  return [{ tie: `${what} ${unit}`, what, unit, amount }];
};

const placeText = ({ sheet, row }: FoundRecord['place']): string => JSON.stringify([sheet, row]);
