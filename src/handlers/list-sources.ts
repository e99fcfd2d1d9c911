import { statSync } from 'node:fs';
import { listSources, type SourceCard } from '#api/sources.ts';
import { type NamesOfKind, namesOf } from '#diagnosis/coverage.ts';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { unreadValues } from '#facts/unread.ts';
import { type Reconciled, reconciled } from '#importers/reconcile.ts';
import { lengthOf } from '#model/duration.ts';
import { Fault } from '#model/fault.ts';
import type { Source } from '#workspace/configuration.ts';
import { serve } from './define.ts';
import { importerOf } from './importers.ts';
import { type Due, isDue, sourceFiles } from './importing.ts';
import { refreshIfAny } from './refresh.ts';
import type { Room } from './room.ts';

/**
 * Files that are due are told, not taken in: whoever asks for a figure takes them in. Where none is, facts are brought up
 * to what mappings say, so that names are told as they are read now.
 */
export const answerListSources = serve(listSources, async (_, room) => {
  const { configuration } = room.workspace;
  const files = new Map<string, Looked>();
  for (const source of configuration.sources) files.set(source.key, await looked(room, source));
  const isAnyDue = [...files.values()].some(({ due, problem }) => problem !== null || due.some(isDue));
  if (!isAnyDue) await refreshIfAny(room);
  const engine = await room.engine();
  const now = room.surroundings.now();
  const held = await heldSources(engine);
  const [names, unread] = [await namesOf(engine), await unreadValues(engine)];
  const sources: SourceCard[] = [];
  for (const source of configuration.sources) {
    const own = held.find(({ key }) => key === source.key);
    const told = files.get(source.key) ?? { due: [], problem: null };
    sources.push({
      ...cardOf(source, told, own, now),
      rows: own ? await reconciled(engine, own, room.mappingOf(source)) : nothing,
      names: names.filter(({ id }) => id === own?.sourceId).map(namesToldOf),
      unread: [...(unread.get(source.key) ?? [])],
    });
  }
  return { timeZone: configuration.timeZone, now: now.toISOString(), sources };
});

type Looked = { readonly due: readonly Due[]; readonly problem: string | null };

/** The files of a source; a source whose files are gone says why, and keeps no other from being told. */
const looked = async (room: Room, source: Source): Promise<Looked> => {
  try {
    return { due: await sourceFiles(room, source.key), problem: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { due: [], problem: error.message };
  }
};

type Held = {
  readonly sourceId: number;
  readonly key: string;
  readonly columns: string[];
  readonly overlapping: boolean;
  readonly lastImport: string | null;
  readonly from: string | null;
  readonly until: string | null;
};

/** The sources of which any file was ever taken in, with when rows came last and from when they are. */
const heldSources = (engine: Engine): Promise<Held[]> =>
  engine.all<Held>(sql`
    select source_id as "sourceId", source.key, columns, overlapping,
           strftime(max(imported_at) filter (where state = 'committed'), '%Y-%m-%dT%H:%M:%SZ') as "lastImport",
           strftime(min(first_at) filter (where state = 'committed'), '%Y-%m-%dT%H:%M:%SZ') as "from",
           strftime(max(last_at) filter (where state = 'committed'), '%Y-%m-%dT%H:%M:%SZ') as until
    from source join import_run using (source_id) group by all`);

const nothing: Reconciled = { total: 0, accepted: 0, rejected: 0, blank: 0, counted: 0, known: 0, superseded: 0 };

const cardOf = (
  { key, name, path, importer, mapping, rhythm }: Source,
  { due, problem }: Looked,
  held: Held | undefined,
  now: Date,
): Omit<SourceCard, 'rows' | 'names' | 'unread'> => ({
  source: key,
  name: name ?? key,
  path,
  importer: importer ?? importerOf({ key }, due[0]?.path ?? path).id,
  mapping,
  files: due.map(fileOf),
  problem,
  lastImport: held?.lastImport ?? null,
  from: held?.from ?? null,
  until: held?.until ?? null,
  rhythm: rhythm ?? null,
  late: rhythm === undefined || held?.until == null ? null : now.getTime() - Date.parse(held.until) > msOf(rhythm),
});

const msOf = (rhythm: string): number => {
  const { days, seconds } = lengthOf(rhythm);
  return (days * 86_400 + seconds) * 1000;
};

const fileOf = (due: Due): SourceCard['files'][number] => {
  const { size, mtime } = statSync(due.path);
  return { file: due.file, bytes: size, modified: mtime.toISOString(), state: stateOf(due) };
};

const stateOf = (due: Due): SourceCard['files'][number]['state'] => {
  if (due.undone) return 'undone';
  if (!due.run) return 'new';
  return isDue(due) ? 'changed' : 'held';
};

const namesToldOf = ({ role, rows, mapped, unmapped }: NamesOfKind) => ({ kind: role, rows, mapped, unmapped });
