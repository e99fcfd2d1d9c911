import type { DesignModel } from '#model/design-model.ts';
import { designModels } from '#model/design-model.ts';
import { type ModelRecord, ofNoDesign } from '#model/records.ts';
import { designOverlaps } from '#model/rules/design-overlaps.ts';
import type { Violation } from '#model/rules/violation.ts';
import { designViolations, workspaceViolations } from '#model/rules/violations.ts';

/** Something that cannot be so among records of the store, by the record that says it. */
export type Contradiction = Violation & { readonly design: string };

/**
 * The designs that records of the store make up, and all that cannot be so among them.
 *
 * Files are checked where they are read; this is for records that no file says in this way: edited in the store, or put
 * together from both doors.
 */
export const checkedTogether = (
  records: readonly ModelRecord[],
): { readonly models: readonly DesignModel[]; readonly contradictions: readonly Contradiction[] } => {
  const models = designModels(records);
  const of = (design: string, violations: readonly Violation[]): Contradiction[] =>
    violations.map((violation) => ({ ...violation, design }));
  const overlaps = designOverlaps(models.map(({ design }) => design));
  return {
    models,
    contradictions: [
      ...models.flatMap((model) => of(model.design.key, designViolations(model))),
      ...of(ofNoDesign, workspaceViolations(models)),
      ...overlaps.flatMap((overlap) => of(overlap.key, [overlap])),
    ],
  };
};

/** The same with a sentence for each thing that cannot be so. */
export const standingModels = (
  records: readonly ModelRecord[],
): { readonly models: readonly DesignModel[]; readonly problems: readonly string[] } => {
  const { models, contradictions } = checkedTogether(records);
  return { models, problems: [...new Set(contradictions.map(sentenceOf))] };
};

/** A contradiction in a sentence. */
export const sentenceOf = ({ kind, key, field, found, expected }: Contradiction): string =>
  `${kind} ${key}, ${field}: found ${JSON.stringify(found)}, expected ${expected}`;
