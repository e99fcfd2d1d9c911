import type { ImportOutcome } from '#api/evidence.ts';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { buildFacts } from '#facts/build.ts';
import { spanOnRecord } from '#facts/record-facts.ts';
import type { EvidenceSource } from '#facts/source.ts';
import { columnsMissing, missingColumns } from '#importers/columns.ts';
import { evidenceOf, timeColumns } from '#importers/raw.ts';
import type { Mapping } from '#mapping/mapping.ts';
import type { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import type { DesignModel } from '#model/design-model.ts';
import { Fault, isFault } from '#model/fault.ts';
import { modelInForce } from '#model/model-in-force.ts';
import type { Window } from '#model/window.ts';
import { workingCalendarOf } from '#workspace/calendar.ts';
import type { CheckedDocument } from '#workspace/check-document.ts';
import type { Configuration } from '#workspace/configuration.ts';
import { type Applied, broughtUp } from './applying.ts';
import { readAt } from './as-of.ts';
import { startOfDay } from './days.ts';
import { generationOf, outsideOf } from './generation.ts';
import { dueFiles, importFile, sourceFiles } from './importing.ts';
import { placedInMapping } from './mapping-place.ts';
import { newerVersionNotices } from './newer-versions.ts';
import { noticesOf } from './notices.ts';
import type { Room } from './room.ts';

/** A workspace whose model, evidence and facts say what its files say. */
export type Standing = {
  readonly engine: Engine;
  readonly designs: readonly DesignModel[];
  readonly design: DesignModel;
  readonly calendar: WorkingCalendar;
  readonly sources: readonly EvidenceSource[];
  /** The instant at which figures are read, in ms. */
  readonly asOf: number;
  /** From the first row to just after the last, in whole local days; of records where no log was read. */
  readonly span: Window;
  /** Where files and store do not say the same, a sentence each. */
  readonly notices: readonly string[];
  /** What was taken in on the way to it, which is told once. */
  readonly imports: readonly ImportOutcome[];
};

/** What was last found on top of what stands, and in which state of all that it follows from. */
const found = new WeakMap<Applied, { readonly state: string; readonly standing: Standing }>();

/** What was found before, where the state is the same and the evidence was not closed meanwhile. */
const stillStanding = async (room: Room, applied: Applied): Promise<Standing | undefined> => {
  const last = found.get(applied);
  if (!last || room.triesOut || (await room.engine()) !== last.standing.engine) return undefined;
  return (await generationOf(room)).id === last.state ? last.standing : undefined;
};

/** Keeps what was found for whoever asks in the same state, unless that became another while it was looked for. */
const keep = async (room: Room, applied: Applied, outside: string, standing: Standing): Promise<void> => {
  if (room.triesOut || !room.isAsRead) return;
  const now = await generationOf(room);
  if (now.outside === outside && now.records === applied.known) found.set(applied, { state: now.id, standing });
};

/**
 * Brings everything up to what the files say, so that no figure ever speaks of an older state.
 *
 * Where figures are asked for as of an instant, facts of that instant are made for this one call; those that stand stay.
 */
export const refresh = async (room: Room, { asOf: asked }: { asOf?: string | undefined } = {}): Promise<Standing> => {
  const { progress, notice, now } = room.surroundings;
  const outside = outsideOf(room);
  const applied = await broughtUp(room);
  const still = asked === undefined ? await stillStanding(room, applied) : undefined;
  if (still) {
    still.notices.forEach(notice);
    return still;
  }
  const imports: ImportOutcome[] = [];
  for (const due of await dueFiles(room)) imports.push(await importFile(room, due));
  if (imports.length > 0) await room.sweep();
  const past = asked === undefined ? undefined : await readAt(room, applied, asked);
  const notices = [...noticesOf(applied), ...(past?.notices ?? [])];
  const engine = await (past ? room.tryOut() : room.engine());
  const sources = await evidenceSources(room, engine);
  const { configuration } = room.workspace;
  const { timeZone, strategicCut, currency } = configuration;
  const { models } = past ?? applied;
  const calendar = workingCalendarOf(configuration);
  const recorded = sources.length > 0 ? undefined : onRecord(models, configuration, past?.instant ?? now().getTime());
  if (sources.length === 0) {
    const undone = await undoneFiles(room);
    if (!recorded) throw new Fault('no-evidence', { folder: room.folder, undone });
    notices.push(noLogNotice(undone));
  }
  const once = imports.flatMap(newerVersionNotices);
  [...notices, ...once].forEach(notice);
  const input = { sources, designs: models, calendar, strategicCut, currency, asOf: past?.instant ?? recorded?.last };
  await buildFacts(engine, input, (way) => progress(doing[way]));
  const asOf = past?.instant ?? (await instantOfFigures(engine, now().getTime()));
  const standing: Standing = {
    engine,
    designs: models,
    design: modelInForce(models, asOf, timeZone),
    calendar,
    sources,
    asOf,
    span: await spanOf(engine, asOf, timeZone, recorded?.first),
    notices,
    imports: [],
  };
  if (!past) await keep(room, applied, outside, standing);
  return imports.length === 0 ? standing : { ...standing, notices: [...notices, ...once], imports };
};

/** Whether figures can be read at once: no file waits to be taken in, and facts of some rows stand. */
export const isBuilt = async (room: Room): Promise<boolean> => {
  if ((await dueFiles(room)).length > 0) return false;
  const made = await (await room.engine()).one(sql`select 1 from setting where key = 'as-of'`);
  return made !== undefined;
};

const doing = { rebuilt: 'building facts', updated: 'updating facts' } as const;

/** What is said beside figures of a workspace none of whose logs was read. */
const noLogNotice = (undone: readonly string[]): string => {
  const why = undone.length === 0 ? '' : ` (the import of ${undone.join(', ')} was undone)`;
  return `No log was read${why}: only what records tell has figures, up to the last instant on record.`;
};

const onRecord = (
  designs: readonly DesignModel[],
  { timeZone, strategicCut, currency }: Configuration,
  until: number,
) =>
  spanOnRecord({
    designs,
    model: modelInForce(designs, until, timeZone),
    timeZone,
    asOf: until,
    strategicCut,
    currency,
  });

/** The same; undefined for a workspace of which there is nothing to make a figure of yet. */
export const refreshIfAny = async (room: Room): Promise<Standing | undefined> => {
  try {
    return await refresh(room);
  } catch (error) {
    if (isFault(error, 'no-evidence')) return undefined;
    throw error;
  }
};

/** The same, for what only logs can answer. */
export const refreshLogs = async (room: Room, asked: { asOf?: string | undefined } = {}): Promise<Standing> => {
  const standing = await refresh(room, asked);
  if (standing.sources.length > 0) return standing;
  throw new Fault('no-evidence', { folder: room.folder, undone: await undoneFiles(room) });
};

export const undoneFiles = async (room: Room): Promise<string[]> =>
  (await sourceFiles(room)).filter(({ undone }) => undone).map(({ file }) => file);

/** The sources that have rows, as facts are made from them. */
export const evidenceSources = async (room: Room, engine: Engine): Promise<EvidenceSource[]> => {
  const known = await engine.all<Known>(sql`
    select source_id, key, columns, overlapping, file from source
    join (select source_id, min(file) as file from import_run where state = 'committed' group by 1) using (source_id)
    order by key`);
  return known.flatMap(({ source_id: sourceId, key, columns, overlapping, file }) => {
    const source = room.workspace.configuration.sources.find((configured) => configured.key === key);
    if (!source) return [];
    const mapping = room.mappingOf(source);
    checkStored(room.mapOf(source), file, columns);
    return [
      {
        sourceId,
        key,
        mapping,
        ...evidenceOf({ sourceId, columns, overlapping }, mapping),
      },
    ];
  });
};

type Known = {
  readonly source_id: number;
  readonly key: string;
  readonly columns: string[];
  readonly overlapping: boolean;
  readonly file: string;
};

/** A mapping may be changed after the rows were taken in: what it names now must be among what was taken in then. */
const checkStored = (map: CheckedDocument<Mapping>, file: string, columns: readonly string[]): void => {
  const held = [...columns, ...timeColumns(map.value).keys()];
  const missing = missingColumns(map.value, held);
  if (missing.length > 0) throw placedInMapping(columnsMissing(file, missing, held), map);
};

const instantOfFigures = async (engine: Engine, now: number): Promise<number> => {
  const stored = await engine.one<{ value: string }>(sql`select value from setting where key = 'as-of'`);
  return stored ? Number(stored.value) : now;
};

const spanOf = async (engine: Engine, asOf: number, timeZone: string, recorded = asOf): Promise<Window> => {
  const first = await engine.one<{ at: number | null }>(sql`select min(created) as at from item_fact`);
  return { from: startOfDay(first?.at ?? recorded, timeZone, 0), until: startOfDay(asOf, timeZone, 1) };
};
