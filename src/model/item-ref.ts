import { z } from 'zod';
import { Key } from './key.ts';

/** A piece of work in the evidence: its source, as throughline.yaml names it, and its key there. Items are no records. */
export const ItemRef = z.strictObject({ source: Key, item: z.string().min(1, 'the key of an item in its source') });
export type ItemRef = z.infer<typeof ItemRef>;
