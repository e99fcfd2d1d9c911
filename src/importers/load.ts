import { rm } from 'node:fs/promises';
import type { Engine } from '#engine/engine.ts';
import { join, type Sql, sql } from '#engine/sql.ts';
import type { Mapping } from '#mapping/mapping.ts';
import { peopleColumns } from '#mapping/people-columns.ts';
import { columnIn, content, leading, rawColumn, rawTable, timeColumns, visibleRows, word } from './raw.ts';

/** A part of a file's clean copy, ready to be loaded. */
export type CleanPart = { readonly path: string; readonly columns: readonly string[] };

/** What was read of a file, and how many of its rows were taken. */
export type CleanLog = {
  readonly columns: readonly string[];
  readonly total: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly blank: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly from: number | null;
  readonly until: number | null;
};

/** A row that was not taken, and why. What it held is never shown where it names a person. */
export type Reject = {
  readonly row: number;
  readonly line: number;
  readonly column?: string | undefined;
  readonly found: string;
  readonly expected: string;
  readonly code: string;
};

export type LoadRequest<Log extends CleanLog = CleanLog> = {
  readonly source: string;
  readonly file: string;
  readonly mapping: Mapping;
  /** The fingerprint of those parts of the mapping that decide how rows are read. */
  readonly reading: string;
  /** Reads the file: hands over each part of its clean copy once it is written, the first as soon as it can. */
  readonly read: (onPart: (part: CleanPart) => void) => Promise<Log>;
  /** Those that the reading has found, once it has ended. */
  readonly rejects: readonly Reject[];
  readonly importedAt: string;
  /** When the file was last written, in ms: with its size, how a later look knows that it is the same. */
  readonly modified: number;
  /** The run whose rows these take the place of. */
  readonly replaces?: number | undefined;
};

/** How many of a run's rows were not there yet, are held by another run too, or gave way to a row of the same key. */
export type Fates = { readonly new: number; readonly known: number; readonly superseded: number };

export type RowFate = { readonly row: number; readonly fate: keyof Fates };

/** What a run that takes the place of another changes: identities that both hold, that came, that went. */
export type Difference = { readonly kept: number; readonly added: number; readonly removed: number };

export type Loaded<Log extends CleanLog = CleanLog> = {
  readonly clean: Log;
  readonly runId: number;
  readonly fates: Fates;
  readonly difference: Difference | null;
  readonly rows: readonly RowFate[];
  /** Nothing was changed, because nothing would be left of the run to be replaced. */
  readonly refused: boolean;
};

type LoadOptions = {
  readonly dryRun?: boolean;
  readonly rows?: boolean;
  /** Turns back where the run to be replaced has rows, and not one row of the file was accepted. */
  readonly spare?: boolean;
};

/**
 * Reads a file and takes it into the evidence, whole or not at all; parts are loaded while others are still being read.
 *
 * Everything happens in one transaction: a process that dies in the middle leaves the evidence as it was. A dry run goes
 * the same way and turns back at the end, so that what it says is what would happen.
 */
export const load = async <Log extends CleanLog>(
  engine: Engine,
  request: LoadRequest<Log>,
  { dryRun = false, rows = false, spare = false }: LoadOptions = {},
): Promise<Loaded<Log>> => {
  let loaded: Loaded<Log> | undefined;
  try {
    await engine.transaction(async () => {
      const taken = await takeIn(engine, request, rows);
      const refused = spare && taken.clean.accepted === 0 && (taken.difference?.removed ?? 0) > 0;
      loaded = { ...taken, refused };
      if (dryRun || refused) throw turnBack;
    });
  } catch (error) {
    if (error !== turnBack) throw error;
  }
  if (!loaded) throw new Error(`${request.file}: nothing came of loading it`);
  return loaded;
};

const turnBack = new Error('nothing is to be kept');

