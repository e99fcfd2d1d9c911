import { closest } from '../closest.ts';
import type { DesignModel } from '../design-model.ts';
import { kinds, recordKinds } from '../records.ts';
import { fieldsAt } from './fields.ts';
import type { Violation } from './violation.ts';

/** Fields that name a record which their design does not hold. */
export const danglingReferences = (model: DesignModel): Violation[] =>
  kinds.flatMap((kind) =>
    Object.entries(recordKinds[kind].references).flatMap(([pattern, target]) => {
      const known = model[recordKinds[target].plural].map(({ key }) => key);
      const keys = new Set<string>(known);
      return model[recordKinds[kind].plural].flatMap((record, index) =>
        fieldsAt(record, pattern)
          .filter(({ value }) => !keys.has(value))
          .map(({ path, value }) => ({
            kind,
            index,
            key: record.key,
            field: path,
            found: value,
            expected: `the key of a ${target.replace('-', ' ')}`,
            closest: closest(value, known),
          })),
      );
    }),
  );
