import { slugOf } from '#model/key.ts';
import { decoded } from '../cells/decoded.ts';
import { delimitedRows } from '../cells/delimited.ts';
import { lostAmount } from '../cells/money-in.ts';
import { statedAmount, statedDay } from '../cells/stated.ts';
import type { RecordFormat, RejectedRow } from '../define.ts';
import { mappingOf } from '../reading/mapping-of.ts';
import { headsIn, indexOf, type NamedRow, namedRow } from '../reading/named-table.ts';
import { Remarks } from '../reading/remarks.ts';
import { shiftedRow } from '../reading/shifted-row.ts';
import { type Charge, Statements } from '../reading/statements.ts';
import { Tally } from '../reading/tally.ts';
import { checkColumns } from './columns.ts';
import { investmentOf } from './investment-of.ts';
import { FocusMapping } from './mapping.ts';

/**
 * Cost and usage of clouds as FOCUS 1.0 to 1.4 has them, as CSV: each bill becomes a statement of spend.
 *
 * `BilledCost` is what was billed and goes into the ledger; `EffectiveCost` is what the use was worth and stands beside it,
 * never added to it. Rows are added up by month (or by day, as a mapping says) × sub-account × service; corrections of
 * earlier periods stay apart. Rows have no identity in FOCUS, so an account's billing period that is taken in again takes
 * the place of what stood. A mapping says which values of a column or a tag stand for which investment:
 * `{per: day, investment: {tag: application, values: {shop: online-shop}}}`; all else is unmapped.
 */
export const focus: RecordFormat = {
  id: 'focus',
  title: 'Cloud cost and usage (FOCUS)',
  recognises: (_, head) => {
    const { text } = decoded(head);
    return /\bBilledCost\b/u.test(text) && /\bChargePeriodStart\b/u.test(text);
  },
  read: async ({ name, bytes, mapping }) => {
    const asked = mappingOf(FocusMapping, mapping);
    const { rows, remarks } = delimitedRows(name, bytes);
    const bill = new Bill(name, asked);
    for (const row of rows) bill.take(row);
    return bill.read(remarks);
  },
};

/** A file on its way: what was read of it so far. */
class Bill {
  readonly #name: string;
  readonly #mapping: FocusMapping;
  readonly #statements = new Statements();
  readonly #billed = new Map<string, Tally>();
  readonly #effective = new Map<string, Tally>();
  readonly #remarks = new Remarks();
  readonly #rejected: RejectedRow[] = [];
  #places: ReadonlyMap<string, number> | undefined;
  #width = 0;
  #total = 0;

  constructor(name: string, mapping: FocusMapping) {
    this.#name = name;
    this.#mapping = mapping;
  }

