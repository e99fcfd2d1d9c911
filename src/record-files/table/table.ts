import { differenceOf, sumOfDecimals } from '#model/decimal.ts';
import { valueAt } from '../columns/cell-of.ts';
import { put } from '../columns/entry.ts';
import type { FoundRecord, RecordFormat, RejectedRow, Tie } from '../define.ts';
import { neededMapping } from '../reading/mapping-of.ts';
import { gridOf } from './grid.ts';
import { type Amount, type LineRecord, recordsOfLine } from './line-records.ts';
import { TableMapping } from './mapping.ts';
import { headsIn, plansOf } from './stated-fields.ts';

/**
 * A table of any shape, CSV or a sheet of a workbook, read as its mapping says: below titles, turned on its side, with amounts
 * as people write them and fiscal periods by name. One row may state several records.
 *
 * It never takes a file by itself: it has to be named, because nothing but its mapping tells what the columns mean.
 */
export const table: RecordFormat = {
  id: 'table',
  title: 'Table with a mapping (CSV, Excel)',
  recognises: () => false,
  read: async ({ name, bytes, mapping: given, workspace }) => {
    const mapping = neededMapping(TableMapping, given, { path: name, what: 'a table' });
    const plans = plansOf(mapping);
    const grid = gridOf(name, bytes, mapping.file, headsIn(plans));
    const form = { ...mapping.file, fiscalYearStart: workspace.fiscalYearStart };
    const currency = mapping.file.currency ?? workspace.currency;
    const found: LineRecord[] = [];
    const rejected: RejectedRow[] = [];
    let lost = 0;
    const amounts: Amount[] = [];
    for (const line of grid.lines) {
      const read = recordsOfLine(line, plans, form, currency);
      const stated = read.records.flatMap((each) => each.amounts);
      amounts.push(...(line.shifted ? stated.map((each) => unknownIn(each, currency)) : stated));
      const wrong = line.shifted ? [line.shifted] : read.rejected;
      if (wrong.length === 0) found.push(...read.records);
      else lost++;
      rejected.push(...wrong);
    }
    const total = grid.lines.length;
    const order = [...new Map(amounts.map((each) => [sumOf(each), each])).values()];
    return {
      records: together(found).map((each) => counted(each, order)),
      rows: { total, accepted: total - lost, rejected: lost },
      rejected,
      ties: tiesOf(order, amounts, found),
      remarks: grid.remarks,
    };
  },
};

/** Of a row whose cells stand in other columns nobody knows the amount, nor in which currency it would be. */
const unknownIn = (amount: Amount, currency: string): Amount => ({
  ...amount,
  unit: /^[A-Z]{3}$/u.test(amount.unit) ? amount.unit : currency,
  amount: undefined,
  why: 'in rows with more cells than heads',
});

type Together = { readonly record: FoundRecord; readonly amounts: readonly Amount[] };

/** Lines that add to lists of one record state it together; all else stands as its line states it. */
const together = (found: readonly LineRecord[]): Together[] => {
  const groups = new Map<string, LineRecord[]>();
  for (const each of found) {
    const { kind, body, place } = each.record;
    const key = each.plan.lists.length > 0 && kind === each.plan.kind ? body.key : undefined;
    const name = typeof key === 'string' ? `${kind} ${key}` : `${kind} #${place.row} ${groups.size}`;
    const known = groups.get(name);
    if (known) known.push(each);
    else groups.set(name, [each]);
  }
  return [...groups.values()].flatMap((group) => (group.length === 1 ? group : [joined(group)]));
};

const joined = (group: readonly LineRecord[]): Together => {
  const [first] = group;
  if (!first) throw new Error('a group of no lines');
  const body = structuredClone(first.record.body) as Record<string, unknown>;
  const parts: NonNullable<FoundRecord['parts']>[number][] = [];
  for (const { path } of first.plan.lists) {
    const entries: unknown[] = [];
    for (const { record } of group) {
      const own = valueAt(record.body, path);
      if (!Array.isArray(own)) continue;
      parts.push(...own.map((_, n) => ({ path: `${path.join('.')}[${entries.length + n}]`, place: record.place })));
      entries.push(...own);
    }
    if (entries.length > 0) put(body, path, entries);
  }
  return { record: { ...first.record, body, parts }, amounts: group.flatMap(({ amounts }) => amounts) };
};

/** The sum that an amount goes into: a column, as what it is read, in one unit. */
const sumOf = ({ head, as, unit }: Amount): string => JSON.stringify([head, as, unit]);

const counted = ({ record, amounts }: Together, order: readonly Amount[]): FoundRecord => {
  const bySum = Map.groupBy(amounts, sumOf);
  const counts = order.flatMap((sum, tie) => {
    const own = stated(bySum.get(sumOf(sum)) ?? []);
    return own.length === 0 ? [] : [{ tie, amount: sumOfDecimals(own), rows: own.length }];
  });
  return { ...record, counts };
};

const stated = (amounts: readonly Amount[]): string[] => amounts.flatMap(({ amount }) => amount ?? []);

/** Columns of amounts as the file has them, against what of them went into records. */
const tiesOf = (order: readonly Amount[], all: readonly Amount[], found: readonly LineRecord[]): Tie[] => {
  const ownOf = Map.groupBy(all, sumOf);
  const takenOf = Map.groupBy(
    found.flatMap(({ amounts }) => amounts),
    sumOf,
  );
  const uses = Map.groupBy(
    new Map(order.map((each) => [`${each.head} ${each.as}`, each])).values(),
    ({ head }) => head,
  );
  return order.map((sum) => {
    const what = uses.get(sum.head)?.length === 1 ? sum.head : `${sum.head}, as ${sum.as}`;
    return { what, unit: sum.unit, ...tieOf(ownOf.get(sumOf(sum)) ?? [], takenOf.get(sumOf(sum)) ?? []) };
  });
};

const tieOf = (own: readonly Amount[], taken: readonly Amount[]): Omit<Tie, 'what' | 'unit'> => {
  const [inFile, inRecords] = [stated(own), stated(taken)];
  const lost = inFile.length - inRecords.length;
  const sums = { file: sumOfDecimals(inFile), taken: sumOfDecimals(inRecords) };
  const whys = Map.groupBy(
    own.filter(({ amount }) => amount === undefined),
    ({ why }) => why,
  );
  const rest = [
    ...[...whys].map(([why, list]) => ({ why, rows: list.length })),
    ...(lost === 0
      ? []
      : [{ why: 'in rows that cannot be read', rows: lost, amount: differenceOf(sums.file, sums.taken) }]),
  ];
  return { ...sums, rows: own.length, rest };
};
