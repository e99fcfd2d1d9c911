import type { Cell } from '#engine/table-writer.ts';
import { leavesOf, linesIn } from '#model/capability-lines.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { RecordTable } from './define.ts';

/** Every capability, whether others are below it, and the maturity aimed at: its own target, or else the nearest above. */
export const capabilityAims: RecordTable = {
  name: 'capability_aim',
  columns: { capability: 'text', kind: 'text', leaf: 'boolean', target: 'double', target_scale: 'text' },
  instants: [],
  rows: ({ model }) => aimRows(model),
};

export const aimRows = (model: DesignModel): Cell[][] => {
  const leaves = leavesOf(model);
  const lineOf = linesIn(model);
  const targets = new Map<string, { readonly level: number; readonly scale: string }>(
    model.capabilities.flatMap(({ key, maturityTarget }) => (maturityTarget ? [[key, maturityTarget] as const] : [])),
  );
  return model.capabilities.map(({ key, kind }) => {
    const target = targets.get(lineOf(key).find((each) => targets.has(each)) ?? '');
    return [key, kind, leaves.has(key), target?.level ?? null, target?.scale ?? null];
  });
};
