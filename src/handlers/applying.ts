import type { Conflict } from '#api/model.ts';
import type { DesignModel } from '#model/design-model.ts';
import { Fault, isFault } from '#model/fault.ts';
import type { ModelRecord } from '#model/records.ts';
import { type Kept, thawed } from '#model/rules/frozen.ts';
import type { Store } from '#store/open.ts';
import { type ApplyPlan, planApply } from '#workspace/apply.ts';
import type { Taken } from '#workspace/merged.ts';
import { told } from '#workspace/problem.ts';
import { standingModels } from '#workspace/standing.ts';
import { conflictTexts } from './conflict-texts.ts';
import type { Room } from './room.ts';

/** What stands once the files are applied. */
export type Applied = Pick<ApplyPlan, 'kept'> & {
  readonly actor: string;
  /** The last change that what stands knows of; an edit on top of it is written only while no other came. */
  readonly known: number;
  readonly conflicts: readonly Conflict[];
  /** Why nothing of the files was applied: what they say and what stands cannot both be so. */
  readonly problems: readonly string[];
  /** The records that hold from now on, and the designs they make up. */
  readonly standing: readonly ModelRecord[];
  readonly models: readonly DesignModel[];
};

/** The same, and what was done on the way to it. */
type Applying = Applied & Pick<ApplyPlan, 'changes' | 'unchanged'> & { readonly changeSet: number | null };

type ApplyRequest = {
  readonly dryRun?: boolean;
  readonly reason: string;
  /** Whose word holds where both doors changed one thing. */
  readonly take?: Taken | undefined;
};

/** What stands of a workspace as its files were read. */
const whatStands = new WeakMap<Room['workspace'], Applied>();

/** How often what stands is read again, where somebody else changed it meanwhile. */
const patience = 5;

/** The name under which a change is kept when the workspace names nobody. */
const nobody = 'somebody at this machine';

export const actorOf = ({ workspace }: Room): string => workspace.configuration.actor ?? nobody;

/**
 * Makes the records say what the files say, where nobody edited them in the store since. A dry run only answers what would
 * change.
 *
 * Where files and store cannot both be so, nothing is applied, and what stands goes on to hold.
 */
export const applyFiles = async (room: Room, request: ApplyRequest): Promise<Applying> => {
  whatStands.delete(room.workspace);
  for (let turn = 1; ; turn += 1) {
    try {
      return await applyOnce(room, request);
    } catch (error) {
      if (turn === patience || !isFault(error, 'store-moved')) throw error;
    }
  }
};

/**
 * What stands once the files are applied: an edit is made on top of all that is known. It is read again, and is another
 * object, when a file or the store has changed.
 */
export const broughtUp = async (room: Room, dryRun = false): Promise<Applied> => {
  const { workspace } = room;
  const known = whatStands.get(workspace);
  if (known && known.known === (await (await room.store()).lastChange())) return known;
  const applied = await applyFiles(room, { dryRun, reason: 'the files changed' });
  if (!dryRun) whatStands.set(workspace, applied);
  return applied;
};

const applyOnce = async (room: Room, { dryRun = false, reason, take }: ApplyRequest): Promise<Applying> => {
  const { records, models } = room.workspace;
  const store = await room.store();
  // Before what stands is read: a change in between is one too many, never one too few.
  const known = await store.lastChange();
  const current = await store.current();
  const plan = planApply(current, records, { stated: await store.stated(), take });
  const asFiles = plan.kept.length === 0 && plan.conflicts.length === 0;
  const next = asFiles ? { models, problems: [] } : standingModels(plan.standing);
  if (next.problems.length > 0) return heldBack(room, store, { known, problems: next.problems });
  refuseThawed(room, current, plan.standing);
  const conflicts = await conflictTexts(room, store, plan.conflicts, take);
  const actor = actorOf(room);
  const { changes, unchanged, kept, standing } = plan;
  const done = { changes, unchanged, kept, conflicts, problems: [], standing, models: next.models, actor, known };
  if (dryRun) return { ...done, changeSet: null };
  const { now, via } = room.surroundings;
  const occasion = { actor, at: now().toISOString(), reason, via };
  const { changeSet } = await store.write(occasion, plan.writes, plan.stated, known);
  return { ...done, changeSet, known: changeSet ?? known };
};

/** What stands, and nothing of the files: as if they said what they said when they were last applied. */
const heldBack = async (
  room: Room,
  store: Store,
  { known, problems }: Pick<Applied, 'known' | 'problems'>,
): Promise<Applying> => {
  const stated = await store.stated();
  const { unchanged, kept, standing } = planApply(await store.current(), stated, { stated });
  const { models } = standingModels(standing);
  return {
    changes: [],
    unchanged,
    kept,
    conflicts: [],
    problems,
    standing,
    models,
    actor: actorOf(room),
    changeSet: null,
    known,
  };
};

/** Refuses files that change what is frozen: nothing of them is applied then. */
const refuseThawed = (
  { folder, workspace: { thawedAt } }: Room,
  before: readonly Kept[],
  after: readonly Kept[],
): void => {
  const problems = thawedAt(thawed(before, after));
  if (problems.length > 0) throw new Fault('workspace-problems', { folder, problems: problems.map(told) });
};
