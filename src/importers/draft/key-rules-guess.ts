import { slugOf } from '#model/key.ts';

export type KeyRuleDraft = { readonly is: string; readonly to: string };

/**
 * A rule for each name, by which it gets a key: the slug of the name, as records of a model have it.
 *
 * No two names get one key, since names that differ in a blank only may still be two teams. `stem` is the key of a name
 * without a Latin letter or digit.
 */
export const keyRules = (names: Iterable<string>, stem: string): KeyRuleDraft[] => {
  const taken = new Set<string>();
  return [...names].sort().map((name) => {
    const slug = slugOf(name) ?? stem;
    let key = slug;
    for (let copy = 2; taken.has(key); copy++) key = `${slug.slice(0, 90)}-${copy}`;
    taken.add(key);
    return { is: name, to: key };
  });
};
