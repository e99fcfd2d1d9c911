/** A record in a tree of its kind, with how deep it lies. */
export type Branch<R> = { readonly record: R; readonly depth: number };

type Rooted = { readonly key: string; readonly name: string; readonly body: Readonly<Record<string, unknown>> };

/**
 * Records below their parents, siblings by name. What names a parent that is not there stands at the top, and so does, once,
 * whatever is its own ancestor, which no store lets through.
 */
export const treeOf = <R extends Rooted>(records: readonly R[]): Branch<R>[] => {
  const keys = new Set(records.map(({ key }) => key));
  const below = Map.groupBy(records, ({ body }) => (keys.has(String(body.parent)) ? String(body.parent) : ''));
  const seen = new Set<string>();
  const walked = (parent: string, depth: number): Branch<R>[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      .flatMap((record) => {
        if (seen.has(record.key)) return [];
        seen.add(record.key);
        return [{ record, depth }, ...walked(record.key, depth + 1)];
      });
  const rooted = walked('', 0);
  return [...rooted, ...records.filter(({ key }) => !seen.has(key)).map((record) => ({ record, depth: 0 }))];
};