const takeIn = async <Log extends CleanLog>(
  engine: Engine,
  request: LoadRequest<Log>,
  rows: boolean,
): Promise<Omit<Loaded<Log>, 'refused'>> => {
  const runId = await nextRun(engine);
  const { clean, sourceId } = await readAndInsert(engine, request, runId);
  await insertRun(engine, request, clean, sourceId, runId);
  await insertRejects(engine, runId, request.rejects);
  const keyed = request.mapping.key !== undefined;
  const distinct = !keyed && (await numberCopies(engine, sourceId, runId));
  const difference = request.replaces === undefined ? null : await compare(engine, sourceId, runId, request.replaces);
  if (request.replaces !== undefined) {
    await removeRows(engine, sourceId, request.replaces, 'replaced');
    // What was read otherwise may have been read in clear: a column that is known to hold people by now.
    const readOtherwise = await wasReadOtherwise(engine, request.replaces, request.reading);
    if (readOtherwise || (difference?.removed ?? 0) > 0) await markUnswept(engine);
  }
  const alone = await isAlone(engine, sourceId, runId);
  const look = request.replaces === undefined ? twiceWith(sourceId, runId, { keyed, alone }) : anyTwice(sourceId);
  await markOverlap(engine, sourceId, look);
  await engine.run(sql`update source set distinct_content = ${distinct && alone} where source_id = ${sourceId}`);
  const fates = await fatesOf(engine, { sourceId, runId, accepted: clean.accepted, mapping: request.mapping }, rows);
  return { clean, runId, difference, ...fates };
};

const compare = async (engine: Engine, sourceId: number, runId: number, replaced: number): Promise<Difference> => {
  const table = rawTable(sourceId);
  const of = (run: number): Sql => sql`(select distinct identity, copy, tie from ${table} where run_id = ${run})`;
  const both = await engine.one<{ kept: number; fresh: number; old: number }>(sql`
    select (select count(*)::double from ${of(runId)} as a join ${of(replaced)} as b using (identity, copy, tie)) as kept,
           (select count(*)::double from ${of(runId)}) as fresh, (select count(*)::double from ${of(replaced)}) as old`);
  const { kept = 0, fresh = 0, old = 0 } = both ?? {};
  return { kept, added: fresh - kept, removed: old - kept };
};

const fatesOf = async (
  engine: Engine,
  {
    sourceId,
    runId,
    accepted,
    mapping,
  }: { readonly sourceId: number; readonly runId: number; readonly accepted: number; readonly mapping: Mapping },
  wanted: boolean,
): Promise<{ fates: Fates; rows: RowFate[] }> => {
  const source = await engine.one<{ columns: string[]; overlapping: boolean }>(
    sql`select columns, overlapping from source where source_id = ${sourceId}`,
  );
  if (!source?.overlapping && !wanted) return { fates: { new: accepted, known: 0, superseded: 0 }, rows: [] };
  const table = rawTable(sourceId);
  const counting = visibleRows({ sourceId, columns: source?.columns ?? [], overlapping: true }, mapping);
  const fated = sql`
    select own.row_no::double as "row",
           case when shown.tie <> own.tie or (shown.run_id = own.run_id and shown.row_no <> own.row_no) then 'superseded'
                when exists (select 1 from ${table} as other where other.run_id <> ${runId}
                             and other.identity = own.identity and other.copy = own.copy) then 'known'
                else 'new' end as fate
    from ${table} as own
    join (select run_id, row_no, identity, copy, tie from ${counting}) as shown
      on shown.identity = own.identity and shown.copy = own.copy
    where own.run_id = ${runId}`;
  const counts = await engine.one<{ fresh: number; known: number; superseded: number }>(sql`
    select count(*) filter (where fate = 'new')::double as fresh, count(*) filter (where fate = 'known')::double as known,
           count(*) filter (where fate = 'superseded')::double as superseded
    from (${fated})`);
  const rows = wanted ? await engine.all<RowFate>(sql`select * from (${fated}) order by "row"`) : [];
  return { fates: { new: counts?.fresh ?? 0, known: counts?.known ?? 0, superseded: counts?.superseded ?? 0 }, rows };
};

