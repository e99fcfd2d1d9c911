import { alike, canonical } from '#store/canonical.ts';
import { type FieldChange, fieldsBetween } from '#store/fields.ts';
import type { Body } from '#store/record.ts';

/** One record as the files said it when they were last applied, as it stands in the store, and as the files say it now. */
export type Sides = { readonly stated: Body | null; readonly store: Body | null; readonly files: Body | null };

/** Whose word holds where both doors changed one thing. */
export type Taken = 'files' | 'store';

/**
 * What was changed to different values at both doors. Without a field the record as a whole is meant: gone at one door,
 * changed at the other.
 */
export type Clash = { readonly field: string | undefined; readonly store?: unknown; readonly files?: unknown };

export type Merged = {
  /** What the record is from now on; null when it is closed. */
  readonly body: Body | null;
  /** Edits of the store that the files do not say yet: from what they say to what stands. */
  readonly kept: readonly FieldChange[];
  readonly clashes: readonly Clash[];
};

/**
 * What becomes of a record that may have been edited at two doors: in the store, and in a file.
 *
 * A field that one door changed is taken from there. A field that both changed to different values clashes: then the record
 * stays as it stands, unless `take` says whose word holds. Two edits may also be right each and wrong together; then every
 * field that one of them changed clashes. Fields are the outermost ones: who changed two stages of one workflow at two doors
 * is asked, because no list without keys can be put together from two.
 */
export const merged = (sides: Sides, fits: (body: Body) => boolean, take?: Taken): Merged => {
  const { stated, store, files } = sides;
  if (alike(files, stated)) return { body: store, kept: fieldsBetween(files, store), clashes: [] };
  if (alike(store, stated) || alike(store, files)) return { body: files, kept: [], clashes: [] };
  if (store === null || files === null) {
    const clash = { field: undefined, ...(store ? { store } : {}), ...(files ? { files } : {}) };
    return settled(sides, [clash], { files, store }, take);
  }
  const clashing = clashesOf(sides);
  const mix = { files: mixed(sides, 'files'), store: mixed(sides, 'store') };
  if (clashing.length === 0 && fits(mix.files)) return of(mix.files, files);
  return settled(
    sides,
    clashing.length > 0 ? clashing : differences(sides),
    {
      files: fits(mix.files) && clashing.length > 0 ? mix.files : files,
      store: fits(mix.store) && clashing.length > 0 ? mix.store : store,
    },
    take,
  );
};

const settled = (
  { store, files }: Sides,
  clashes: readonly Clash[],
  ways: Readonly<Record<Taken, Body | null>>,
  take: Taken | undefined,
): Merged => (take === undefined ? { body: store, kept: [], clashes } : { ...of(ways[take], files), clashes });

const of = (body: Body | null, files: Body | null): Merged => ({ body, kept: fieldsBetween(files, body), clashes: [] });

/** Fields in which both doors differ from what was stated, and from one another. */
const clashesOf = (sides: Sides): Clash[] =>
  differences(sides).filter(({ field = '' }) => {
    const before = part(sides.stated, field);
    return before !== part(sides.store, field) && before !== part(sides.files, field);
  });

const differences = ({ store, files }: Sides): Clash[] =>
  fieldsBetween(store, files).map(({ field, ...change }) => ({
    field,
    ...('from' in change ? { store: change.from } : {}),
    ...('to' in change ? { files: change.to } : {}),
  }));

/** Every field from the door that changed it; where both did, from the one that is taken. */
const mixed = ({ stated, store, files }: Sides, take: Taken): Body => {
  const names = [...new Set([...Object.keys(files ?? {}), ...Object.keys(store ?? {})])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const inStore = part(store, name) !== part(stated, name);
      const inFiles = part(files, name) !== part(stated, name);
      const from = inStore && (take === 'store' || !inFiles) ? store : files;
      return from !== null && Object.hasOwn(from, name) ? [[name, from[name]]] : [];
    }),
  );
};

const part = (body: Body | null, field: string): string | undefined =>
  body !== null && body[field] !== undefined ? canonical(body[field]) : undefined;
