import type { Mapping } from '#mapping/mapping.ts';

/** The column of what an event is called, by the standard. */
export const activityKey = 'concept:name';

/**
 * The columns that no default of a log fills: which item, when, what.
 *
 * Defaults are written for programs that must have some value there, `UNKNOWN` in 1970; nobody has seen that happen.
 */
export const undefaulted = (mapping?: Mapping): ReadonlySet<string> =>
  new Set([
    activityKey,
    'case:concept:name',
    'time:timestamp',
    ...(mapping ? [mapping.columns.item, mapping.columns.at] : []),
  ]);
