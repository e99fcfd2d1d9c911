import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import type { Mapping } from '#mapping/mapping.ts';
import { rawTable, visibleRows } from './raw.ts';

/** What became of the rows that were read: total = accepted + rejected, accepted = counted + known + superseded. */
export type Reconciled = {
  readonly total: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly blank: number;
  readonly counted: number;
  readonly known: number;
  readonly superseded: number;
};

type Stored = { readonly sourceId: number; readonly columns: readonly string[]; readonly overlapping: boolean };

/**
 * The rows of all files of a source that are held, against those that figures are made of.
 *
 * What was read is told by the imports, what counts by the rows themselves, so that the two would not meet if any were
 * lost. A row is superseded where another one of its key stands in its place, and known where the same came again.
 */
export const reconciled = async (engine: Engine, stored: Stored, mapping: Mapping): Promise<Reconciled> => {
  const read = await engine.one<Omit<Reconciled, 'counted' | 'known' | 'superseded'>>(sql`
    select coalesce(sum(total), 0)::double as total, coalesce(sum(accepted), 0)::double as accepted,
           coalesce(sum(rejected), 0)::double as rejected, coalesce(sum(blank), 0)::double as blank
    from import_run where source_id = ${stored.sourceId} and state = 'committed'`);
  const { total = 0, accepted = 0, rejected = 0, blank = 0 } = read ?? {};
  return { total, accepted, rejected, blank, ...(await fatesOf(engine, stored, mapping)) };
};

const fatesOf = async (
  engine: Engine,
  stored: Stored,
  mapping: Mapping,
): Promise<Pick<Reconciled, 'counted' | 'known' | 'superseded'>> => {
  const fates = await engine.one<{ counted: number; known: number; superseded: number }>(sql`
    with shown as (select run_id, row_no, identity, copy, tie from ${visibleRows(stored, mapping)})
    select (select count(*)::double from shown) as counted,
           (count(*) filter (where not twice))::double as known, (count(*) filter (where twice))::double as superseded
    from (
      select own.tie <> shown.tie or own.run_id = shown.run_id as twice
      from ${rawTable(stored.sourceId)} as own join shown using (identity, copy)
      where (own.run_id, own.row_no) <> (shown.run_id, shown.row_no) and ${stored.overlapping}
    )`);
  return fates ?? { counted: 0, known: 0, superseded: 0 };
};