  take(row: Parameters<typeof namedRow>[0]): void {
    if (this.#places === undefined) {
      const columns = headsIn(row);
      checkColumns(this.#name, columns);
      this.#places = indexOf(columns);
      this.#width = columns.length;
      return;
    }
    this.#total++;
    const named = namedRow(row, this.#places);
    const shifted = shiftedRow(row, this.#width);
    const charge = shifted ?? chargeIn(named, this.#mapping);
    if (!('expected' in charge)) this.#add(charge, row.row);
    else {
      this.#rejected.push(charge);
      this.#lose(named, shifted !== undefined);
    }
  }

  read(remarks: ReturnType<typeof delimitedRows>['remarks']) {
    const [billed, effective] = [[...this.#billed.keys()], [...this.#effective.keys()]];
    return {
      records: this.#statements.records((currency) => ({
        billed: billed.indexOf(currency),
        effective: billed.length + effective.indexOf(currency),
      })),
      rows: { total: this.#total, accepted: this.#total - this.#rejected.length, rejected: this.#rejected.length },
      rejected: this.#rejected,
      ties: [...this.#billed.values(), ...this.#effective.values()].map(({ tie }) => tie),
      remarks: [...remarks, ...this.#remarks.list],
    };
  }

  /** Counts what a rejected row states of its costs, each in the unit that it states, so that the sums of the file are whole. */
  #lose(row: NamedRow, isShifted: boolean): void {
    const currency = row.text('BillingCurrency') || 'no currency';
    const lose = (tallies: Map<string, Tally>, what: string, column: string): void => {
      const read = lostAmount(isShifted ? undefined : row.cell(column), { ...written, currency });
      const unit = isShifted ? (tallies.keys().next().value ?? currency) : read.unit;
      const tally = tallyOf(tallies, what, unit);
      if (read.amount !== undefined) tally.leave(read.amount, 'in rows that cannot be read');
      else tally.miss(isShifted ? 'in rows with more cells than heads' : 'that cannot be read');
    };
    lose(this.#billed, 'BilledCost', 'BilledCost');
    lose(this.#effective, effectiveCost, 'EffectiveCost');
  }

  #add(charge: Charge, row: number): void {
    this.#statements.add(charge);
    tallyOf(this.#billed, 'BilledCost', charge.currency).take(charge.billed);
    const effective = tallyOf(this.#effective, effectiveCost, charge.currency);
    if (charge.effective === undefined) effective.miss('that state none');
    else effective.take(charge.effective);
    if (charge.investment === undefined)
      this.#remarks.add('charges that no investment is named for: unmapped', `row ${row}`);
    if (charge.isCorrection)
      this.#remarks.add('corrections of earlier periods, kept beside what they correct', `row ${row}`);
  }
}

/** How the specification has amounts written. */
const written = { decimal: '.', powersOfTen: true } as const;

const effectiveCost = 'EffectiveCost, which is never added to it';

const tallyOf = (tallies: Map<string, Tally>, what: string, currency: string): Tally => {
  const tally = tallies.get(currency) ?? new Tally(what, currency);
  tallies.set(currency, tally);
  return tally;
};

/** A charge, or what of its row cannot be read. `NULL` is how some exports write nothing. */
const chargeIn = (row: NamedRow, { per, investment }: FocusMapping): Charge | RejectedRow => {
  const text = (column: string): string => (row.text(column) === 'NULL' ? '' : row.text(column));
  const refused = (field: string, expected: string): RejectedRow => ({
    place: { row: row.row, field },
    found: text(field) === '' ? 'nothing' : JSON.stringify(text(field)),
    expected,
  });
  const currency = text('BillingCurrency');
  if (!/^[A-Z]{3}$/u.test(currency))
    return refused('BillingCurrency', 'a currency code of three capital letters, such as USD');
  const form = { ...written, currency };
  const expected = `a decimal number in ${currency}, such as 12.34`;
  const billed = statedAmount(row.cell('BilledCost'), form);
  if (billed.is !== 'value') return refused('BilledCost', expected);
  const effective = statedAmount(row.cell('EffectiveCost'), form);
  if (effective.is === 'unreadable') return refused('EffectiveCost', expected);
  const day = (column: string): string | undefined => {
    const stated = statedDay(row.cell(column), 'month-first');
    return stated.is === 'value' ? stated.value : undefined;
  };
  const [from, to, on] = [day('BillingPeriodStart'), day('BillingPeriodEnd'), day('ChargePeriodStart')];
  const moment = 'a day or an instant, such as 2026-01-01T00:00:00Z';
  if (from === undefined) return refused('BillingPeriodStart', moment);
  if (to === undefined) return refused('BillingPeriodEnd', moment);
  if (on === undefined) return refused('ChargePeriodStart', moment);
  const account = text('BillingAccountId');
  if (account === '') return refused('BillingAccountId', 'the account that is billed');
  const provider = text('ServiceProviderName') || text('ProviderName') || 'unknown provider';
  const subAccount = text('SubAccountName') || text('SubAccountId') || 'no sub-account';
  return {
    ...statementOf(provider, account, from, currency),
    from,
    to,
    currency,
    on: per === 'day' ? on : `${on.slice(0, 7)}-01`,
    rawName: `${subAccount} / ${text('ServiceName') || 'no service'}`,
    category: text('ServiceCategory') || 'Other',
    vendor: provider,
    investment: investmentOf(row, investment),
    isCorrection: text('ChargeClass') === 'Correction',
    billed: billed.value,
    effective: effective.is === 'value' ? effective.value : undefined,
  };
};

/** The statement of an account's billing period. */
const statementOf = (provider: string, account: string, from: string, currency: string) => ({
  key: ['focus', slugOf(provider), tailOf(account), from, currency.toLowerCase()].join('.'),
  name: `${provider}, account ${account}, ${from}`,
  source: `FOCUS, ${provider}, account ${account}`,
});

/** Identifiers of accounts can be paths; two of them differ at their ends. */
const tailOf = (account: string): string =>
  slugOf((slugOf(account.replaceAll('.', '-')) ?? '').slice(-50)) ?? 'account';
