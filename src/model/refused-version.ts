import { z } from 'zod';

/**
 * A newer version of a file that was not taken in, because no row of it was accepted: a broken export shall not cost the
 * rows that are held. `why` names columns and lines, never a value, which may be a person.
 */
export const RefusedVersion = z
  .object({
    file: z.string(),
    why: z.string(),
    total: z.int().nonnegative(),
    /** The import whose rows stay, and how many different ones there are. */
    run: z.int().positive(),
    held: z.int().positive(),
  })
  .readonly();
export type RefusedVersion = z.infer<typeof RefusedVersion>;

export const refusalOf = ({ file, why, run, held }: RefusedVersion): string =>
  `a newer version of ${file} was refused, because ${why}; what is known of it are the ${held.toLocaleString('en')} rows of its earlier version (import ${run}). Mend the file, or the mapping it is read by; to take it in as it is, undo import ${run} first and import again.`;