/** Takes a run's rows out again; what other runs brought stays, also where they overlap. */
export const undo = (engine: Engine, runId: number): Promise<void> =>
  engine.transaction(async () => {
    const run = await engine.one<{ source_id: number }>(
      sql`select source_id from import_run where run_id = ${runId} and state = 'committed'`,
    );
    if (!run) return;
    await removeRows(engine, run.source_id, runId, 'undone');
    await markUnswept(engine);
    await markOverlap(engine, run.source_id, anyTwice(run.source_id));
  });

/** The setting that says that bytes of the file hold what its tables have lost, and must not. */
export const unswept = 'unswept';

const markUnswept = (engine: Engine): Promise<void> =>
  engine.run(sql`insert or replace into setting values (${unswept}, 'rows were taken out')`);

const wasReadOtherwise = async (engine: Engine, runId: number, reading: string): Promise<boolean> => {
  const run = await engine.one<{ reading: string }>(sql`select reading from import_run where run_id = ${runId}`);
  return run?.reading !== reading;
};

const removeRows = async (engine: Engine, sourceId: number, runId: number, state: string): Promise<void> => {
  await engine.run(sql`delete from ${rawTable(sourceId)} where run_id = ${runId}`);
  await engine.run(sql`delete from reject where run_id = ${runId}`);
  await engine.run(sql`update import_run set state = ${state} where run_id = ${runId}`);
};

const ensureSource = async (engine: Engine, key: string, columns: readonly string[]): Promise<number> => {
  const known = await engine.one<{ source_id: number; columns: string[] }>(
    sql`select source_id, columns from source where key = ${key}`,
  );
  if (!known) return createSource(engine, key, columns);
  const added = columns.filter((name) => !known.columns.includes(name));
  for (const [offset] of added.entries()) {
    const column = rawColumn(known.columns.length + offset);
    await engine.run(sql`alter table ${rawTable(known.source_id)} add column ${column} text`);
  }
  if (added.length > 0) await rename(engine, known.source_id, [...known.columns, ...added]);
  return known.source_id;
};

const rename = (engine: Engine, sourceId: number, columns: readonly string[]): Promise<void> =>
  engine.run(sql`update source set columns = ${textList(columns)} where source_id = ${sourceId}`);

const textList = (values: readonly string[]): Sql => sql`[${join(values.map((value) => sql`${value}`))}]::text[]`;

const createSource = async (engine: Engine, key: string, columns: readonly string[]): Promise<number> => {
  const next = await engine.one<{ id: number }>(sql`select coalesce(max(source_id), 0)::int + 1 as id from source`);
  const sourceId = next?.id ?? 1;
  const own = columns.map((_, position) => sql`, ${rawColumn(position)} text`);
  await engine.run(sql`create table ${rawTable(sourceId)} (
    run_id int not null, row_no bigint not null, copy int not null, identity uhugeint not null, tie ubigint not null,
    instant bigint not null, created bigint, promised bigint, needed_by bigint, role text${join(own, '')})`);
  await engine.run(
    sql`insert into source (source_id, key, columns, overlapping) values (${sourceId}, ${key}, ${textList(columns)}, false)`,
  );
  return sourceId;
};

const nextRun = async (engine: Engine): Promise<number> => {
  const next = await engine.one<{ id: number }>(sql`select coalesce(max(run_id), 0)::int + 1 as id from import_run`);
  return next?.id ?? 1;
};

