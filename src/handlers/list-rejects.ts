import { listRejects, type Reason } from '#api/sources.ts';
import { join, type Sql, sql } from '#engine/sql.ts';
import { serve } from './define.ts';
import { refreshIfAny } from './refresh.ts';
import { checkSource } from './sources.ts';

type Row = {
  readonly run: number;
  readonly file: string;
  readonly row: number;
  readonly line: number;
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
  readonly code: string;
};

export const answerListRejects = serve(listRejects, async ({ source, run, code, column, limit, offset }, room) => {
  checkSource(room, source);
  await refreshIfAny(room);
  const engine = await room.engine();
  const of = sql`reject join import_run using (run_id) join source using (source_id)
    where state = 'committed' and source.key = ${source} ${run === undefined ? sql`` : sql`and run_id = ${run}`}`;
  const chosen = sql`${of} ${join(
    [...(code === undefined ? [] : [sql`and code = ${code}`]), ...(column === undefined ? [] : [columnIs(column)])],
    ' ',
  )}`;
  const total = await engine.one<{ n: number }>(sql`select count(*)::double as n from ${chosen}`);
  const reasons = await engine.all<Reason>(sql`
    select field as "column", code, expected, count(*)::double as rows, arg_min(file, (run_id, line)) as file,
           arg_min(line, (run_id, line))::double as line
    from ${of} group by field, code, expected order by rows desc, code, "column", expected`);
  const rejects = await engine.all<Row>(sql`
    select run_id as run, file, row_no::double as "row", line::double as line, field as "column", found, expected, code
    from ${chosen} order by run_id desc, line, row_no, field limit ${limit} offset ${offset}`);
  return {
    total: total?.n ?? 0,
    reasons,
    rejects: rejects.map(({ column: named, ...row }) => ({ ...row, ...(named === null ? {} : { column: named }) })),
  };
});

/** The row as a whole has no column. */
const columnIs = (column: string): Sql => (column === '' ? sql`and field is null` : sql`and field = ${column}`);
