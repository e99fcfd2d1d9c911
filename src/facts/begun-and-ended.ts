import { type Sql, sql } from '#engine/sql.ts';
import type { EvidenceSource } from './source.ts';

/** What the columns are called in which such a source says the step in the life of an activity, and which go it is. */
const step = 'step of the row';
const go = 'go of the row';

/** More rows than a file has. */
const beyondRows = 2 ** 30;

/** The number of the row of the file that a row comes from. */
export const rowOfFile = sql`(row_no % ${beyondRows})`;

/**
 * A source whose rows tell when an activity began and when it ended, as one of rows that start and rows that complete it; any
 * other source as it is (docs/reference/evidence.md, "Activities").
 *
 * The row that starts has a number beyond those of all rows, so that each has one of its own.
 */
export const asStartsAndEnds = (source: EvidenceSource): EvidenceSource => {
  const { mapping, rows, column } = source;
  const { started } = mapping.columns;
  if (started === undefined) return source;
  const began = sql`try_cast(${column(started)} as bigint)`;
  const named: Readonly<Record<string, Sql>> = { [step]: sql`life_step`, [go]: sql`life_go` };
  return {
    ...source,
    mapping: { ...mapping, columns: { ...mapping.columns, lifecycle: step, instance: go } },
    column: (name) => named[name] ?? column(name),
    rows: sql`(
      select *, 'complete' as life_step, concat(run_id, ' ', row_no) as life_go from ${rows} union all
      select * replace (${began} as instant, row_no + ${beyondRows} as row_no), 'start', concat(run_id, ' ', row_no)
      from ${rows} where ${began} <= instant)`,
  };
};
