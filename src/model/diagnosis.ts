import { z } from 'zod';
import { Opens } from './opens.ts';
import { Reading } from './reading.ts';
import { RefusedVersion } from './refused-version.ts';
import { DimensionScore, RuleResult } from './rule-result.ts';
import { Sign } from './sign.ts';
import { UnreadValue } from './unread-value.ts';
import { Window } from './window.ts';

/** Rows that were rejected for one reason in one column, with the line of the first. */
export const RejectReason = z
  .object({
    column: z.string().nullable(),
    code: z.string(),
    expected: z.string(),
    rows: z.int().positive(),
    line: z.int().positive(),
  })
  .readonly();
export type RejectReason = z.infer<typeof RejectReason>;

/**
 * A key that the mapping gives to names although no design has a record of it.
 *
 * `rows` is null where the number would speak of a team of too few people; `closest` is the record that was likely meant.
 */
export const UnrecordedKey = z
  .object({
    kind: z.string(),
    key: z.string(),
    rows: z.int().nonnegative().nullable(),
    closest: z.string().nullable(),
  })
  .readonly();
export type UnrecordedKey = z.infer<typeof UnrecordedKey>;

/** How much of a source's rows could be read with the model: rows by what they lack a key for. */
export const SourceCoverage = z
  .object({
    source: z.string(),
    items: z.int().nonnegative(),
    /** Rows that count: accepted, and not met twice. */
    events: z.int().nonnegative(),
    rejected: z.int().nonnegative(),
    /** The most frequent reasons of rejected rows. */
    rejects: z.array(RejectReason).readonly(),
    unrecorded: z.array(UnrecordedKey).readonly(),
    /** What its decisions are judged by and cannot be read. */
    unread: z.array(UnreadValue).readonly(),
    /** Newer versions of its files that were not taken in: its figures are those of the earlier ones. */
    refused: z.array(RefusedVersion).readonly(),
    /**
     * The share of visits (stretches in one stage with one team) that were left at the instant they were entered,
     * although no order column says which row came first; null where there is such a column, or no visit was left.
     */
    tied: z.number().min(0).max(1).nullable(),
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

/** One of the four questions by which the overall pattern is told; without an answer, `missing` says why. */
export const PatternLine = z
  .object({
    question: z.string(),
    answer: z.string().nullable(),
    /** The metric or rule that answers it. */
    standsOn: z.string().optional(),
    missing: z.string().optional(),
  })
  .readonly();
export type PatternLine = z.infer<typeof PatternLine>;

/** A piece of a sentence, and what opens where it holds a figure. */
export const Said = z.object({ text: z.string(), opens: Opens.optional() }).readonly();
export type Said = z.infer<typeof Said>;

/** How a real organisation's IT works against its design, in the order in which a busy person reads it. */
export const Diagnosis = z
  .object({
    workspace: z.string(),
    timeZone: z.string(),
    asOf: z.iso.datetime(),
    window: Window,
    /** The whole in one breath. Every number in it is one of the figures below. */
    sentence: z.string(),
    /** The sentence in pieces, each figure by itself. */
    said: z.array(Said).readonly(),
    /** Called ones first, then those to watch, the clear ones, and those that cannot be told. */
    signs: z.array(Sign).readonly(),
    pattern: z.array(PatternLine).readonly(),
    dimensions: z.array(DimensionScore).readonly(),
    /** The rules furthest from the design, worst first; only those beyond what is tolerable by their own breakpoints. */
    worst: z.array(RuleResult).readonly(),
    /** Rules that were read and are kept as designed. */
    kept: z.array(z.string()).readonly(),
    /** Rules that were read, are not kept as designed, and lie within what is tolerable. */
    tolerable: z.array(z.string()).readonly(),
    /** Rules, kept or not, that are clearly less kept under pressure than otherwise. */
    fallUnderPressure: z.array(z.string()).readonly(),
    work: z.object({ headline: z.array(Reading).readonly(), stages: z.array(Place).readonly() }).readonly(),
    decisions: z.object({ headline: z.array(Reading).readonly(), types: z.array(Place).readonly() }).readonly(),
    coverage: z.array(SourceCoverage).readonly(),
    /** What could not be said, each with what would change that. */
    missing: z.array(z.string()).readonly(),
  })
  .readonly();
export type Diagnosis = z.infer<typeof Diagnosis>;
