import { z } from 'zod';
import { Window } from './window.ts';

/**
 * What a figure may be cut by. A closed list on purpose: a person is not on it and cannot be put on it, because the
 * team is the smallest unit shown. A boundary is two teams, the one that hands work over and the one that takes it. A scale
 * is one of maturity; an effect is what an outcome or a benefit changes: revenue, cost, risk or experience.
 */
export const Scope = z.enum([
  'team',
  'capability',
  'item-type',
  'decision-type',
  'forum',
  'stage',
  'boundary',
  'scale',
  'effect',
  'period',
]);
export type Scope = z.infer<typeof Scope>;

/** The cell a reading speaks of: nothing for the whole, else one key per scope it was cut by. */
export const Subject = z.partialRecord(Scope, z.string()).readonly();
export type Subject = z.infer<typeof Subject>;

/**
 * How the interval was made. `complete` says that there is nothing to estimate: every case was counted.
 * `none` says that there should be one and why there is not stands in `missing`.
 */
export const IntervalMethod = z.enum([
  'complete',
  'wilson',
  'order-statistics',
  'student-t',
  'bootstrap',
  'ratio-estimator',
  'kaplan-meier',
  'one-way-random-effects',
  'fisher',
  'none',
]);
export type IntervalMethod = z.infer<typeof IntervalMethod>;

/** A measured and independently confirmed; B from a system of record; C with stated weaknesses; D declared; E assumed. */
export const Grade = z.enum(['A', 'B', 'C', 'D', 'E']);
export type Grade = z.infer<typeof Grade>;

/** The weakest grade of what is measured; what is weaker is only declared or assumed. */
export const weakestMeasured: Grade = 'C';

/**
 * What one metric says about one subject in one window: the single shape in which every metric answers.
 *
 * `unmapped` marks a subject that goes by a raw name which no rule takes and no record knows.
 *
 * `value` is null when it cannot be told, and then `missing` says why in words; null is never zero. `n` counts the rows
 * behind the value. `coverage` is the share (0–1) of the rows that could be read with what the metric needs: a
 * figure over half-mapped data says 0.5; rejected rows are in no coverage, but in `grade`. `lower` and `upper` bound the 95 % interval. `also` holds named companions
 * (p85, p95, mean of ratios, open cases …) in the metric's unit unless the name says otherwise.
 */
export const Reading = z
  .object({
    metric: z.string(),
    version: z.int().positive(),
    subject: Subject,
    unmapped: z.literal(true).optional(),
    window: Window,
    unit: z.string(),
    value: z.number().nullable(),
    n: z.int().nonnegative(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    interval: IntervalMethod,
    coverage: z.number().min(0).max(1).nullable(),
    grade: Grade,
    missing: z.string().optional(),
    also: z.record(z.string(), z.number().nullable()),
    /** The name by which it can be opened again; none where it is cut twice. */
    cite: z.string().optional(),
  })
  .readonly();
export type Reading = z.infer<typeof Reading>;
