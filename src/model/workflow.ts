import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { Clock, Duration } from './duration.ts';
import { Key } from './key.ts';
import { StageKind } from './kinds.ts';
import { TeamKey } from './team.ts';

export const WorkflowKey = Key.brand<'workflow'>();
export type WorkflowKey = z.infer<typeof WorkflowKey>;

/** Unique within its workflow only: two workflows may each have a stage called review. */
export const StageKey = Key.brand<'stage'>();
export type StageKey = z.infer<typeof StageKey>;

export const Stage = z
  .strictObject({
    key: StageKey,
    name: about.name,
    kind: StageKind,
    team: TeamKey.optional(),
    wipLimit: z.int().positive().optional(),
    note: about.note,
  })
  .overwrite(namedByKey);
export type Stage = z.infer<typeof Stage>;

/**
 * A promise on time between two points of a workflow, for `share` of the cases.
 *
 * `from` and `to` name stages; `start` and `done` stand for the beginning and the end of the case, unless a stage bears
 * that key.
 */
export const FlowTarget = z.strictObject({
  key: Key.optional(),
  when: z
    .strictObject({ priority: z.array(z.string()).optional(), itemType: z.array(z.string()).optional() })
    .optional(),
  from: StageKey,
  to: StageKey,
  within: Duration,
  clock: Clock.default('elapsed'),
  share: z.number().gt(0).max(1).default(0.9),
  origin: about.origin,
});
export type FlowTarget = z.infer<typeof FlowTarget>;

/**
 * The stages that work of some kind passes, in order.
 *
 * Without `transitions` nothing is said about which moves are allowed, and none is held against the design; forward moves
 * are not taken as the only ones. `loops` are stages that repeat by design and are no rework.
 */
export const Workflow = z
  .strictObject({
    key: WorkflowKey,
    ...about,
    stages: z.array(Stage).min(1, 'at least one stage'),
    transitions: z.array(z.strictObject({ from: StageKey, to: z.array(StageKey) })).optional(),
    targets: z.array(FlowTarget).default([]),
    loops: z.array(StageKey).default([]),
    appliesTo: z
      .array(
        z.strictObject({ team: TeamKey.optional(), itemType: z.string().optional(), source: z.string().optional() }),
      )
      .default([]),
  })
  .overwrite(namedByKey);
export type Workflow = z.infer<typeof Workflow>;
