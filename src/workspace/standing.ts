import type { DesignModel } from '#model/design-model.ts';
import { designModels } from '#model/design-model.ts';
import type { ModelRecord } from '#model/records.ts';
import { designOverlaps } from '#model/rules/design-overlaps.ts';
import { designViolations, workspaceViolations } from '#model/rules/violations.ts';

/**
 * The designs that records of the store make up, and all that cannot be so among them, a sentence each.
 *
 * Files are checked where they are read; this is for records that no file says in this way: edited in the store, or put
 * together from both doors.
 */
export const standingModels = (
  records: readonly ModelRecord[],
): { readonly models: readonly DesignModel[]; readonly problems: readonly string[] } => {
  const models = designModels(records);
  const violations = [...models.flatMap(designViolations), ...workspaceViolations(models)];
  const overlaps = designOverlaps(models.map(({ design }) => design));
  const problems = [...violations, ...overlaps].map(
    ({ kind, key, field, found, expected }) =>
      `${kind} ${key}, ${field}: found ${JSON.stringify(found)}, expected ${expected}`,
  );
  return { models, problems: [...new Set(problems)] };
};
