import { existsSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import type { ImportOutcome } from '#api/evidence.ts';
import type { TakenIn } from '#api/uploads.ts';
import { undo } from '#importers/load.ts';
import { Fault } from '#model/fault.ts';
import { dataFolderWord } from '#workspace/configuration.ts';
import { fileInInbox, heldInInbox, placeBackInInbox, renewInInbox } from '#workspace/inbox.ts';
import { place, placedAt, takeBack } from '#workspace/placing.ts';
import { planFurtherFile, planNewSource } from '#workspace/plan-placing.ts';
import { dataFolderOf } from '#workspace/source-files.ts';
import { forgetIntake, type Intake, intakeOf, intakes, keepIntake } from '#workspace/taken-in.ts';
import { type Due, importFile, runsOf } from './importing.ts';
import type { Room } from './room.ts';
import type { KeptDraft } from './upload-draft.ts';
import { forgetLook } from './upload-seen.ts';

/** What is read of a file that was handed over, and by what. */
export type Readable = Pick<Due, 'map' | 'mapping'> & {
  readonly draft: KeptDraft;
  /** The importer that took the file when it was looked at. */
  readonly importer: string;
};

/**
 * Takes a file in, as drafted: its rows first, in one transaction, then the file, its mapping and its source.
 *
 * So whatever is broken off before the rows are committed leaves nothing behind, and what cannot be written afterwards
 * takes them out again. Where it is going is written down first: begun again after a kill, it comes to the same end.
 */
export const takeIn = async (
  room: Room,
  upload: string,
  { draft, map, mapping, importer }: Readable,
): Promise<TakenIn> => {
  const begun = (await underWay(room, upload)) ?? (await begin(room, upload, draft));
  const { placing } = begun;
  const run = await ownRun(room, begun);
  const path = whereItLies(room, upload, begun);
  const source = { key: placing.source, importer };
  const due = { source, map, mapping, path, file: placing.file, run, undone: false };
  try {
    const outcome = await importFile(room, due);
    if (outcome.run === null || outcome.accepted === 0) throw readsNothing(begun.name, outcome);
    place(room.workspace.folder, placing, heldInInbox(room.state, upload) ?? path);
    const { total, accepted, rejected, fates, from, until } = outcome;
    const takenAt = room.surroundings.now().toISOString();
    const taken = { takenAt, run: outcome.run, total, accepted, rejected, fates, from, until };
    keepIntake(room.state, upload, { ...begun, taken });
    forgetLook(room, upload);
    return toldOf(begun, taken);
  } catch (error) {
    // Evidence that was told to stop answers nothing any more, and may have been told so once the rows were committed.
    if (room.surroundings.signal?.aborted) await room.leave();
    await takeOut(room, upload, begun);
    throw error;
  }
};

/** Takes out again what a file brought, as far as nobody changed it since, and gives the file back to the inbox. */
export const takeOut = async (room: Room, upload: string, intake: Intake): Promise<string[]> => {
  const { placing, name } = intake;
  await rowsOut(room, intake);
  const needed = await otherFile(room, upload, intake);
  const stays = takeBack(room.workspace.folder, placing, placeBackInInbox(room.state, upload, name), needed);
  if (needed !== undefined && intake.taken) inherited(room, upload, intake);
  forgetIntake(room.state, upload);
  return stays;
};

/**
 * Undoes what a killed process had begun and nobody begins again, so that no rows stand whose file is not at its place.
 *
 * Each file lies in the inbox again, with its draft, as if it had been handed over now.
 */
export const undoBegun = async (room: Room, begunAgain: ReadonlySet<string>): Promise<void> => {
  const begun = intakes(room.state).filter(({ upload, intake }) => !intake.taken && !begunAgain.has(upload));
  for (const { upload, intake } of begun) {
    await takeOut(room, upload, intake);
    renewInInbox(room.state, upload, room.surroundings.now());
  }
};

/** What stays for the sake of another file that was taken in goes when that one is taken out. */
const inherited = (room: Room, upload: string, { placing, lastRun }: Intake): void => {
  const [heir] = takenBeside(room, upload, placing.source).filter(({ intake }) => intake.placing.settings === null);
  if (heir === undefined || placing.settings === null) return;
  const { mapping, settings, pathBefore, folders } = placing;
  const own = heir.intake.placing;
  const more = { ...own, mapping, settings, pathBefore, folders: [...new Set([...folders, ...own.folders])] };
  const since = Math.min(lastRun, heir.intake.lastRun);
  keepIntake(room.state, heir.upload, { ...heir.intake, placing: more, lastRun: since });
};

const takenBeside = (room: Room, upload: string, source: string): ReturnType<typeof intakes> =>
  intakes(room.state).filter(
    (other) => other.upload !== upload && other.intake.taken && other.intake.placing.source === source,
  );

/** A file that came since and is found by what was written for this one alone. */
const otherFile = async (room: Room, upload: string, { placing, lastRun }: Intake): Promise<string | undefined> => {
  const { folder, configuration } = room.workspace;
  const { source, pathBefore } = placing;
  const runs = (await committed(room, source)).filter(({ run_id }) => run_id > lastRun);
  const others = takenBeside(room, upload, source);
  const files = [...runs.map(({ file }) => file), ...others.map(({ intake }) => intake.placing.file)];
  const data = dataFolderOf(folder, configuration, room.surroundings.dataFolder) ?? '';
  const found =
    pathBefore === null ? undefined : relative(folder, resolve(folder, pathBefore.replaceAll(dataFolderWord, data)));
  return files.find((file) => file !== placing.file && file !== found);
};

/** What was broken off on the way has no rows to take out. */
const rowsOut = async (room: Room, intake: Intake): Promise<void> => {
  const run = await ownRun(room, intake);
  if (run === undefined) return;
  await undo(await room.engine(), run.run_id);
  await room.sweep();
};

/** The run that holds the rows of a file that is taken in; one from before it was begun is of another file, and is let be. */
const ownRun = async (room: Room, { placing, lastRun }: Intake): Promise<Due['run']> =>
  (await committed(room, placing.source)).find((run) => run.file === placing.file && run.run_id > lastRun);

const committed = async (room: Room, source: string): Promise<NonNullable<Due['run']>[]> =>
  (await runsOf(await room.engine(), source)).filter(({ state }) => state === 'committed');

/** What a killed process has begun, as far as anything came of it; a plan alone is made anew, since the draft may be another. */
const underWay = async (room: Room, upload: string): Promise<Intake | undefined> => {
  const known = intakeOf(room.state, upload);
  if (!known) return undefined;
  const place = resolve(room.workspace.folder, known.placing.file);
  if (placedAt(room.workspace.folder, known.placing, heldInInbox(room.state, upload))) return known;
  const hasRows = (await ownRun(room, known)) !== undefined;
  if (!existsSync(place)) return hasRows ? known : undefined;
  // Somebody has put another file there meanwhile: what came of the plan is taken out, and another place is found.
  if (hasRows) await takeOut(room, upload, known);
  return undefined;
};

const begin = async (room: Room, upload: string, draft: KeptDraft): Promise<Intake> => {
  const { folder, configuration } = room.workspace;
  if (configuration.sample) throw new Fault('workspace-sample', {});
  const dataFolder = dataFolderOf(folder, configuration, room.surroundings.dataFolder);
  const name = basename(fileInInbox(room.state, upload));
  const source = configuration.sources.find(({ key }) => key === draft.furtherOf);
  const runs = await committed(room, source?.key ?? draft.key);
  const others = intakes(room.state).filter((other) => other.upload !== upload);
  const held = new Set([...runs.map(({ file }) => file), ...others.map(({ intake }) => intake.placing.file)]);
  const ground = { folder, configuration, dataFolder, held };
  const placing = source ? planFurtherFile(ground, source, name) : planNewSource(ground, draft, name);
  const lastRun = Math.max(0, ...runs.map(({ run_id }) => run_id));
  const intake = { name, isNewSource: source === undefined, placing, lastRun, taken: null };
  keepIntake(room.state, upload, intake);
  return intake;
};

/** Where a file lies: at its place, or still in the inbox. */
export const whereItLies = (room: Room, upload: string, intake: Intake | undefined): string =>
  (intake && placedAt(room.workspace.folder, intake.placing, heldInInbox(room.state, upload))) ??
  fileInInbox(room.state, upload);

const readsNothing = (path: string, { total, rejects: [first] }: ImportOutcome): Fault => {
  const why =
    first === undefined
      ? undefined
      : `line ${first.line}${first.column ? `, ${first.column}` : ''}: ${first.expected} expected, ${first.found} found`;
  return new Fault('upload-reads-nothing', { path, total, why });
};

/** What became of a file that was taken in; null where it was not, or not yet. */
export const takenOf = (intake: Intake | undefined): TakenIn | null =>
  intake?.taken ? toldOf(intake, intake.taken) : null;

const toldOf = ({ isNewSource, placing }: Intake, taken: NonNullable<Intake['taken']>): TakenIn => ({
  ...taken,
  source: placing.source,
  isNewSource,
  file: placing.file,
  mapping: placing.mapping?.file ?? null,
});
