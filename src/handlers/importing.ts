import { rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ImportOutcome } from '#api/evidence.ts';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import type { Cleaned } from '#importers/define.ts';
import { sha256Of } from '#importers/file-hash.ts';
import { type CleanPart, type Loaded, load, type Reject } from '#importers/load.ts';
import type { Mapping } from '#mapping/mapping.ts';
import { peopleColumns } from '#mapping/people-columns.ts';
import { readingOf } from '#mapping/reading.ts';
import type { CheckedDocument } from '#workspace/check-document.ts';
import type { Source } from '#workspace/configuration.ts';
import { dataFolderOf, filesOf } from '#workspace/source-files.ts';
import { importerOf } from './importers.ts';
import { placedInMapping } from './mapping-place.ts';
import type { Room } from './room.ts';

type Run = {
  readonly run_id: number;
  readonly file: string;
  readonly bytes: number;
  readonly modified: number;
  readonly reading: string;
  readonly sha256: string;
  readonly state: 'committed' | 'undone';
  /** The columns of people that it was read by, where that is known. */
  readonly people: string[] | null;
};

/** A file of a source, and the run that already holds it, if there is one. */
export type Due = {
  readonly source: Pick<Source, 'key' | 'importer'>;
  readonly mapping: Mapping;
  /** Where the mapping is written, for what is wrong with it. */
  readonly map: CheckedDocument<Mapping>;
  readonly path: string;
  /** As it is named in the evidence: from the workspace's folder, so that a moved workspace still knows its files. */
  readonly file: string;
  readonly run: Run | undefined;
  /** The file's last run was undone by somebody: it stays out until it is imported on purpose. */
  readonly undone: boolean;
};

export type ImportOptions = { readonly dryRun?: boolean; readonly rows?: boolean };

/** The files of the sources that are new, or have changed since they were taken in, or are to be read differently. */
export const dueFiles = async (room: Room): Promise<Due[]> => {
  const files = await sourceFiles(room);
  return files.filter(isDue);
};

/** A file that somebody took out again is not due until it is imported on purpose. */
export const isDue = ({ mapping, run, path, undone }: Due): boolean => {
  if (undone) return false;
  if (!run || run.reading !== readingOf(mapping)) return true;
  const { size, mtimeMs } = statSync(path);
  return size !== run.bytes || mtimeMs !== run.modified;
};

/** Every file of the sources, or of one of them. */
export const sourceFiles = async (room: Room, sourceKey?: string): Promise<Due[]> => {
  const { configuration, folder } = room.workspace;
  const engine = await room.engine();
  const data = dataFolderOf(folder, configuration, room.surroundings.dataFolder);
  const due: Due[] = [];
  for (const source of configuration.sources) {
    if (sourceKey !== undefined && source.key !== sourceKey) continue;
    const runs = await runsOf(engine, source.key);
    for (const path of filesOf(source, folder, data)) {
      const file = relative(folder, path);
      const last = runs.find((run) => run.file === file);
      const undone = last?.state === 'undone';
      due.push({
        source,
        mapping: room.mappingOf(source),
        map: room.mapOf(source),
        path,
        file,
        run: undone ? undefined : last,
        undone,
      });
    }
  }
  return due;
};

export const runsOf = (engine: Engine, source: string): Promise<Run[]> =>
  engine.all<Run>(sql`
    select run_id, file, bytes::double as bytes, modified, reading, sha256, state, people
    from import_run join source using (source_id)
    where source.key = ${source} and state <> 'replaced'
    qualify row_number() over (partition by file order by run_id desc) = 1`);

