import { closest } from '../closest.ts';
import type { DesignModel } from '../design-model.ts';
import type { Workflow } from '../workflow.ts';
import { type Field, fieldsAt } from './fields.ts';
import type { Violation } from './violation.ts';

const misplaced = (workflow: Workflow, pattern: string, also: readonly string[] = []): Field[] => {
  const known = new Set<string>([...workflow.stages.map(({ key }) => key), ...also]);
  return fieldsAt(workflow, pattern).filter(({ value }) => !known.has(value));
};

const repeated = ({ stages }: Workflow): Field[] =>
  stages.flatMap(({ key }, n) =>
    stages.findIndex((stage) => stage.key === key) < n ? [{ path: `stages[${n}].key`, value: key }] : [],
  );

/** Moves, targets and loops of a workflow that name a stage it does not have, and stages that it has twice. */
export const unknownStages = ({ workflows }: DesignModel): Violation[] =>
  workflows.flatMap((workflow, index) => {
    const at = { kind: 'workflow' as const, index, key: workflow.key };
    const stages = workflow.stages.map(({ key }) => key);
    const unknown = [
      ...misplaced(workflow, 'transitions[].from'),
      ...misplaced(workflow, 'transitions[].to[]'),
      ...misplaced(workflow, 'targets[].from', ['start']),
      ...misplaced(workflow, 'targets[].to', ['done']),
      ...misplaced(workflow, 'loops[]'),
    ];
    return [
      ...repeated(workflow).map(({ path, value }) => ({
        ...at,
        field: path,
        found: value,
        expected: 'a key that no other stage of this workflow has',
      })),
      ...unknown.map(({ path, value }) => ({
        ...at,
        field: path,
        found: value,
        expected: `a stage of this workflow (${stages.join(', ')})`,
        closest: closest(value, stages),
      })),
    ];
  });
