import { z } from 'zod';
import { Reading } from './reading.ts';
import { DimensionScore, RuleResult } from './rule-result.ts';
import { Window } from './window.ts';

/** How much of a source's rows could be read with the model: rows by what they lack a key for. */
export const SourceCoverage = z
  .object({
    source: z.string(),
    items: z.int().nonnegative(),
    events: z.int().nonnegative(),
    rejected: z.int().nonnegative(),
    from: z.iso.datetime().nullable(),
    until: z.iso.datetime().nullable(),
    /** For each kind of name: the share of rows carrying one whose name has a key, and the names that have none. */
    names: z
      .array(
        z.object({ role: z.string(), mapped: z.number().min(0).max(1), unmapped: z.int().nonnegative() }).readonly(),
      )
      .readonly(),
  })
  .readonly();
export type SourceCoverage = z.infer<typeof SourceCoverage>;

/** What a figure says of one place, beside its reading for the whole. */
const Place = z.object({ key: z.string(), reading: Reading }).readonly();

/** How a real organisation's IT works against its design, in the order in which a busy person reads it. */
export const Diagnosis = z
  .object({
    workspace: z.string(),
    timeZone: z.string(),
    asOf: z.iso.datetime(),
    window: Window,
    /** The whole in one breath. Every number in it is one of the figures below. */
    sentence: z.string(),
    dimensions: z.array(DimensionScore).readonly(),
    /** The rules furthest from the design, worst first; only those beyond what is tolerable by their own breakpoints. */
    worst: z.array(RuleResult).readonly(),
    /** Rules that were read and lie within what is tolerable. */
    within: z.array(z.string()).readonly(),
    work: z.object({ headline: z.array(Reading).readonly(), stages: z.array(Place).readonly() }).readonly(),
    decisions: z.object({ headline: z.array(Reading).readonly(), types: z.array(Place).readonly() }).readonly(),
    coverage: z.array(SourceCoverage).readonly(),
    /** What could not be said, each with what would change that. */
    missing: z.array(z.string()).readonly(),
  })
  .readonly();
export type Diagnosis = z.infer<typeof Diagnosis>;
