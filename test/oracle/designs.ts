import type { DesignModel } from '#model/design-model.ts';
import type { StageKind } from '#model/kinds.ts';
import { localDay } from './clock.ts';

type Workflow = DesignModel['workflows'][number];

/** The design in force at an instant: its period holds the local day of it. */
export const designAt = (designs: readonly DesignModel[], instant: number, zone: string): DesignModel | null => {
  const day = localDay(instant, zone);
  return (
    designs.find(
      ({ design }) =>
        design.status === 'in-force' &&
        (design.from === undefined || design.from <= day) &&
        (design.to === undefined || day < design.to),
    ) ?? null
  );
};

/** The first workflow for a source that has a stage. Teams and item types of `appliesTo` are not looked at. */
const workflowOf = (design: DesignModel | null, source: string, stage: string): Workflow | undefined =>
  design?.workflows.find(
    ({ appliesTo, stages }) =>
      (appliesTo.length === 0 || appliesTo.some((place) => place.source === undefined || place.source === source)) &&
      stages.some(({ key }) => key === stage),
  );

export const stageKindOf = (design: DesignModel | null, source: string, stage: string): StageKind | null =>
  workflowOf(design, source, stage)?.stages.find(({ key }) => key === stage)?.kind ?? null;

/** Whether a stage repeats by design. */
export const isLoop = (design: DesignModel | null, source: string, stage: string): boolean =>
  workflowOf(design, source, stage)?.loops.some((key) => key === stage) ?? false;

export const rankOf = (design: DesignModel | null, level: string | null): number | null =>
  design?.levels.find(({ key }) => key === level)?.rank ?? null;

/** The level of the role, else the forum, else the team of a key. */
export const levelOfKey = (design: DesignModel | null, key: string): string | null =>
  design?.roles.find((role) => role.key === key)?.level ??
  design?.forums.find((forum) => forum.key === key)?.level ??
  design?.teams.find((team) => team.key === key)?.level ??
  null;
