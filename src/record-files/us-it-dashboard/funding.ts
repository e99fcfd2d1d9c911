import { sumOfDecimals } from '#model/decimal.ts';
import { compareDecimals, type Decimal } from '#model/money.ts';
import { statedAmount } from '../cells/stated.ts';
import { ofMillions } from '../reading/millions.ts';
import type { NamedRow } from '../reading/named-table.ts';
import type { Remarks } from '../reading/remarks.ts';
import { Tally } from '../reading/tally.ts';
import { Stubs } from './stubs.ts';
import { type DashboardTable, fiscalYear, investmentColumn } from './table.ts';

/** What money is for, each with its columns: `Omd` is operation and maintenance, `DME` development, modernisation, enhancement. */
const purposes = {
  planning: ['Planning Budgetary Resources'],
  development: ['DME Budgetary Resources', 'DME Government FTE Costs'],
  operation: ['Omd Budgetary Resources', 'Omd Government FTE Costs'],
} as const;
type Purpose = keyof typeof purposes;
const allPurposes = ['planning', 'development', 'operation'] as const satisfies readonly Purpose[];

/** The columns of a year, with how many years it lies before the budget year. */
const years = [
  { name: 'PY', before: 2 },
  { name: 'CY', before: 1 },
  { name: 'BY', before: 0 },
] as const;

/**
 * What each investment had in the prior year (PY), has in the current one (CY) and asks for in the budget year (BY).
 *
 * The agencies report PY as what was spent, CY and BY as plans: so PY becomes spend, on the last day of that fiscal year,
 * and the others budget. "PY1 and Prior" is the sum of years that nobody can tell apart any more and is not taken.
 *
 * The table does not say what an investment is for. Where at least half of its money is for operation it is taken as run,
 * else as transform.
 */
export const funding: DashboardTable = {
  title: 'funding by year and purpose',
  marks: ['Planning Budgetary Resources PY', 'Omd Budgetary Resources BY'],
  open: ({ budgetYear, remarks }) => {
    const stubs = new Stubs();
    const year = budgetYear();
    const tallies = years.map(({ name, before }) => new Tally(`${name} = fiscal year ${year - before}`, 'USD million'));
    return {
      row: (row) => {
        const sums = years.map(({ name }) => sumsIn(row, name, remarks));
        remarks.add('PY1 and Prior: money of several years, which has no place in a record', at(row));
        const [prior, ...planned] = sums;
        return [
          ...years.slice(1).flatMap(({ before }) => stubs.year(year - before)),
          {
            kind: 'investment',
            body: {
              key: row.text(investmentColumn),
              ...stating('name', row.text('Investment Title')),
              ...stating('note', row.text('Agency Name')),
              ...purposeOf(sums.filter((each) => each !== undefined)),
              budget: planned.flatMap((each, index) =>
                each === undefined
                  ? []
                  : [{ period: fiscalYear(year - 1 + index).key, amount: dollars(totalOf(each)) }],
              ),
              spend: allPurposes
                .filter((purpose) => prior !== undefined && compareDecimals(prior[purpose], '0') !== 0)
                .map((purpose) => ({
                  on: fiscalYear(year - 2).lastDay,
                  amount: dollars(prior?.[purpose] ?? '0'),
                  category: purpose,
                  sourceRow: `budget year ${year}, row ${row.row}`,
                })),
            },
            partial: { budget: ['period'], spend: ['on', 'category'] },
            place: { row: row.row },
            counts: tallies.flatMap((tally, tie) => counted(tie, tally, sums[tie])),
          },
        ];
      },
      ties: () => tallies.map(({ tie }) => tie),
    };
  },
};

type Sums = Readonly<Record<Purpose, Decimal>>;

/** A year of which a column is stated: its empty cells are nothing spent, as the purposes are one whole. */
const sumsIn = (row: NamedRow, year: string, remarks: Remarks): Sums | undefined => {
  let isStated = false;
  let isUnsure = false;
  const sum = (purpose: Purpose): Decimal =>
    sumOfDecimals(
      purposes[purpose].map((column) => {
        const stated = statedAmount(row.cell(`${column} ${year}`));
        isStated ||= stated.is === 'value';
        if (stated.is === 'unreadable') {
          isUnsure = true;
          remarks.add(
            `${column} ${year}: cannot be read, so its year is left out`,
            `${at(row)}: ${JSON.stringify(stated.text)}`,
          );
        }
        return stated.is === 'value' ? stated.value : '0';
      }),
    );
  const sums = { planning: sum('planning'), development: sum('development'), operation: sum('operation') };
  return isStated && !isUnsure ? sums : undefined;
};

const totalOf = (sums: Sums): Decimal => sumOfDecimals(allPurposes.map((purpose) => sums[purpose]));

const counted = (tie: number, tally: Tally, sums: Sums | undefined) => {
  if (sums !== undefined) return [{ tie, amount: tally.take(totalOf(sums)), rows: 1 }];
  tally.miss('that state none');
  return [];
};

const stating = (field: string, text: string) => (text === '' ? {} : { [field]: text });

const purposeOf = (sums: readonly Sums[]) => {
  const all = (purpose: Purpose): Decimal => sumOfDecimals(sums.map((each) => each[purpose]));
  const change = sumOfDecimals([all('planning'), all('development')]);
  const isRun = compareDecimals(all('operation'), change) >= 0;
  return isRun ? { basis: 'run', class: 'run' } : { basis: 'project', class: 'transform' };
};

const dollars = (millions: Decimal) => ({ amount: ofMillions(millions), currency: 'USD' });

const at = (row: NamedRow): string => `row ${row.row}, ${row.text(investmentColumn)}`;
