import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Key } from './key.ts';

export const InitiativeKey = Key.brand<'initiative'>();
export type InitiativeKey = z.infer<typeof InitiativeKey>;

/** A bounded undertaking that money and people are committed to. */
export const Initiative = z.strictObject({ key: InitiativeKey, ...about }).overwrite(namedByKey);
export type Initiative = z.infer<typeof Initiative>;
