import { closest } from '../closest.ts';
import type { DesignModel } from '../design-model.ts';
import { type RecordKind, recordKinds } from '../records.ts';
import { fieldsAt } from './fields.ts';
import type { Violation } from './violation.ts';

/** Comparing ten thousand wrong keys with ten thousand right ones takes a minute, and nobody reads that far. */
const mostSuggestions = 100;

/** The models whose records a reference may name, and the kinds of records whose references are looked at. */
export type Referring = { readonly kinds: readonly RecordKind[]; readonly among: readonly DesignModel[] };

/**
 * Fields of a model's records that name a record which is not there; the first hundred with the key that was likely meant.
 *
 * A record of a design has to find what it names in its own design; a record of the workspace, in any of them.
 */
export const danglingReferences = (model: DesignModel, { kinds, among }: Referring): Violation[] => {
  let suggestions = 0;
  const suggest = (found: string, known: readonly string[]) =>
    suggestions++ < mostSuggestions ? closest(found, known) : undefined;
  const keysOf = new Map<RecordKind, ReadonlySet<string>>();
  const known = (kind: RecordKind): ReadonlySet<string> => {
    const keys =
      keysOf.get(kind) ?? new Set(among.flatMap((each) => each[recordKinds[kind].plural].map(({ key }) => key)));
    keysOf.set(kind, keys);
    return keys;
  };
  return kinds.flatMap((kind) =>
    Object.entries(recordKinds[kind].references).flatMap(([pattern, target]) => {
      const keys = known(target);
      const expected = `the key of ${withArticle(target)}`;
      return model[recordKinds[kind].plural].flatMap((record, index) =>
        fieldsAt(record, pattern)
          .filter(({ value }) => !keys.has(value))
          .map(({ path: field, value: found }) => {
            return { kind, index, key: record.key, field, found, expected, closest: suggest(found, [...keys]) };
          }),
      );
    }),
  );
};

const withArticle = (kind: RecordKind): string => `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind.replaceAll('-', ' ')}`;
