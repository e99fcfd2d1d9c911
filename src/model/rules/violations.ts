import type { DesignModel } from '../design-model.ts';
import { danglingReferences } from './dangling-references.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { ownershipOverlaps } from './ownership-overlaps.ts';
import { parentCycles } from './parent-cycles.ts';
import { unknownStages } from './unknown-stages.ts';
import type { Violation } from './violation.ts';

/**
 * All that cannot be so within one design.
 *
 * Only contradictions are told here. What is possible but unwise (a forum that decides nothing, a level without rights) is
 * a matter of coherence.
 */
export const violations = (model: DesignModel): Violation[] =>
  [duplicateKeys, danglingReferences, ownershipOverlaps, parentCycles, unknownStages].flatMap((rule) => rule(model));
