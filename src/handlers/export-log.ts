import { type ExportPlace, exportLog } from '#api/exports.ts';
import type { Engine } from '#engine/engine.ts';
import { identifier, join, type Sql, sql } from '#engine/sql.ts';
import type { ColumnKind, ExportLog, ExportRow } from '#exporters/define.ts';
import { exporters } from '#exporters/index.ts';
import { inOrder } from '#facts/carried.ts';
import { rolesAreTeams } from '#facts/names.ts';
import type { EvidenceSource } from '#facts/source.ts';
import { keptTimes, timeColumns } from '#importers/raw.ts';
import { Fault } from '#model/fault.ts';
import { momentOf } from './days.ts';
import { serve } from './define.ts';
import { refresh, undoneFiles } from './refresh.ts';
import type { Room } from './room.ts';
import { checkSource } from './sources.ts';

/** About how many rows a page has; an item is never cut. */
const pageRows = 50_000;
/** How many items are counted to fill a page. */
const pageItems = 50_000;

export const answerExportLog = serve(exportLog, async ({ source: key, asOf, format, from }, room) => {
  const { engine, source } = await sourceOf(room, key);
  const until = asOf === undefined ? undefined : momentOf(asOf, room.workspace.configuration.timeZone, 'as-of');
  return pageOf(engine, until === undefined ? source : rowsUntil(source, until), format, from);
});

/** A source as if its later rows did not exist, as facts take it that are made as of an instant. */
const rowsUntil = (source: EvidenceSource, instant: string): EvidenceSource => ({
  ...source,
  rows: sql`(select * from ${source.rows} where instant <= ${Date.parse(instant)}::double * 1000)`,
});

type Page = { readonly text: string; readonly rows: number; readonly next: ExportPlace | null };

/** A page of the rows of a source as a format writes them. */
export const pageOf = async (
  engine: Engine,
  source: EvidenceSource,
  format: string,
  from?: ExportPlace,
): Promise<Page> => {
  const exporter = exporters.find(({ id }) => id === format);
  if (!exporter) throw new Error(`nothing writes ${format}`);
  const columns = await columnsOf(engine, source);
  const kinds = from?.kinds ?? (await kindsOf(engine, source, columns));
  const log = logOf(source, columns, kinds);
  const until = await endOfPage(engine, source, from?.after);
  const rows = until === undefined ? [] : await rowsOf(engine, source, columns, from?.after, until);
  const last = until === undefined || rows.length === 0;
  const text = [
    from ? '' : exporter.head(log),
    exporter.rows(log, rows, from === undefined),
    last ? exporter.tail : '',
  ];
  return { text: text.join(''), rows: rows.length, next: last ? null : { after: until, kinds } };
};

const sourceOf = async (room: Room, key: string): Promise<{ engine: Engine; source: EvidenceSource }> => {
  checkSource(room, key);
  const { engine, sources } = await refresh(room);
  const source = sources.find((known) => known.key === key);
  if (!source) throw new Fault('no-evidence', { folder: room.folder, undone: await undoneFiles(room) });
  return { engine, source };
};

type Column = { readonly name: string; readonly value: Sql; readonly isTime: boolean };

/** The role of a person is known to the rows alone, since the name that it was told by is not kept. */
const roleColumn = 'org:role';

/** The columns of the files, item and times in front: those have no place among the stored ones. */
const columnsOf = async (engine: Engine, { sourceId, mapping, column }: EvidenceSource): Promise<Column[]> => {
  const stored = await engine.one<{ columns: string[] }>(sql`select columns from source where source_id = ${sourceId}`);
  const inFront = timeColumns(mapping);
  const times = new Set([...inFront.keys(), ...keptTimes(mapping)]);
  const names = new Set([mapping.columns.item, ...inFront.keys(), ...(stored?.columns ?? [])]);
  const columns = [...names].map((name) => ({ name, value: column(name), isTime: times.has(name) }));
  const withRoles = rolesAreTeams(mapping) && !names.has(roleColumn);
  return withRoles ? [...columns, { name: roleColumn, value: identifier('role'), isTime: false }] : columns;
};

/** What all values of each column are alike. */
const kindsOf = async (
  engine: Engine,
  { rows }: EvidenceSource,
  columns: readonly Column[],
): Promise<Record<string, ColumnKind>> => {
  const tests: readonly (readonly [ColumnKind, string])[] = [
    ['int', '-?(0|[1-9][0-9]{0,14})'],
    ['float', '-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,9})?'],
    ['boolean', 'true|false'],
  ];
  const texts = columns.filter(({ isTime }) => !isTime);
  const all = texts.flatMap(({ value }, place) =>
    tests.map(([kind, pattern]) => {
      const name = identifier(`${kind} ${place}`);
      return sql`coalesce(bool_and(regexp_full_match(${value}, ${pattern})), false) as ${name}`;
    }),
  );
  const found = all.length === 0 ? undefined : await engine.one(sql`select ${join(all)} from ${rows}`);
  const kindAt = (place: number): ColumnKind => tests.find(([kind]) => found?.[`${kind} ${place}`])?.[0] ?? 'text';
  return Object.fromEntries(
    columns.map((column): [string, ColumnKind] => [
      column.name,
      column.isTime ? 'time' : kindAt(texts.indexOf(column)),
    ]),
  );
};

const logOf = (
  { key, mapping }: EvidenceSource,
  columns: readonly Column[],
  kinds: Readonly<Record<string, ColumnKind>>,
): ExportLog => {
  const { item, at, activity, state, person, actor, team, lifecycle } = mapping.columns;
  const place = (name: string | undefined): number => columns.findIndex((column) => column.name === name);
  return {
    source: key,
    columns: columns.map(({ name }) => ({ name, kind: kinds[name] ?? 'text' })),
    item: place(item),
    at: place(at),
    activity: place(activity ?? state),
    person: place(person ?? actor),
    team: place(team ?? (rolesAreTeams(mapping) ? roleColumn : undefined)),
    lifecycle: place(lifecycle),
  };
};

/** The last item of the page behind an item, or undefined where there is none. */
const endOfPage = async (
  engine: Engine,
  { rows, column, mapping }: EvidenceSource,
  after: string | undefined,
): Promise<string | undefined> => {
  const item = column(mapping.columns.item);
  const page = await engine.one<{ until: string | null }>(sql`
    select max(key) as until from (
      select key, sum(n) over (order by key rows unbounded preceding) - n as before from (
        select ${item} as key, count(*) as n from ${rows} where ${behind(item, after)}
        group by 1 order by 1 limit ${pageItems}))
    where before < ${pageRows}`);
  return page?.until ?? undefined;
};

const behind = (item: Sql, after: string | undefined): Sql =>
  after === undefined ? sql`true` : sql`${item} > ${after}`;

const rowsOf = async (
  engine: Engine,
  source: EvidenceSource,
  columns: readonly Column[],
  after: string | undefined,
  until: string,
): Promise<ExportRow[]> => {
  const item = source.column(source.mapping.columns.item);
  const values = await engine.columns(sql`
    select ${join(columns.map(({ value }) => sql`${value}::text`))} from ${source.rows}
    where ${behind(item, after)} and ${item} <= ${until} order by ${item}, ${inOrder(source)}`);
  return Array.from({ length: values[0]?.length ?? 0 }, (_, row) =>
    values.map((column) => {
      const value = column[row];
      return typeof value === 'string' ? value : null;
    }),
  );
};
