import { z } from 'zod';

/** What an item does in a stage: waits to be taken up, waits, is worked on, waits to be decided, is over, is dropped. */
export const StageKind = z.enum(['new', 'queue', 'active', 'decision', 'done', 'cancelled']);
export type StageKind = z.infer<typeof StageKind>;

/** What a row of evidence says that happened, when a mapping names it; a row nobody names is an `update`. */
export const EventKind = z.enum([
  'update',
  'commented',
  'blocked',
  'unblocked',
  'approval-asked',
  'approval-given',
  'approval-refused',
  'escalated',
  'scope',
]);
export type EventKind = z.infer<typeof EventKind>;

/** A step on a decision's way. `ask` raises it (and asks the next one), `decide` settles it, `act` is the first deed after it, `reopen` puts it back. */
export const StepKind = z.enum([
  'ask',
  'discuss',
  'ask-information',
  'give-information',
  'return',
  'escalate',
  'delegate',
  'decide',
  'communicate',
  'act',
  'reopen',
]);
export type StepKind = z.infer<typeof StepKind>;

/** Where each moment of an item's life goes: exactly one of these, or none while it is done or cancelled. */
export const TimeClass = z.enum(['active', 'queue', 'handoff', 'decision', 'blocked', 'unmapped']);
export type TimeClass = z.infer<typeof TimeClass>;

/** How a team, a capability or an initiative carries out its work. */
export const WayOfDelivery = z.enum(['product', 'project', 'platform', 'service']);
export type WayOfDelivery = z.infer<typeof WayOfDelivery>;

/** What an outcome or a benefit changes in the business. */
export const EffectKind = z.enum(['revenue', 'cost', 'risk', 'experience']);
export type EffectKind = z.infer<typeof EffectKind>;
