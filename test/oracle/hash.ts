import { createHash } from 'node:crypto';

const separator = '\u001F';
const empty = '\u001E';

/** Fields as one text: joined by U+001F, an empty one as U+001E. */
export const contentOf = (fields: readonly string[]): string =>
  fields.map((field) => (field === '' ? empty : field)).join(separator);

/** The md5 of a text in UTF-8 as a number, its first byte the least significant. */
export const hashOf = (text: string): bigint =>
  BigInt(`0x${createHash('md5').update(text).digest().reverse().toString('hex')}`);
