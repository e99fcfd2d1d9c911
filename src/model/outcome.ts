import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Key } from './key.ts';

export const OutcomeKey = Key.brand<'outcome'>();
export type OutcomeKey = z.infer<typeof OutcomeKey>;

/** A change in the business that work is meant to bring about. */
export const Outcome = z.strictObject({ key: OutcomeKey, ...about }).overwrite(namedByKey);
export type Outcome = z.infer<typeof Outcome>;
