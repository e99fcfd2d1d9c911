import { z } from 'zod';
import { Fault } from '#model/fault.ts';
import { decoded } from '../cells/decoded.ts';
import { delimitedTable } from '../cells/delimited.ts';
import type { FoundRecord, ReadFile, RecordFormat, RejectedRow } from '../define.ts';
import { mappingOf } from '../reading/mapping-of.ts';
import { type NamedTable, namedTable } from '../reading/named-table.ts';
import { Remarks } from '../reading/remarks.ts';
import { counting } from '../reading/tally.ts';
import { funding } from './funding.ts';
import { performanceByDate, performanceByYear } from './performance.ts';
import { projectsWithCosts, projectsWithState } from './projects.ts';
import { ratings, rebaselines } from './ratings.ts';
import { type Context, type DashboardTable, investmentColumn } from './table.ts';

const tables: readonly DashboardTable[] = [
  projectsWithCosts,
  projectsWithState,
  funding,
  ratings,
  rebaselines,
  performanceByYear,
  performanceByDate,
];

const Mapping = z.strictObject({
  budgetYear: z.int('a year such as 2013').min(1990, 'a year such as 2013').max(2100, 'a year such as 2013').optional(),
});

/**
 * Tables of the IT dashboard of the federal government of the United States, as CSV, one at a time.
 *
 * Each is told by its columns. They are joined by the identifiers of investments, projects and measures, so several tables,
 * and those of several years, make one portfolio in whatever order they come. Money is in millions of dollars. A mapping
 * `{budgetYear: 2013}` says which year BY means, where a table has PY, CY and BY.
 */
export const usItDashboard: RecordFormat = {
  id: 'us-it-dashboard',
  title: 'US IT dashboard',
  recognises: (_, head) => decoded(head).text.trimStart().replace(/^"/u, '').startsWith(investmentColumn),
  read: async ({ name, bytes, mapping, workspace }) => {
    const read = namedTable(delimitedTable(name, bytes));
    const table = tables.find(({ marks }) => marks.every((mark) => read.columns.includes(mark)));
    if (!table) throw new Fault('records-unreadable', { path: name, why: unread(read) });
    const { budgetYear } = mappingOf(Mapping, mapping);
    return readTable(table, read, { workspace, remarks: new Remarks(), budgetYear: () => budgetYear ?? unsaid() });
  },
};

const unread = ({ columns }: NamedTable): string =>
  `its columns (${columns.slice(5, 9).join(', ')} …) are of none of the tables that records are made of: ${tables.map(({ title }) => title).join(', ')}`;

const unsaid = (): never => {
  const expected = 'the budget year that the columns BY are of, such as {"budgetYear": 2013}';
  throw new Fault('input-refused', { field: 'mapping.budgetYear', found: 'nothing', expected });
};

const readTable = (table: DashboardTable, { rows }: NamedTable, context: Context): ReadFile => {
  const reader = table.open(context);
  const records: FoundRecord[] = [];
  const rejected: RejectedRow[] = [];
  for (const row of rows) {
    const uii = row.text(investmentColumn);
    const read = uii === '' ? unidentified(row.row) : reader.row(row);
    if ('expected' in read) rejected.push(read);
    else records.push(...read);
  }
  return {
    records: records.map(counting),
    rows: { total: rows.length, accepted: rows.length - rejected.length, rejected: rejected.length },
    rejected,
    ties: reader.ties(),
    remarks: context.remarks.list,
  };
};

const unidentified = (row: number): RejectedRow => ({
  place: { row, field: investmentColumn },
  found: 'nothing',
  expected: 'the identifier of an investment, such as 005-000001723',
});
