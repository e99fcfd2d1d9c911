import { z } from 'zod';

/** How many characters a key may have. */
export const longestKey = 100;

/**
 * What a record is called by other records, files and addresses: a slug that people can read and type.
 *
 * Unique per kind within a design. It never changes once given; a renamed team keeps its key and changes its name.
 */
export const Key = z
  .string()
  .max(longestKey, `a key of at most ${longestKey} characters`)
  .regex(/^[a-z0-9]+(?:[-.]+[a-z0-9]+)*$/, 'a key of lower-case letters, digits, - and ., such as payments-team');

/** The key nearest to a name from the outside, or undefined when no letter or digit of it can be kept. */
export const slugOf = (name: string): string | undefined => {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+/, '')
    .slice(0, longestKey)
    .replace(/[-.]+$/, '');
  return slug === '' ? undefined : slug;
};