const insertRun = (
  engine: Engine,
  request: LoadRequest,
  clean: CleanLog,
  sourceId: number,
  runId: number,
): Promise<void> =>
  engine.run(sql`insert into import_run values (
    ${runId}, ${sourceId}, ${request.file}, ${clean.sha256}, ${clean.bytes}, ${request.modified}, ${request.reading},
    ${clean.total}, ${clean.accepted}, ${clean.rejected}, ${clean.blank},
    epoch_ms(${clean.from}::bigint), epoch_ms(${clean.until}::bigint), ${request.importedAt}::timestamp, 'committed',
    ${request.replaces ?? null}, ${textList(peopleColumns(request.mapping))})`);

/** Inserts the parts of a file one after another while it is being read. Whatever fails, no part is left behind. */
const readAndInsert = async <Log extends CleanLog>(
  engine: Engine,
  request: LoadRequest<Log>,
  runId: number,
): Promise<{ clean: Log; sourceId: number }> => {
  let sourceId = 0;
  let inserting: Promise<unknown> = Promise.resolve();
  const insert = async (part: CleanPart): Promise<void> => {
    sourceId ||= await ensureSource(engine, request.source, part.columns);
    await insertPart(engine, request, part, sourceId, runId);
  };
  const clean = await request
    .read((part) => {
      inserting = inserting.then(() => insert(part)).finally(() => rm(part.path, { force: true }));
      // What fails is thrown where it is waited for.
      inserting.catch(() => undefined);
    })
    .finally(() => inserting);
  const loaded = await engine.one<{ rows: number }>(
    sql`select count(*)::int as rows from ${rawTable(sourceId)} where run_id = ${runId}`,
  );
  if (loaded?.rows !== clean.accepted) {
    throw new Error(`${request.file}: ${clean.accepted} rows were accepted, but ${loaded?.rows ?? 0} arrived`);
  }
  return { clean, sourceId };
};

const insertPart = async (
  engine: Engine,
  { mapping }: LoadRequest,
  { path, columns }: CleanPart,
  sourceId: number,
  runId: number,
): Promise<void> => {
  const stored = await engine.one<{ columns: string[] }>(sql`select columns from source where source_id = ${sourceId}`);
  const positions = columns.map((name) => stored?.columns.indexOf(name) ?? -1);
  const targets = positions.map((position) => sql`, ${rawColumn(position)}`);
  const people = peopleColumns(mapping);
  const kept = (name: string): Sql => word(`f${columns.indexOf(name) + 1}`);
  const field = columnIn(mapping, kept);
  // Columns in another order are the same columns.
  const sorted = [...columns, ...timeColumns(mapping).keys()].sort();
  // A list of changes keeps its people in the column that holds everybody's new value.
  const [named, anonymous] = [true, false].map((named) =>
    sorted.filter((name) => people.includes(name) === named).map(field),
  );
  await engine.runUnordered(sql`
    insert into ${rawTable(sourceId)} (run_id, row_no, copy, identity, tie, instant, created, promised, needed_by, role${join(targets, '')})
    select ${runId}, row_no, 1, ${identityOf(mapping.key?.map(field), named ?? [])}, (hash >> 64)::ubigint,
           instant::bigint, created::bigint, promised::bigint, needed_by::bigint, role${join(
             columns.map((name) => sql`, ${kept(name)}`),
             '',
           )}
    from (select *, md5_number(${content(anonymous ?? [])}) as hash from ${cleanRows(path, columns.length)})`);
};

/** What makes a row the same row: its key, or all it holds. The hash of the rest is there; of people alone it is soon done. */
const identityOf = (key: readonly Sql[] | undefined, people: readonly Sql[]): Sql => {
  if (key) return sql`md5_number(${content(key)})`;
  return people.length === 0 ? sql`hash` : sql`xor(hash, md5_number(${content([sql`'people'`, ...people])}))`;
};

const cleanRows = (path: string, columns: number): Sql => {
  // Times are texts at first: as such they are part of what a row holds.
  const types = [
    ...leading.map((name) => `'${name}': '${name === 'row_no' ? 'BIGINT' : 'VARCHAR'}'`),
    ...Array.from({ length: columns }, (_, position) => `'f${position + 1}': 'VARCHAR'`),
  ];
  return sql`read_csv(${path}, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
    new_line = '\\n', nullstr = '', columns = ${word(`{${types.join(', ')}}`)}, max_line_size = 8388608)`;
};

