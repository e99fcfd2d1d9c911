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

/**
 * The workflow of a source.
 *
 * AMBIGUOUS: "the workflow in force for the source" does not say how one of several is chosen, nor what the team and the
 * item type of `appliesTo` do. Here: the first in file order that names no place at all, or a place with this source or
 * with none; teams and types are not looked at.
 */
export const workflowOf = (design: DesignModel | null, source: string): Workflow | null =>
  design?.workflows.find(
    ({ appliesTo }) =>
      appliesTo.length === 0 || appliesTo.some((place) => place.source === undefined || place.source === source),
  ) ?? null;

export const stageKindOf = (workflow: Workflow | null, stage: string): StageKind | null =>
  workflow?.stages.find(({ key }) => key === stage)?.kind ?? null;

export const rankOf = (design: DesignModel | null, level: string | null): number | null =>
  design?.levels.find(({ key }) => key === level)?.rank ?? null;

/** The level of the role, else the forum, else the team of a key. */
export const levelOfKey = (design: DesignModel | null, key: string): string | null =>
  design?.roles.find((role) => role.key === key)?.level ??
  design?.forums.find((forum) => forum.key === key)?.level ??
  design?.teams.find((team) => team.key === key)?.level ??
  null;
