import { meantColumns } from './declared-columns.ts';
import { digestOf } from './digest.ts';
import type { Mapping } from './mapping.ts';

/** Bump it when the same file gives other rows: what was read in is then read anew. */
const readingVersion = 5;

/**
 * A fingerprint of what decides how rows are read from a file. When it changes, files have to be read anew; the rest of a
 * mapping is resolved after the rows are stored.
 *
 * It is stored with each run, so it is a digest: the rules of `roles` name people.
 */
export const readingOf = (mapping: Mapping): string => {
  const { file, columns, changes, key, people, time, roles, decisions } = mapping;
  const { item, at, person, actor, created, ended, started, promised } = columns;
  const neededBy = decisions?.neededBy;
  return digestOf({
    readingVersion,
    file,
    item,
    at,
    person,
    actor,
    created,
    ended,
    started,
    promised,
    changes,
    // Where people change, a column without a meaning is kept as pseudonyms: with a new meaning it is read anew.
    meant: changes && meantColumns(mapping),
    key,
    people,
    time,
    roles,
    neededBy,
  });
};
