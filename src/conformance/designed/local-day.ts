import { type Sql, sql } from '#engine/sql.ts';
import { dayMs } from '#model/calendar/civil.ts';
import { offsetAt, offsetSpans } from '#model/calendar/zone-offsets.ts';
import type { Basis } from '../ground.ts';

/**
 * The number of the local day of an instant (an expression in ms): exact in the window.
 *
 * Further away an instant near midnight may be counted to a neighbouring day, which no reading of the window tells apart.
 * To look up the ends of days instead takes several times as long on millions of visits.
 */
export const localDayOf = ({ span, context: { timeZone } }: Basis, at: Sql): Sql => {
  const [, ...changes] = offsetSpans(timeZone, span.from, span.until);
  const offset = changes.reduce(
    (before, change) => sql`case when ${at} < ${change.from} then ${before} else ${change.offset} end`,
    sql`${offsetAt(timeZone, span.from)}`,
  );
  return sql`floor((${at} + ${offset}) / ${dayMs})::int`;
};
