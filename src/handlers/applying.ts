import { Fault } from '#model/fault.ts';
import { type Kept, thawed } from '#model/rules/frozen.ts';
import { type ApplyPlan, planApply } from '#workspace/apply.ts';
import { told } from '#workspace/problem.ts';
import type { Room } from './room.ts';

export type Applied = {
  readonly changes: ApplyPlan['changes'];
  readonly unchanged: number;
  readonly actor: string;
  readonly changeSet: number | null;
};

/** The name under which a change is kept when the workspace names nobody. */
const nobody = 'somebody at this machine';

/** Makes the records say what the files say. A dry run only answers what would change. */
export const applyFiles = async (
  room: Room,
  { dryRun, reason }: { readonly dryRun: boolean; readonly reason: string },
): Promise<Applied> => {
  const { configuration, records } = room.workspace;
  const { now, via } = room.surroundings;
  const actor = configuration.actor ?? nobody;
  const store = await room.store();
  const current = await store.current();
  refuseThawed(room, current);
  const plan = planApply(current, records);
  if (dryRun || plan.writes.length === 0) {
    return { changes: plan.changes, unchanged: plan.unchanged, actor, changeSet: null };
  }
  const written = await store.write({ actor, at: now().toISOString(), reason, via }, plan.writes);
  return { changes: plan.changes, unchanged: plan.unchanged, actor, changeSet: written.changeSet };
};

/** Refuses files that change what is frozen: nothing of them is applied then. */
const refuseThawed = ({ folder, workspace: { records, thawedAt } }: Room, current: readonly Kept[]): void => {
  const problems = thawedAt(thawed(current, records));
  if (problems.length > 0) throw new Fault('workspace-problems', { folder, problems: problems.map(told) });
};