const insertRejects = async (engine: Engine, runId: number, rejects: readonly Reject[]): Promise<void> => {
  if (rejects.length === 0) return;
  const appender = await engine.appender('reject');
  for (const { row, line, column, found, expected, code } of rejects) {
    appender.appendInteger(runId);
    appender.appendBigInt(BigInt(row));
    appender.appendBigInt(BigInt(line));
    if (column === undefined) appender.appendNull();
    else appender.appendVarchar(column);
    appender.appendVarchar(found);
    appender.appendVarchar(expected);
    appender.appendVarchar(code);
    appender.endRow();
  }
  appender.closeSync();
};

/**
 * Equal rows of one file are numbered 1, 2, 3 …; hardly any row has a twin, so only those that agree in all but people are
 * sorted. Answers whether no two do.
 */
const numberCopies = async (engine: Engine, sourceId: number, runId: number): Promise<boolean> => {
  const table = rawTable(sourceId);
  // Rows that are not committed yet are read by one thread for each place in which a statement names them.
  const half = (odd: 0 | 1): Sql => sql`select tie from ${table} where run_id = ${runId} and row_no % 2 = ${odd}`;
  await engine.run(sql`create or replace temp table twin as
    select tie from (${half(0)} union all ${half(1)}) group by tie having count(*) > 1`);
  const twins = await engine.one<{ ties: number }>(sql`select count(*)::int as ties from twin`);
  const distinct = twins?.ties === 0;
  if (!distinct) {
    await engine.run(sql`update ${table} set copy = numbered.copy
      from (select row_no as twin_row, row_number() over (partition by identity order by row_no)::int as copy
            from ${table} where run_id = ${runId} and tie in (select tie from twin)) as numbered
      where run_id = ${runId} and row_no = twin_row and numbered.copy > 1`);
  }
  await engine.run(sql`drop table twin`);
  return distinct;
};

/** Remembers whether any row of a source is held twice, so that the rows of clean files are read without sorting. */
const markOverlap = async (engine: Engine, sourceId: number, look: Sql): Promise<void> => {
  await engine.run(sql`update source set overlapping = ${look} where source_id = ${sourceId}`);
};

/** Looks at all rows: where some were taken out, those that they met may stand alone now. */
const anyTwice = (sourceId: number): Sql =>
  sql`exists (select 1 from ${rawTable(sourceId)} group by identity, copy having count(*) > 1)`;

/**
 * Looks only at what one more run may have changed: a source that overlaps goes on to, and in any other the rows of the run
 * are held against the rest. Those of a run without a key were numbered apart.
 */
const twiceWith = (
  sourceId: number,
  runId: number,
  { keyed, alone }: { readonly keyed: boolean; readonly alone: boolean },
): Sql => {
  const table = rawTable(sourceId);
  const own = sql`(select identity, copy from ${table} where run_id = ${runId})`;
  const amongItself = keyed
    ? sql`exists (select 1 from ${own} group by identity, copy having count(*) > 1)`
    : sql`false`;
  const amongOthers = alone
    ? sql`false`
    : sql`exists (select 1 from ${table} semi join ${own} as own using (identity, copy) where run_id <> ${runId})`;
  return sql`overlapping or ${amongItself} or ${amongOthers}`;
};

/** Whether no other run of the source has rows. */
const isAlone = async (engine: Engine, sourceId: number, runId: number): Promise<boolean> => {
  const others = await engine.one<{ runs: number }>(sql`
    select count(*)::int as runs from import_run
    where source_id = ${sourceId} and state = 'committed' and run_id <> ${runId}`);
  return others?.runs === 0;
};
