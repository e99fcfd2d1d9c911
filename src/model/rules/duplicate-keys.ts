import type { DesignModel } from '../design-model.ts';
import { designKinds, recordKinds } from '../records.ts';
import type { Violation } from './violation.ts';

/**
 * Records of a design that take a key which an earlier one of their kind already has.
 *
 * Records of the workspace are none of this rule's: the same said twice of one of them is one record.
 */
export const duplicateKeys = (model: DesignModel): Violation[] =>
  designKinds.flatMap((kind) => {
    const taken = new Set<string>();
    return model[recordKinds[kind].plural].flatMap(({ key }, index) => {
      if (!taken.has(key)) {
        taken.add(key);
        return [];
      }
      const expected = `a key that no other ${kind.replaceAll('-', ' ')} of this design has`;
      return [{ kind, index, key, field: 'key', found: key, expected }];
    });
  });
