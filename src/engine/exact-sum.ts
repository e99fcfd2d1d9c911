import { type Sql, sql } from './sql.ts';

/**
 * The sum of a column of doubles, of whole millionths, so that it is the same in whatever order the rows are met.
 *
 * Doubles that are added up in another order differ in their last digits, and rows have no order. What comes behind `sum`,
 * such as a filter or a window, is told as it is.
 */
export const exactSum = (value: Sql, behind: Sql = sql``): Sql =>
  sql`((sum(round((${value}) * 1e6)::hugeint) ${behind})::double / 1e6)`;
