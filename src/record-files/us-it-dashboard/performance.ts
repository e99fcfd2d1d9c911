import { type Stated, statedAmount, statedDay } from '../cells/stated.ts';
import type { NamedRow } from '../reading/named-table.ts';
import { type DashboardTable, fiscalYear, investmentColumn } from './table.ts';

/**
 * Measures of performance as they were published until 2013: with a value of the prior year (PY), a target for the current
 * one (CY) and the most recent value.
 *
 * A prior year with target 0 and value 0 is one in which the measure was not yet taken. Of which day the baseline is the
 * table does not say, so it is not taken.
 */
export const performanceByYear: DashboardTable = {
  title: 'measures of performance by year',
  marks: ['Target for PY', 'Most Recent Actual Results'],
  open: ({ budgetYear, remarks }) => {
    const year = budgetYear();
    return {
      row: (row) => {
        const prior = statedAmount(row.cell('Actual for PY'));
        const untaken = isNought(prior) && isNought(statedAmount(row.cell('Target for PY')));
        if (untaken) remarks.add('a value of 0 for a year with target 0: taken as not measured', at(row));
        if (row.text('Baseline') !== '')
          remarks.add('a Baseline without its day, which has no place in a record', at(row));
        const updated = statedDay(row.cell('Updated Date'), 'month-first');
        const recent = updated.is === 'value' ? measured(row, 'Most Recent Actual Results', updated.value) : [];
        const before = untaken ? [] : measured(row, 'Actual for PY', fiscalYear(year - 2).lastDay);
        const apart = before.filter(({ on }) => recent.every((each) => each.on !== on));
        return [
          outcomeOf(row, {
            targetIn: 'Target for CY',
            on: fiscalYear(year - 1).lastDay,
            measurements: [...apart, ...recent],
          }),
        ];
      },
      ties: () => [],
    };
  },
};

/** Measures of performance as they were published from 2015 on: with targets of named years and the latest value with its day. */
export const performanceByDate: DashboardTable = {
  title: 'measures of performance by day',
  marks: ['Target 2015', 'Latest Actual Result Date'],
  open: ({ remarks }) => ({
    row: (row) => {
      const day = statedDay(row.cell('Latest Actual Result Date'), 'month-first');
      const measurements = day.is === 'value' ? measured(row, 'Latest Actual Result', day.value) : [];
      if (measurements.length === 0 && row.text('Latest Actual Result') !== '') {
        remarks.add('a latest value without its day, which is not taken', at(row));
      }
      return [outcomeOf(row, { targetIn: 'Target 2015', on: fiscalYear(2015).lastDay, measurements })];
    },
    ties: () => [],
  }),
};

type Told = {
  readonly targetIn: string;
  readonly on: string;
  readonly measurements: readonly { readonly on: string; readonly value: number; readonly source: string }[];
};

const outcomeOf = (row: NamedRow, { targetIn, on, measurements }: Told) => {
  const target = statedAmount(row.cell(targetIn));
  const unit = row.text('Unit of Measure');
  const sorted = [...measurements].sort((a, b) => (a.on < b.on ? -1 : 1));
  return {
    kind: 'outcome' as const,
    body: {
      key: keyOf(row),
      name: row.text('Metric Description'),
      origin: `US IT dashboard, investment ${row.text(investmentColumn)}`,
      ...(unit === '' ? {} : { unit }),
      ...(directions.has(row.text('Measurement Condition'))
        ? { direction: directions.get(row.text('Measurement Condition')) }
        : {}),
      ...(target.is === 'value' ? { target: { on, value: Number(target.value) } } : {}),
      measurements: sorted,
    },
    partial: { measurements: ['on'] },
    place: { row: row.row },
  };
};

const directions = new Map([
  ['Over target', 'up'],
  ['Under target', 'down'],
]);

const keyOf = (row: NamedRow): string => `metric-${row.text('Performance Metric ID')}`;

const measured = (row: NamedRow, column: string, on: string) => {
  const stated = statedAmount(row.cell(column));
  return stated.is === 'value' ? [{ on, value: Number(stated.value), source: column }] : [];
};

const isNought = (stated: Stated<string>): boolean => stated.is === 'value' && Number(stated.value) === 0;

const at = (row: NamedRow): string => `row ${row.row}, ${keyOf(row)}`;
