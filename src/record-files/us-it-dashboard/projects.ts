import { differenceOf } from '#model/decimal.ts';
import { compareDecimals, type Decimal } from '#model/money.ts';
import { type Stated, statedAmount, statedDay } from '../cells/stated.ts';
import type { FoundRecord } from '../define.ts';
import { ofMillions } from '../reading/millions.ts';
import type { NamedRow } from '../reading/named-table.ts';
import type { Remarks } from '../reading/remarks.ts';
import { Tally } from '../reading/tally.ts';
import { Stubs } from './stubs.ts';
import { type DashboardTable, investmentColumn } from './table.ts';

/**
 * The projects of an investment as they were published until 2013: with what was planned, and what is projected or was spent.
 *
 * A cost of 0 for a project that was to cost something is an unknown one: taken as it stands it would be a saving of all of
 * it. A projected or actual day is taken as actual where the row was last changed on that day or later.
 */
export const projectsWithCosts: DashboardTable = {
  title: 'projects, planned and actual',
  marks: ['Planned Cost ($ M)', 'Projected/Actual Cost ($ M)'],
  open: ({ remarks }) => {
    const stubs = new Stubs();
    const planned = new Tally('Planned Cost', 'USD million');
    const actual = new Tally('Projected/Actual Cost', 'USD million');
    const variance = new Tally('Cost Variance, as planned − projected or actual', 'USD million');
    return {
      row: (row) => {
        const cost = statedAmount(row.cell('Planned Cost ($ M)'));
        const spent = statedAmount(row.cell('Projected/Actual Cost ($ M)'));
        const unknown = isUnknown(cost, spent);
        if (unknown)
          remarks.add('Projected/Actual Cost is 0 although something was planned: taken as not known', at(row));
        late(row, remarks);
        vary(row, variance, cost, spent);
        return [
          ...stubs.investment(row),
          {
            kind: 'initiative',
            body: {
              ...project(row),
              ...days(row),
              ...(cost.is === 'value' ? { plannedCost: dollars(cost.value) } : {}),
              ...(spent.is === 'value' && !unknown ? { costAtCompletion: dollars(spent.value) } : {}),
            },
            place: { row: row.row },
            counts: [...counted(0, planned, cost), ...(unknown ? unknownIn(actual) : counted(1, actual, spent))],
          },
          belongs(row),
        ];
      },
      ties: () => [planned.tie, actual.tie, variance.tie],
    };
  },
};

/** The projects as they were published from 2015 on: with one cost and a state, and how far they are off in days and money. */
export const projectsWithState: DashboardTable = {
  title: 'projects and their state',
  marks: ['Project Life Cycle Cost', 'Project Status'],
  open: ({ remarks }) => {
    const stubs = new Stubs();
    const planned = new Tally('Project Life Cycle Cost', 'USD million');
    return {
      row: (row) => {
        const cost = statedAmount(row.cell('Project Life Cycle Cost'));
        late(row, remarks);
        return [
          ...stubs.investment(row),
          {
            kind: 'initiative',
            body: {
              ...project(row),
              ...spanned(row, 'Completion Date'),
              status: states.get(row.text('Project Status')),
              ...(cost.is === 'value' ? { plannedCost: dollars(cost.value) } : {}),
            },
            place: { row: row.row },
            counts: counted(0, planned, cost),
          },
          belongs(row),
        ];
      },
      ties: () => [planned.tie],
    };
  },
};

const states = new Map([
  ['Future', 'approved'],
  ['In-progress', 'active'],
  ['Completed', 'done'],
]);

const keyOf = (row: NamedRow): string => `project-${row.text('Project ID')}`;

const project = (row: NamedRow) => {
  const note = row.text('Project Description') || row.text('Objectives / Expected Outcomes');
  return {
    key: keyOf(row),
    name: row.text('Project Name'),
    deliveryModel: 'project',
    origin: `US IT dashboard, project ${row.text('Project ID')} of investment ${row.text(investmentColumn)}`,
    ...(note === '' ? {} : { note }),
  };
};

const belongs = (row: NamedRow): FoundRecord => ({
  kind: 'chain-link',
  body: {
    giver: { investment: row.text(investmentColumn) },
    receiver: { initiative: keyOf(row) },
    grade: 'B',
    rationale:
      'The dashboard lists the project under this investment; which share of its money went there it does not say.',
  },
  place: { row: row.row },
});

const spanned = (row: NamedRow, end: string) => {
  const start = statedDay(row.cell('Start Date'), 'month-first');
  const until = statedDay(row.cell(end), 'month-first');
  return {
    ...(start.is === 'value' ? { plannedStart: start.value } : {}),
    ...(until.is === 'value' ? { plannedEnd: until.value } : {}),
  };
};

const days = (row: NamedRow) => {
  const replanned = 'Planned Project Completion Date (B2)';
  const ended = statedDay(row.cell('Projected/Actual Project Completion Date (B2)'), 'month-first');
  const changed = statedDay(row.cell('Updated Date'), 'month-first');
  const isOver = ended.is === 'value' && changed.is === 'value' && ended.value <= changed.value;
  return {
    ...spanned(row, row.text(replanned) === '' ? 'Completion Date (B1)' : replanned),
    ...(isOver ? { actualEnd: ended.value } : {}),
  };
};

const isUnknown = (planned: Stated<Decimal>, spent: Stated<Decimal>): boolean =>
  planned.is === 'value' &&
  spent.is === 'value' &&
  compareDecimals(planned.value, '0') > 0 &&
  compareDecimals(spent.value, '0') === 0;

const dollars = (millions: Decimal) => ({ amount: ofMillions(millions), currency: 'USD' });

/** Counts one row into a sum, and says with how much. */
const counted = (tie: number, tally: Tally, stated: Stated<Decimal>) => {
  if (stated.is === 'value') return [{ tie, amount: tally.take(stated.value), rows: 1 }];
  tally.miss(stated);
  return [];
};

/** A cost that is not known adds nothing. */
const unknownIn = (tally: Tally): [] => {
  tally.miss('with 0 for what is not known');
  return [];
};

/** Holds the variance that a row states against the one its costs make. */
const vary = (row: NamedRow, tally: Tally, planned: Stated<Decimal>, spent: Stated<Decimal>): void => {
  const stated = statedAmount(row.cell('Cost Variance ($ M)'));
  if (stated.is !== 'value') tally.miss(stated);
  else if (planned.is !== 'value' || spent.is !== 'value') tally.leave(stated.value, 'of which a cost is not stated');
  else if (compareDecimals(differenceOf(planned.value, spent.value), stated.value) === 0) tally.take(stated.value);
  else tally.leave(stated.value, 'whose costs make another one');
};

/** What the dashboard itself counts as late or over cost, from the activities of a project, of which it publishes no more. */
const late = (row: NamedRow, remarks: Remarks): void => {
  const slip = statedAmount(row.cell('Schedule Variance (in days)'));
  if (slip.is === 'value' && compareDecimals(slip.value, '0') < 0) {
    remarks.add('late by the Schedule Variance (in days), which no field holds', at(row));
  }
  const cost = statedAmount(row.cell('Cost Variance ($ M)'));
  if (cost.is === 'value' && compareDecimals(cost.value, '0') < 0) {
    remarks.add('over cost by the Cost Variance ($ M)', at(row));
  }
};

const at = (row: NamedRow): string => `row ${row.row}, project ${row.text('Project ID')}`;
