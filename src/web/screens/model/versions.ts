type Body = Readonly<Record<string, unknown>>;

/** A change of a record as its history tells it. */
export type Told = {
  readonly version: number;
  readonly what: 'opened' | 'changed' | 'closed';
  readonly fields: readonly { readonly field: string; readonly from?: unknown; readonly to?: unknown }[];
};

/** What a record said in a version, put together from its changes; null while it was closed. */
export const bodyAt = (changes: readonly Told[], version: number): Body | null => {
  let body: Record<string, unknown> = {};
  let what: Told['what'] = 'closed';
  for (const change of changes.toSorted((a, b) => a.version - b.version)) {
    if (change.version > version) break;
    ({ what } = change);
    if (what === 'opened') body = {};
    for (const { field, to } of change.fields) {
      if (to === undefined) delete body[field];
      else body[field] = to;
    }
  }
  return what === 'closed' ? null : { ...body };
};

/** The fields to be set so that a record says what it said: all that differ, null for those that have to go. */
export const fieldsTo = (wanted: Body, stands: Body): Record<string, unknown> => {
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(stands)])];
  const apart = names.filter((name) => JSON.stringify(wanted[name]) !== JSON.stringify(stands[name]));
  return Object.fromEntries(apart.map((name) => [name, wanted[name] ?? null]));
};