/** Takes one file in, or says what taking it in would do. The clean copy it needs on the way holds pseudonyms only. */
export const importFile = async (room: Room, due: Due, options: ImportOptions = {}): Promise<ImportOutcome> => {
  const { path, mapping, map, file, source } = due;
  const { progress, signal } = room.surroundings;
  // One folder for all, because one process holds the workspace: what a killed one left goes first.
  const folder = join(room.state, 'clean');
  rmSync(folder, { recursive: true, force: true });
  const rejects: Reject[] = [];
  const { size, mtimeMs } = statSync(path);
  const read = (onPart: (part: CleanPart) => void): Promise<Cleaned> => {
    const cleaned = importerOf(source, path).normalise({
      path,
      mapping,
      pseudonym: room.pseudonym(),
      folder,
      onPart,
      onReject: (reject) => rejects.push(reject),
      onProgress: ({ bytes, rows }) => {
        signal?.throwIfAborted();
        progress(
          `reading ${file}: ${rows.toLocaleString('en')} rows, ${Math.floor((bytes / Math.max(1, size)) * 100)}%`,
        );
      },
    });
    return cleaned.catch((error: unknown) => {
      throw placedInMapping(error, map);
    });
  };
  try {
    if (due.run && due.run.reading === readingOf(mapping) && due.run.sha256 === (await sha256Of(path))) {
      const clean = await read(() => undefined);
      await (await room.engine()).run(
        sql`update import_run set modified = ${mtimeMs} where run_id = ${due.run.run_id}`,
      );
      return outcome(due, clean, rejects, undefined, 'unchanged');
    }
    const loaded = await load(
      await room.engine(),
      {
        source: source.key,
        file,
        mapping,
        reading: readingOf(mapping),
        read,
        rejects,
        importedAt: room.surroundings.now().toISOString(),
        modified: mtimeMs,
        replaces: due.run?.run_id,
      },
      { ...options, spare: due.run !== undefined && hidesAllPeople(due.run, mapping) },
    );
    return outcome(due, loaded.clean, rejects, loaded, doneWith(due, loaded, options));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Whether no column is one of people by now that was read in clear: rows of such a run must not stay. */
const hidesAllPeople = ({ reading, people }: Run, mapping: Mapping): boolean =>
  reading === readingOf(mapping) || (people !== null && peopleColumns(mapping).every((name) => people.includes(name)));

const doneWith = (
  { run }: Due,
  { refused }: Loaded,
  { dryRun = false }: ImportOptions,
): Exclude<ImportOutcome['what'], 'unchanged'> => {
  if (refused) return dryRun ? 'would-refuse' : 'refused';
  if (run) return dryRun ? 'would-replace' : 'replaced';
  return dryRun ? 'would-import' : 'imported';
};

const outcome = (
  { source, file, run }: Due,
  clean: Cleaned,
  rejects: readonly Reject[],
  loaded: Loaded | undefined,
  what: ImportOutcome['what'],
): ImportOutcome => ({
  source: source.key,
  file,
  run: runAfter(what, run, loaded),
  what,
  total: clean.total,
  accepted: clean.accepted,
  rejected: clean.rejected,
  blank: clean.blank,
  fates: loaded?.fates ?? { new: 0, known: clean.accepted, superseded: 0 },
  difference: loaded?.difference ?? null,
  from: clean.from === null ? null : new Date(clean.from).toISOString(),
  until: clean.until === null ? null : new Date(clean.until).toISOString(),
  warnings: [...clean.warnings],
  rejects: [...rejects],
  ...(loaded && loaded.rows.length > 0 ? { rows: allFates(loaded, rejects) } : {}),
});

/** The run that holds the file's rows once all is done. */
const runAfter = (what: ImportOutcome['what'], before: Run | undefined, loaded: Loaded | undefined): number | null => {
  if (what === 'would-import' || what === 'would-replace') return null;
  return (loaded?.refused ? undefined : loaded?.runId) ?? before?.run_id ?? null;
};

const allFates = (loaded: Loaded, rejects: readonly Reject[]): NonNullable<ImportOutcome['rows']> =>
  [...loaded.rows, ...rejects.map(({ row }) => ({ row, fate: 'rejected' as const }))].sort((a, b) => a.row - b.row);
