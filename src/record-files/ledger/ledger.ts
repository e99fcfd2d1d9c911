import { slugOf } from '#model/key.ts';
import { type Cell, isBlank, shownAmount } from '../cells/cell.ts';
import { lostAmount } from '../cells/money-in.ts';
import { type DayOrder, statedAmount, statedDay } from '../cells/stated.ts';
import type { RecordFormat, RejectedRow } from '../define.ts';
import { neededMapping } from '../reading/mapping-of.ts';
import { textIn } from '../reading/named-table.ts';
import { Remarks } from '../reading/remarks.ts';
import { type Charge, Statements } from '../reading/statements.ts';
import { Tally } from '../reading/tally.ts';
import { gridOf, type Line } from '../table/grid.ts';
import { LedgerMapping } from './mapping.ts';

/**
 * A ledger of any shape, CSV or a sheet of a workbook: each month of it becomes a statement of spend.
 *
 * It has to be named, because nothing but its mapping tells what the columns mean:
 * `{source: Ledger, columns: {on: Posted, amount: Net, rawName: Cost centre}, investment: {column: Cost centre, values: {4711:
 * online-shop}}}`. A month that is taken in again takes the place of what stood. What no value is named for is unmapped.
 */
export const ledger: RecordFormat = {
  id: 'ledger',
  title: 'Ledger with a mapping (CSV, Excel)',
  recognises: () => false,
  read: async ({ name, bytes, mapping: given, workspace }) => {
    const mapping = neededMapping(LedgerMapping, given, { path: name, what: 'a ledger' });
    const named = [...Object.values(mapping.columns), mapping.investment?.column];
    const wanted = named.filter((column) => column !== undefined);
    const { lines, remarks: told } = gridOf(name, bytes, mapping.file, wanted);
    const statements = new Statements();
    const tallies = new Map<string, Tally>();
    const remarks = new Remarks();
    const rejected: RejectedRow[] = [];
    const usual = mapping.file.currency ?? workspace.currency;
    for (const line of lines) {
      const charge = line.shifted ?? chargeIn(line, mapping, usual);
      if ('expected' in charge) {
        rejected.push(charge);
        leave(line, tallies, mapping, usual);
        continue;
      }
      tallyOf(tallies, mapping, charge.currency).take(charge.billed);
      statements.add(charge);
      if (charge.investment === undefined)
        remarks.add('rows that no investment is named for: unmapped', charge.rawName);
    }
    const currencies = [...tallies.keys()];
    return {
      records: statements.records((currency) => ({ billed: currencies.indexOf(currency) })),
      rows: { total: lines.length, accepted: lines.length - rejected.length, rejected: rejected.length },
      rejected,
      ties: [...tallies.values()].map(({ tie }) => tie),
      remarks: [...told, ...remarks.list],
    };
  },
};

/** Counts the amount of a row that is rejected, as far as it states one: in its own unit, whatever the matter with it is. */
const leave = (line: Line, tallies: Map<string, Tally>, mapping: LedgerMapping, usual: string): void => {
  const { columns, file } = mapping;
  const currency = (columns.currency && textOf(line.cell(columns.currency))) ?? usual;
  const read = lostAmount(line.shifted ? undefined : line.cell(columns.amount), { decimal: file.decimal, currency });
  const tally = tallyOf(tallies, mapping, line.shifted ? usual : read.unit);
  if (read.amount === undefined)
    tally.miss(line.shifted ? 'in rows with more cells than heads' : 'that cannot be read');
  else tally.leave(read.amount, 'in rows that cannot be read');
};

const tallyOf = (tallies: Map<string, Tally>, { columns }: LedgerMapping, currency: string): Tally => {
  const tally = tallies.get(currency) ?? new Tally(columns.amount, currency);
  tallies.set(currency, tally);
  return tally;
};

const chargeIn = (
  line: Line,
  { file, source, per, columns, investment }: LedgerMapping,
  usual: string,
): Charge | RejectedRow => {
  const refused = (column: string, expected: string): RejectedRow => {
    const cell = line.cell(column);
    return {
      place: { ...line.place, field: column },
      found: cell === undefined || isBlank(cell) ? 'nothing' : shownAmount(cell),
      expected,
    };
  };
  const order: DayOrder = file.days === 'month-first' ? 'month-first' : 'day-first';
  const posted = line.cell(columns.on);
  const day = statedDay(posted, order);
  const isUnsure = file.days === 'year-first' && posted?.is === 'text' && !/^\d{4}/u.test(posted.text.trim());
  if (day.is !== 'value' || isUnsure) return refused(columns.on, `a day, ${file.days}`);
  const currency = columns.currency === undefined ? usual : (textOf(line.cell(columns.currency)) ?? '');
  const amount = statedAmount(line.cell(columns.amount), { decimal: file.decimal, currency });
  if (amount.is !== 'value')
    return refused(
      columns.amount,
      'an amount such as 1,029.78; "decimal" in the mapping says which sign stands before decimals',
    );
  const rawName = textOf(line.cell(columns.rawName));
  if (rawName === undefined) return refused(columns.rawName, 'the name that the money stands under');
  if (!/^[A-Z]{3}$/u.test(currency))
    return refused(columns.currency ?? '', 'a currency code of three capital letters, such as EUR');
  const month = day.value.slice(0, 7);
  const value = investment && textOf(line.cell(investment.column));
  return {
    key: ['ledger', slugOf(source) ?? 'ledger', month, currency.toLowerCase()].join('.'),
    name: `${source}, ${month}`,
    source,
    from: `${month}-01`,
    to: monthAfter(month),
    currency,
    on: per === 'day' ? day.value : `${month}-01`,
    rawName,
    category: columns.category && textOf(line.cell(columns.category)),
    vendor: columns.vendor && textOf(line.cell(columns.vendor)),
    investment:
      value !== undefined && Object.hasOwn(investment?.values ?? {}, value) ? investment?.values[value] : undefined,
    isCorrection: false,
    billed: amount.value,
    effective: undefined,
  };
};

const textOf = (cell: Cell | undefined): string | undefined =>
  cell === undefined || isBlank(cell) ? undefined : textIn(cell);

const monthAfter = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
};
