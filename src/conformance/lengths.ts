import { type Sql, sql } from '#engine/sql.ts';

/** A length of time (an expression in seconds) in hours, a short one in minutes, and no finer from a hundred on; however short, it never reads as none. */
export const hoursText = (seconds: Sql): Sql => sql`
  case when ${seconds} >= 360000 then format('{:,.0f} hours', ${seconds} / 3600.0)
       when ${seconds} >= 3600 then printf('%.1f hours', ${seconds} / 3600.0)
       when ${seconds} >= 60 then printf('%d min', round(${seconds} / 60.0)::int)
       else 'under a minute' end`;

/** The same with long ones in days; of elapsed time only, since nobody agrees how long a day of working time is. */
export const daysText = (seconds: Sql): Sql => sql`
  case when ${seconds} >= 8640000 then format('{:,.0f} days', ${seconds} / 86400.0)
       when ${seconds} >= 86400 then printf('%.1f days', ${seconds} / 86400.0) else ${hoursText(seconds)} end`;

/** A length of time as its clock lets it be told. */
export const clockedText = (seconds: Sql, clock: Sql): Sql =>
  sql`case when ${clock} = 'elapsed' then ${daysText(seconds)} else ${hoursText(seconds)} end`;
