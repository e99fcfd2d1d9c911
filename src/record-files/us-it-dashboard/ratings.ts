import { wallToUtc } from '#model/calendar/local.ts';
import { statedDay } from '../cells/stated.ts';
import type { NamedRow } from '../reading/named-table.ts';
import { Stubs } from './stubs.ts';
import { type Context, type DashboardTable, investmentColumn } from './table.ts';

const rating = { key: 'cio-evaluation', name: 'Evaluation of an investment by the CIO', decides: 'other' } as const;
const rebaseline = { key: 'rebaseline', name: 'Rebaseline of an investment', decides: 'approve-change' } as const;

/**
 * How the CIO of the agency rated an investment, from 1 (high risk) to 5 (low risk), each time he did.
 *
 * Each rating is a decision on record, made when it was raised: when it was asked for nobody says. Its type decides none of
 * what measures of decisions ask for, so that thousands of ratings do not pass for decisions to fund.
 */
export const ratings: DashboardTable = {
  title: 'evaluations by the CIO',
  marks: ['Evaluation (by Agency CIO)', 'CIO Rating ID'],
  open: (context) => {
    const stubs = new Stubs();
    return {
      row: (row) => {
        const at = momentOf(row, 'Rated Date (Updated Date)', 'Updated Time', context);
        const value = row.text('Evaluation (by Agency CIO)');
        if (at === undefined) return undated(row, 'Rated Date (Updated Date)');
        if (!/^[1-5]$/u.test(value))
          context.remarks.add('a rating that is not on the scale from 1 to 5', `${row.row}: ${value}`);
        return [
          ...stubs.decisionType(rating),
          ...stubs.investment(row),
          {
            kind: 'decision',
            body: {
              key: `cio-rating-${row.text('CIO Rating ID')}`,
              name: `CIO evaluation: ${value}`,
              type: rating.key,
              outcome: value,
              ...rest(row, 'Comments'),
              ...decided(row, at),
            },
            place: { row: row.row },
          },
        ];
      },
      ties: () => [],
    };
  },
};

/** Each time the baseline of an investment was changed, with the kind of change and the reason that was given. */
export const rebaselines: DashboardTable = {
  title: 'rebaselines',
  marks: ['Rebaseline Date', 'Baseline ID'],
  open: (context) => {
    const stubs = new Stubs();
    return {
      row: (row) => {
        const at = momentOf(row, 'Rebaseline Date', undefined, context);
        if (at === undefined) return undated(row, 'Rebaseline Date');
        return [
          ...stubs.decisionType(rebaseline),
          ...stubs.investment(row),
          {
            kind: 'decision',
            body: {
              key: `rebaseline-${row.text('Baseline ID')}`,
              name: `Rebaseline: ${row.text('Rebaseline Option')}`,
              type: rebaseline.key,
              outcome: row.text('Rebaseline Option'),
              ...rest(row, 'Comment'),
              ...decided(row, at),
            },
            place: { row: row.row },
          },
        ];
      },
      ties: () => [],
    };
  },
};

const decided = (row: NamedRow, at: string) => ({
  subject: { investment: row.text(investmentColumn) },
  raisedAt: at,
  decidedAt: at,
});

const rest = (row: NamedRow, column: string) => (row.text(column) === '' ? {} : { rationale: row.text(column) });

/** The moment of a row's day and time, in the zone of the workspace; midnight where the row has no time. */
const momentOf = (row: NamedRow, day: string, time: string | undefined, { workspace }: Context): string | undefined => {
  const stated = statedDay(row.cell(day), 'month-first');
  if (stated.is !== 'value') return undefined;
  const clock = time === undefined ? '' : row.text(time);
  const wall = Date.parse(`${stated.value}T${/^\d\d:\d\d:\d\d$/u.test(clock) ? clock : '00:00:00'}Z`);
  return new Date(wallToUtc(wall, workspace.timeZone).ms).toISOString();
};

const undated = (row: NamedRow, field: string) => ({
  place: { row: row.row, field },
  found: row.text(field) === '' ? 'nothing' : JSON.stringify(row.text(field)),
  expected: 'a day with its month first, such as 06/29/2009',
});
