import { sumOfDecimals } from '#model/decimal.ts';
import { Fault } from '#model/fault.ts';
import { valueAt } from '../columns/cell-of.ts';
import { put } from '../columns/entry.ts';
import type { FoundRecord, RecordFormat, RejectedRow, Tie } from '../define.ts';
import { gridOf } from './grid.ts';
import { type LineRecord, recordsOfLine } from './line-records.ts';
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
    const mapping = mappingOf(name, given);
    const plans = plansOf(mapping);
    const grid = gridOf(name, bytes, mapping.file, headsIn(plans));
    const form = { ...mapping.file, fiscalYearStart: workspace.fiscalYearStart };
    const currency = mapping.file.currency ?? workspace.currency;
    const found: LineRecord[] = [];
    const rejected: RejectedRow[] = [];
    let lost = 0;
    const amounts: LineRecord['amounts'][number][] = [];
    for (const line of grid.lines) {
      const read = recordsOfLine(line, plans, form, currency);
      amounts.push(...read.records.flatMap((each) => each.amounts));
      if (read.rejected.length === 0) found.push(...read.records);
      else lost++;
      rejected.push(...read.rejected);
    }
    const total = grid.lines.length;
    const order = [...new Map(amounts.map(({ head, unit }) => [`${head} ${unit}`, { head, unit }])).values()];
    return {
      records: together(found).map((each) => counted(each, order)),
      rows: { total, accepted: total - lost, rejected: lost },
      rejected,
      ties: order.map((each) => tieOf(each, amounts, found)),
      remarks: grid.remarks,
    };
  },
};

const mappingOf = (path: string, given: unknown): TableMapping => {
  if (given === undefined || given === null)
    throw new Fault('records-unreadable', { path, why: 'a table needs a mapping, which says what its columns mean' });
  const { data, error } = TableMapping.safeParse(given);
  if (data) return data;
  const [issue] = error.issues;
  const field = ['mapping', ...(issue?.path ?? [])].join('.');
  throw new Fault('input-refused', { field, found: 'none that can be read', expected: issue?.message ?? 'another' });
};

type Together = { readonly record: FoundRecord; readonly amounts: LineRecord['amounts'] };

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

type Named = { readonly head: string; readonly unit: string };

const counted = ({ record, amounts }: Together, order: readonly Named[]): FoundRecord => {
  const counts = order.flatMap(({ head, unit }, tie) => {
    const own = amounts.flatMap((each) =>
      each.head === head && each.unit === unit && each.amount !== undefined ? [each.amount] : [],
    );
    return own.length === 0 ? [] : [{ tie, amount: sumOfDecimals(own), rows: own.length }];
  });
  return { ...record, counts };
};

/** A column of amounts as the file has it, against what of it went into records. */
const tieOf = (
  { head, unit }: Named,
  all: readonly LineRecord['amounts'][number][],
  found: readonly LineRecord[],
): Tie => {
  const own = all.filter((each) => each.head === head && each.unit === unit);
  const taken = found.flatMap(({ amounts }) => amounts).filter((each) => each.head === head && each.unit === unit);
  const sum = (list: typeof own): string => sumOfDecimals(list.flatMap(({ amount }) => amount ?? []));
  const lost =
    own.filter(({ amount }) => amount !== undefined).length - taken.filter(({ amount }) => amount !== undefined).length;
  const whys = Map.groupBy(
    own.filter(({ amount }) => amount === undefined),
    ({ why }) => why,
  );
  const rest = [
    ...[...whys].map(([why, list]) => ({ why, rows: list.length })),
    ...(lost === 0 ? [] : [{ why: 'in rows that cannot be read', rows: lost }]),
  ];
  return { what: head, unit, file: sum(own), taken: sum(taken), rows: own.length, rest };
};
