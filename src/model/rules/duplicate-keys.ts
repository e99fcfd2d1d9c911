import type { DesignModel } from '../design-model.ts';
import { kinds, recordKinds } from '../records.ts';
import type { Violation } from './violation.ts';

/** Records that take a key which an earlier record of their kind already has. */
export const duplicateKeys = (model: DesignModel): Violation[] =>
  kinds.flatMap((kind) => {
    const taken = new Set<string>();
    return model[recordKinds[kind].plural].flatMap(({ key }, index) => {
      if (!taken.has(key)) {
        taken.add(key);
        return [];
      }
      const expected = `a key that no other ${kind.replace('-', ' ')} of this design has`;
      return [{ kind, index, key, field: 'key', found: key, expected }];
    });
  });
