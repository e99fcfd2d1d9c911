import { closest } from '../closest.ts';
import type { DesignModel } from '../design-model.ts';
import { kinds, recordKinds } from '../records.ts';
import { fieldsAt } from './fields.ts';
import type { Violation } from './violation.ts';

/** Comparing ten thousand wrong keys with ten thousand right ones takes a minute, and nobody reads that far. */
const mostSuggestions = 100;

/** Fields that name a record which their design does not hold; the first hundred with the key that was likely meant. */
export const danglingReferences = (model: DesignModel): Violation[] => {
  let suggestions = 0;
  const suggest = (found: string, known: readonly string[]) =>
    suggestions++ < mostSuggestions ? closest(found, known) : undefined;
  return kinds.flatMap((kind) =>
    Object.entries(recordKinds[kind].references).flatMap(([pattern, target]) => {
      const known = model[recordKinds[target].plural].map(({ key }) => key);
      const keys = new Set<string>(known);
      const expected = `the key of a ${target.replace('-', ' ')}`;
      return model[recordKinds[kind].plural].flatMap((record, index) =>
        fieldsAt(record, pattern)
          .filter(({ value }) => !keys.has(value))
          .map(({ path: field, value: found }) => {
            return { kind, index, key: record.key, field, found, expected, closest: suggest(found, known) };
          }),
      );
    }),
  );
};
