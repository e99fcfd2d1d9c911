import { type Sql, sql } from '#engine/sql.ts';
import { evidenceSources } from '#handlers/refresh.ts';
import type { Room } from '#handlers/room.ts';

type RawRows = { readonly rows: Sql; readonly column: (name: string) => Sql };

/** The rows of a workspace's only source as they were taken in, before anything is made of them. */
export const rawRows = async (room: Room): Promise<RawRows> => {
  const [source] = await evidenceSources(room, await room.engine());
  if (!source) throw new Error('no rows were taken in');
  return source;
};

/** The last row of each item, ties settled by a column of numbers. */
export const lastRows = ({ rows, column }: RawRows, item: string, order: string): Sql => sql`
  (select * from ${rows}
   qualify row_number() over (partition by ${column(item)}
     order by instant desc, try_cast(${column(order)} as int) desc, row_no desc) = 1)`;

/** Seconds since 1970 of a time: microseconds where the mapping declares it, else as the log writes it: 29/2/2016 01:16. */
export const secondsOf = (time: Sql): Sql =>
  sql`coalesce(try_cast(${time} as bigint) / 1e6, epoch(strptime(${time}, '%-d/%-m/%Y %H:%M')))`;
