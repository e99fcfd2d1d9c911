import { isDeepStrictEqual } from 'node:util';
import { isWritable } from './own-properties.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What an element has to say, each thing in its own place. */
export type Wanted = {
  readonly name: string | undefined;
  readonly documentation: string | undefined;
  /** Fields that need a property, because nothing else says them; null where something else says what is not so. */
  readonly properties: ReadonlyMap<string, unknown>;
};

/**
 * How a record's fields are put into an element so that reading it gives them back.
 *
 * `said` is what is read of it without name, documentation and properties: by relationships, and what is taken where nothing
 * is stated. A text that XML cannot hold stands in a property, as JSON.
 */
export const wantedOf = (
  fields: Fields,
  said: Fields,
  /** Which field the documentation is, and what it is now; a link has neither name nor documentation. */
  documented: { readonly field: string; readonly now: string | undefined } | undefined,
): Wanted => {
  const read: Record<string, unknown> = { ...said };
  const name =
    documented && typeof fields.name === 'string' && isWritable(fields.name) ? fields.name.trim() : undefined;
  if (name !== undefined) read.name = name;
  const stated = documented && fields[documented.field];
  const isDocumented = typeof stated === 'string' && stated !== '' && isWritable(stated);
  const isSaid = documented && stated === said[documented.field] && stated !== documented.now;
  const documentation = isDocumented && !isSaid ? stated : undefined;
  if (documented && documentation !== undefined) read[documented.field] = documentation;
  const all = [...new Set([...Object.keys(fields), ...Object.keys(read)])].filter((each) => each !== 'key');
  const left = all.filter((each) => !isDeepStrictEqual(fields[each] ?? null, read[each] ?? null));
  return { name, documentation, properties: new Map(left.map((each) => [each, fields[each] ?? null])) };
};
