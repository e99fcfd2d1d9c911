import { z } from 'zod';
import { RecordEdit } from './record-edit.ts';

/** What is looked at: who works, who owns, where work passes, which way, and who decides. */
export const BesidePart = z.enum(['team', 'owner', 'stage', 'move', 'decision']);
export type BesidePart = z.infer<typeof BesidePart>;

/** How design and evidence stand to one another; `untold` where there is too little evidence to say. */
export const BesideStanding = z.enum(['differs', 'only-found', 'only-designed', 'untold', 'same']);
export type BesideStanding = z.infer<typeof BesideStanding>;

/** One part of the design in force beside the same part as the evidence shows it. */
export const Beside = z.strictObject({
  part: BesidePart,
  /** Unique within its part. */
  key: z.string(),
  /** What is spoken of, in words. */
  name: z.string(),
  standing: BesideStanding,
  /** What the design says and what was found, in words; null where there is none. */
  designed: z.string().nullable(),
  found: z.string().nullable(),
  /** How many cases stand for what was found. */
  n: z.int().nonnegative(),
  /** What stands for it, a line each. */
  evidence: z.array(z.string()),
  /** Where the design says it. */
  record: z.strictObject({ kind: z.string(), key: z.string() }).nullable(),
  /** What would make the design say what was found; null where that is not for a click to decide. */
  adopt: z.strictObject({ says: z.string(), edits: z.array(RecordEdit) }).nullable(),
});
export type Beside = z.infer<typeof Beside>;
