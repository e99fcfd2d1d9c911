import type { DesignModel } from '#model/design-model.ts';
import type { Workflow } from '#model/workflow.ts';

/** The workflows that may apply to items of a source; one that says nothing about what it applies to applies to all. */
export const workflowsFor = ({ workflows }: DesignModel, source: string): Workflow[] =>
  workflows.filter(
    ({ appliesTo }) =>
      appliesTo.length === 0 || appliesTo.some((to) => to.source === undefined || to.source === source),
  );

export const hasStage =
  (...keys: readonly string[]) =>
  ({ stages }: Workflow): boolean =>
    keys.every((key) => stages.some((stage) => stage.key === key));

/** Whether a workflow lets work move so; one without transitions says nothing about it. */
export const allows = ({ transitions = [] }: Workflow, from: string, to: string): boolean =>
  transitions.some((way) => way.from === from && way.to.some((each) => each === to));

/** The name of a stage in the first workflow that has it. */
export const stageName = (workflows: readonly Workflow[], key: string): string =>
  workflows.flatMap(({ stages }) => stages).find((stage) => stage.key === key)?.name ?? key;
