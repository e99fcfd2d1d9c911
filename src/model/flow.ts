import { z } from 'zod';
import { EventKind, StageKind, TimeClass } from './kinds.ts';

const Count = z.int().nonnegative();
const Days = z.number().nonnegative().nullable();

/** A stage of one log; `kind` is null where nobody said what work does in it. */
export const FlowStage = z.strictObject({ key: z.string(), name: z.string(), kind: StageKind.nullable() });
export type FlowStage = z.infer<typeof FlowStage>;

/**
 * A move from one stage to another, made in the window. The days are those in the stage that is left, since it was
 * entered, which may have been before the window.
 *
 * `designed` says whether a workflow of the design allows it; null where none says which moves it allows.
 */
export const FlowMove = z.strictObject({
  from: z.string(),
  to: z.string(),
  count: Count,
  items: Count,
  meanDays: Days,
  medianDays: Days,
  designed: z.boolean().nullable(),
});
export type FlowMove = z.infer<typeof FlowMove>;

/** How work went through one log in a window: its stages in their order, and every move between them, most frequent first. */
export const FlowMap = z.strictObject({
  source: z.string(),
  /** In the order that the fewest items contradict, of all the evidence. `items` came to the stage in the window. */
  stages: z.array(FlowStage.extend({ items: Count })),
  moves: z.array(FlowMove),
});
export type FlowMap = z.infer<typeof FlowMap>;

/**
 * Where the items of one log stood at the end of each day of a window.
 *
 * `counts` are in the order of the bands. What ended before the window is in none, so that what is done grows from nought.
 * A band without a stage holds items of which nobody has said where they stand.
 */
export const CumulativeFlow = z.strictObject({
  source: z.string(),
  bands: z.array(z.strictObject({ stage: z.string().nullable(), name: z.string(), kind: StageKind.nullable() })),
  days: z.array(z.strictObject({ day: z.iso.date(), counts: z.array(Count) })),
});
export type CumulativeFlow = z.infer<typeof CumulativeFlow>;

/** An item of one log that was under way when the window ended, with its age then and the stage it stood in. */
export const AgeingItem = z.strictObject({
  item: z.string(),
  stage: z.string().nullable(),
  team: z.string(),
  itemType: z.string(),
  started: z.iso.datetime(),
  ageDays: z.number().nonnegative(),
});

/** Work under way in one log, oldest first, beside how long the work took that was done in the window. */
export const AgeingWork = z.strictObject({
  source: z.string(),
  stages: z.array(FlowStage),
  total: Count,
  items: z.array(AgeingItem),
  done: z.strictObject({ p50: Days, p85: Days, p95: Days, n: Count }),
});
export type AgeingWork = z.infer<typeof AgeingWork>;

/**
 * What one team handed to another in the window. Waits run until the receiver's first action; those that never came to it
 * (`count` less `answered`) are in no median.
 */
export const HandOff = z.strictObject({
  from: z.string(),
  to: z.string(),
  count: Count,
  items: Count,
  answered: Count,
  medianWaitDays: Days,
});
export type HandOff = z.infer<typeof HandOff>;

/**
 * What the time of items goes into that were done in the window, from start to end, in mean days.
 *
 * By stage it is the part that fell into visits of that stage, per item that came there; by team all of it, per item of
 * the team. `lower` and `upper` bound the share of work (of work and waiting); a stage has none. `ofWaiting` is the part
 * of all waiting that lies here.
 */
export const TimeUse = z.strictObject({
  key: z.string(),
  name: z.string(),
  n: Count,
  /** Null, as every mean is, where there are fewer than five. */
  days: z.record(TimeClass, Days),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  ofWaiting: z.number().min(0).max(1).nullable(),
});
export type TimeUse = z.infer<typeof TimeUse>;

/** A stretch of a case with one team in one stage, while its time went into one thing; `until` is null while it lasts. */
export const CaseStretch = z.strictObject({
  team: z.string(),
  stage: z.string(),
  kind: TimeClass,
  from: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
});
export type CaseStretch = z.infer<typeof CaseStretch>;

/** One item from its first row to its last. People are never in it, and neither is what rows say in words. */
export const CaseHistory = z.strictObject({
  source: z.string(),
  item: z.string(),
  itemType: z.string(),
  capability: z.string(),
  team: z.string(),
  stage: z.string().nullable(),
  status: z.enum(['open', 'done', 'cancelled']),
  created: z.iso.datetime(),
  started: z.iso.datetime().nullable(),
  ended: z.iso.datetime().nullable(),
  /** Where it can be seen in the tool it comes from. */
  link: z.string().nullable(),
  /** What the design calls the stages, by their keys. */
  stageNames: z.record(z.string(), z.string()),
  stretches: z.array(CaseStretch),
  events: z.array(z.strictObject({ team: z.string(), at: z.iso.datetime(), what: EventKind })),
});
export type CaseHistory = z.infer<typeof CaseHistory>;
