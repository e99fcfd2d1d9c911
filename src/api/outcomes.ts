import { z } from 'zod';
import { Day } from '#model/day.ts';
import { EffectKind } from '#model/kinds.ts';
import { DatedValue, Measurement } from '#model/measurement.ts';
import { Rival } from '#model/outcome.ts';
import { Grade } from '#model/reading.ts';
import { endpoint } from './define.ts';
import { asOf } from './figures.ts';
import { notices } from './model.ts';

const told = { today: Day, notices };

const OutcomeRow = z.object({
  key: z.string(),
  name: z.string(),
  kind: EffectKind.nullable(),
  unit: z.string().nullable(),
  direction: z.enum(['up', 'down']).nullable(),
  baseline: DatedValue.nullable(),
  target: DatedValue.nullable(),
  latest: DatedValue.nullable(),
  measurements: z.int(),
  /** The share of the way from baseline to target that the latest value has come; may be below 0 or above 1. Null as long as nothing was measured after the baseline. */
  progress: z.number().nullable(),
  /** Explanations that are not ruled out. */
  openRivals: z.int(),
  initiatives: z.int(),
});
export type OutcomeRow = z.infer<typeof OutcomeRow>;

const Estimate = z.object({ value: z.number(), lower: z.number(), upper: z.number() });
const Change = z.object({ name: z.string(), liveOn: Day });

const Effect = z.object({
  initiative: z.string(),
  name: z.string(),
  liveOn: Day.nullable(),
  /** What may be said of it, whether it can be told or not. */
  sentence: z.string(),
  /** On which side of nothing the whole interval lies; null where no effect can be told. */
  moved: z.enum(['up', 'down', 'not-told-from-chance']).nullable(),
  better: z.boolean().nullable(),
  grade: Grade.nullable(),
  weaknesses: z.array(z.string()),
  /** Null where it cannot be told; all in the unit of the outcome, with 95 % intervals. */
  estimate: z
    .object({
      method: z.enum(['interrupted-series', 'difference-from-control']),
      step: z.string(),
      before: z.int(),
      after: z.int(),
      missing: z.int(),
      seasonal: z.boolean(),
      /** Whether it has one that too little was measured before to know. */
      seasonUnknown: z.boolean(),
      carriedOver: z.number(),
      mean: Estimate,
      level: Estimate,
      /** Change of the trend, per step. */
      trend: Estimate,
      beside: z.array(Change),
      apart: z.array(Change),
      /** What each measurement since would have been without it (beside a control: the difference from it). */
      without: z.array(DatedValue),
    })
    .nullable(),
});
export type Effect = z.infer<typeof Effect>;

export const listOutcomes = endpoint({
  id: 'list-outcomes',
  stands: true,
  method: 'get',
  path: '/api/v1/outcomes',
  summary: 'Every outcome with baseline, target, latest value and how far it has come',
  input: z.strictObject({ asOf }),
  answer: z.object({ ...told, outcomes: z.array(OutcomeRow) }),
});

export const showOutcome = endpoint({
  id: 'show-outcome',
  stands: true,
  method: 'get',
  path: '/api/v1/outcomes/:key',
  summary: 'One outcome: its series, what each initiative that leads to it did to it, and what else may explain it',
  input: z.strictObject({ key: z.string(), asOf }),
  answer: z.object({
    ...told,
    outcome: OutcomeRow,
    measurements: z.array(Measurement),
    control: z.array(Measurement),
    effects: z.array(Effect),
    rivals: z.array(Rival),
    contribution: z.object({ grade: Grade.nullable(), others: z.number().nullable(), sentence: z.string() }),
  }),
});
