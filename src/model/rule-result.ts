import { z } from 'zod';
import { IntervalMethod } from './reading.ts';

/** The five parts of an operating model. All of them are always listed, also those of which nothing can be read. */
export const Dimension = z.enum(['structure', 'governance', 'delivery', 'capabilities', 'engagement']);
export type Dimension = z.infer<typeof Dimension>;

/** `delta-method` is the closed form for effective numbers; the others are those of readings. */
export const RuleInterval = z.enum([...IntervalMethod.options, 'delta-method']);
export type RuleInterval = z.infer<typeof RuleInterval>;

/** A small table beside a figure, to be shown as it is. */
export const DetailTable = z
  .object({
    columns: z.array(z.string()).readonly(),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()])).readonly()).readonly(),
  })
  .readonly();
export type DetailTable = z.infer<typeof DetailTable>;

/** Named companions of a rule's value, in the unit that the name says; null where one cannot be told. */
export const RuleDetails = z.record(z.string(), z.union([z.number(), z.string(), z.null(), DetailTable])).readonly();
export type RuleDetails = z.infer<typeof RuleDetails>;

/**
 * One case that went another way than designed, in words.
 *
 * A case is a row of the log (`source`, `item`), or, for rules on something larger than an item, an `object`.
 */
export const BrokenCase = z
  .object({
    source: z.string().nullable(),
    item: z.string().nullable(),
    object: z.string().nullable(),
    team: z.string().nullable(),
    capability: z.string().nullable(),
    decisionType: z.string().nullable(),
    at: z.iso.datetime(),
    because: z.string(),
  })
  .readonly();
export type BrokenCase = z.infer<typeof BrokenCase>;

/** The three thresholds a value was held against, and who stated them. */
export const JudgedBy = z
  .object({
    asDesigned: z.number(),
    worstTolerable: z.number(),
    twiceAsBad: z.number(),
    from: z.enum(['design', 'workspace', 'default']),
  })
  .readonly();
export type JudgedBy = z.infer<typeof JudgedBy>;

const PeriodValue = z.object({ key: z.string(), value: z.number(), n: z.int().nonnegative() }).readonly();

const SideValue = z.object({ value: z.number(), n: z.int().nonnegative() }).readonly();

/**
 * What one rule says about the distance between the designed model and the one that is followed.
 *
 * `read` has a value and a severity. `not-designed` says which record is missing, `not-enough-data` why the evidence does
 * not allow it (both in `missing`), `switched-off` that the workspace does not want it; none of them has a severity, and
 * none enters a score. `coverage` is the share of the rows (by their weight) that could be judged at all. `broke` is the
 * number of entries in the list of cases that broke the rule, `examples` its beginning. `trend` compares the last whole
 * planning period of the window with the one before. `pressure` compares what began under pressure (on days with much of
 * the team's work under way, or at the end of a planning period) with the rest of the window.
 */
export const RuleResult = z
  .object({
    rule: z.string(),
    dimension: Dimension,
    title: z.string(),
    status: z.enum(['read', 'not-enough-data', 'not-designed', 'switched-off']),
    missing: z.string().optional(),
    value: z.number().nullable(),
    unit: z.enum(['share', 'team', 'path', 'day']),
    n: z.int().nonnegative(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    interval: RuleInterval,
    coverage: z.number().min(0).max(1).nullable(),
    breakpoints: JudgedBy,
    severity: z
      .object({ value: z.number(), lower: z.number().nullable(), upper: z.number().nullable() })
      .readonly()
      .nullable(),
    weight: z.number().nonnegative(),
    trend: z
      .object({
        thisPeriod: PeriodValue,
        lastPeriod: PeriodValue,
        difference: z.number(),
        lower: z.number(),
        upper: z.number(),
      })
      .readonly()
      .nullable(),
    pressure: z
      .object({
        under: SideValue,
        rest: SideValue,
        difference: z.number(),
        lower: z.number(),
        upper: z.number(),
      })
      .readonly()
      .nullable(),
    /** Why a rule that was read has no `pressure`. */
    pressureMissing: z.string().optional(),
    /** What it is held against was drafted from the evidence, and nobody has said since that it is meant. */
    drafted: z.literal(true).optional(),
    broke: z.int().nonnegative(),
    examples: z.array(BrokenCase).readonly(),
    details: RuleDetails,
    /** The name by which it can be opened again. */
    cite: z.string().optional(),
  })
  .readonly();
export type RuleResult = z.infer<typeof RuleResult>;

/** Whether a rule is clearly less kept under pressure than otherwise: no part of the interval says that it is not. */
export const fallsUnderPressure = ({ pressure, breakpoints: { asDesigned, twiceAsBad } }: RuleResult): boolean =>
  pressure !== null && (asDesigned > twiceAsBad ? pressure.upper < 0 : pressure.lower > 0);

/** How close a dimension is to its design: 100 as designed, 0 at least twice as far as is tolerable; null when unread. */
export const DimensionScore = z
  .object({
    dimension: Dimension,
    score: z.number().min(0).max(100).nullable(),
    /** The sum of the weights of the rules that entered. */
    weight: z.number().nonnegative(),
    read: z.array(z.string()).readonly(),
    notRead: z.array(z.object({ rule: z.string(), reason: z.string() }).readonly()).readonly(),
    /** Why there is no score. */
    missing: z.string().optional(),
  })
  .readonly();
export type DimensionScore = z.infer<typeof DimensionScore>;

/** All rules read over one window, and what they come to. */
export const Conformance = z
  .object({ results: z.array(RuleResult).readonly(), dimensions: z.array(DimensionScore).readonly() })
  .readonly();
export type Conformance = z.infer<typeof Conformance>;
