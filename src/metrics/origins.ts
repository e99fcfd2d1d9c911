import { sql } from '#engine/sql.ts';
import type { Window } from '#model/window.ts';
import type { Metric } from './define.ts';
import { boundsOf, type Ground } from './read.ts';

/** The rows of a metric by the source of their items; `others` are of no single item. */
type Origins = {
  readonly sources: readonly { readonly source: string; readonly rows: number }[];
  readonly others: number;
};

/** Which sources the rows behind a figure of a whole window come from, and how many of each. */
export const originsOf = async (ground: Ground, metric: Metric, window: Window): Promise<Origins> => {
  const relation = sql`(${metric.rows(boundsOf(ground, {}, window))})`;
  const columns = await ground.engine.all<{ column_name: string }>(sql`describe select * from ${relation}`);
  const hasSource = columns.some(({ column_name: name }) => name === 'source');
  const rows = await ground.engine.all<{ origin: string | null; rows: number }>(sql`
    select ${hasSource ? sql`source` : sql`null::text`} as origin, count(*)::double as rows
    from ${relation} group by 1 order by rows desc, 1`);
  return {
    sources: rows.flatMap(({ origin, rows: many }) => (origin === null ? [] : [{ source: origin, rows: many }])),
    others: rows.find(({ origin }) => origin === null)?.rows ?? 0,
  };
};
