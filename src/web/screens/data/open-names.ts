import type { NameKind, OpenName } from '#api/names.ts';

type Named = { readonly source: string; readonly names: readonly OpenName[] };

/** How many names of a kind nobody knows in a source, and on how many rows they stand. */
export type OpenKind = { readonly kind: NameKind; readonly names: number; readonly rows: number };

export const openNamesIn = (sources: readonly Named[]): number =>
  sources.reduce((sum, { names }) => sum + names.length, 0);

/** Those of one source by their kind, in the order in which they are listed. */
export const openKindsOf = (sources: readonly Named[], source: string): OpenKind[] => {
  const own = sources.filter((each) => each.source === source).flatMap(({ names }) => names);
  return [...Map.groupBy(own, ({ kind }) => kind)].map(([kind, names]) => ({
    kind,
    names: names.length,
    rows: names.reduce((sum, { rows }) => sum + rows, 0),
  }));
};
