import type { FoundRecord, ReadRequest, RejectedRow, Tie } from '../define.ts';
import type { NamedRow } from '../reading/named-table.ts';
import type { Remarks } from '../reading/remarks.ts';

/** What the reading of a table leans on besides its rows. */
export type Context = {
  readonly workspace: ReadRequest['workspace'];
  /** The budget year (BY) the tables are of; CY is the year before and PY the one before that. */
  readonly budgetYear: () => number;
  readonly remarks: Remarks;
};

type RowReader = {
  readonly row: (row: NamedRow) => readonly FoundRecord[] | RejectedRow;
  readonly ties: () => readonly Tie[];
};

/** One of the tables of the dashboard: which columns only it has, and what a row of it says. */
export type DashboardTable = {
  readonly title: string;
  readonly marks: readonly string[];
  readonly open: (context: Context) => RowReader;
};

/** Every table names the investment in its first column. */
export const investmentColumn = 'Unique Investment Identifier';

/** The fiscal year of the federal government: it is called after the year in which it ends, on 30 September. */
export const fiscalYear = (year: number) => ({
  key: `us-fy-${year}`,
  name: `Fiscal year ${year}`,
  kind: 'year',
  from: `${year - 1}-10-01`,
  to: `${year}-10-01`,
  lastDay: `${year}-09-30`,
});
