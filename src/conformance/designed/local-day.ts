import { join, type Sql, sql } from '#engine/sql.ts';
import { dayMs } from '#model/calendar/civil.ts';
import { offsetSpans } from '#model/calendar/zone-offsets.ts';
import type { Basis } from '../ground.ts';

/**
 * The number of the local day of an instant (an expression in ms): exact in the window and a day around it.
 *
 * Further away an instant near midnight may be counted to a neighbouring day, which no reading of the window tells apart.
 * To look up the ends of days instead takes several times as long on millions of visits.
 */
export const localDayOf = ({ span, context: { timeZone } }: Basis, at: Sql): Sql => {
  const spans = offsetSpans(timeZone, span.from - dayMs, span.until + dayMs);
  const last = spans.at(-1)?.offset ?? 0;
  const before = spans.slice(0, -1).map(({ until, offset }) => sql`when ${at} < ${until} then ${offset}`);
  const offset = before.length === 0 ? sql`${last}` : sql`case ${join(before, ' ')} else ${last} end`;
  return sql`floor((${at} + ${offset}) / ${dayMs})::int`;
};
