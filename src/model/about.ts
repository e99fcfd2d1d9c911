import { z } from 'zod';

/** How many characters a name may have: no name of a public portfolio has more, and a page can still show it. */
const longestName = 500;

/**
 * What every record may say about itself, besides its key.
 *
 * `name` is what people read; left out, it is the key. `origin` tells where the record comes from, as an address or a
 * sentence, so that a rule can be traced to the document that states it.
 */
export const about = {
  name: z
    .string()
    .trim()
    .min(1, 'a name of at least one character')
    .max(longestName, `a name of at most ${longestName} characters; what is longer belongs in its note`)
    .optional()
    .transform((name) => name ?? ''),
  origin: z.string().optional(),
  note: z.string().optional(),
};

/** For the `overwrite` of a record's schema: a record without a name goes by its key. */
export const namedByKey = <R extends { readonly key: string; readonly name: string }>(record: R): R =>
  record.name === '' ? { ...record, name: record.key } : record;
