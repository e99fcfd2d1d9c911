import { createHash } from 'node:crypto';

/**
 * A short text that is the same for the same plain data, and tells nothing of it.
 *
 * What is only ever compared is kept so: a mapping may name people, and no name of theirs is stored.
 */
export const digestOf = (data: unknown): string => createHash('sha256').update(JSON.stringify(data)).digest('hex');
