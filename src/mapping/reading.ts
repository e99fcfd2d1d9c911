import type { Mapping } from './mapping.ts';

/** Bump it when the same file gives other rows: what was read in is then read anew. */
const readingVersion = 2;

/**
 * A fingerprint of what decides how rows are read from a file. When it changes, files have to be read anew; the rest of a
 * mapping is resolved after the rows are stored.
 */
export const readingOf = ({ file, columns, changes, key, people, time, roles, decisions }: Mapping): string => {
  const { item, at, person, actor, created, promised } = columns;
  const neededBy = decisions?.neededBy;
  return JSON.stringify({
    readingVersion,
    file,
    item,
    at,
    person,
    actor,
    created,
    promised,
    changes,
    key,
    people,
    time,
    roles,
    neededBy,
  });
};
