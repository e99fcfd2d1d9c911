import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import type { UnreadValue } from '#model/unread-value.ts';

/** What decisions of each source are judged by and cannot be read, the most frequent first, with the first words of each kind. */
export const unreadValues = async (
  engine: Engine,
): Promise<ReadonlyMap<string, readonly (UnreadValue & { readonly found: string })[]>> => {
  const rows = await engine.all<{ source: string; value: UnreadValue & { readonly found: string } }>(sql`
    select source.key as source, {
             field: field, "column": "column", why: why, items: count(*)::double,
             file: arg_min(file, (run_id, row_no)), "row": arg_min(row_no, (run_id, row_no)),
             found: arg_min(found, (run_id, row_no))} as value
    from unread_value join source using (source_id) join import_run using (run_id)
    group by source.key, field, "column", why
    order by source, count(*) desc, field, why`);
  const bySource = Map.groupBy(rows, ({ source }) => source);
  return new Map([...bySource].map(([key, values]) => [key, values.map(({ value }) => value)]));
};
