import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { CapabilityKey } from './capability.ts';
import { Instant } from './day.ts';
import { DecisionKey } from './decision.ts';
import { ForumKey } from './forum.ts';
import { InitiativeKey } from './initiative.ts';
import { Key } from './key.ts';

export const MeetingKey = Key.brand<'meeting'>();
export type MeetingKey = z.infer<typeof MeetingKey>;

/**
 * One subject of a meeting. `minutes` is the time it took, where somebody noted it.
 *
 * `initiative` and `capability` say what it was about; `decision` is the one that was taken on it.
 */
export const AgendaItem = z.strictObject({
  subject: z.string().min(1, 'a subject of at least one character'),
  kind: z.enum(['decision', 'information', 'carried-over']),
  result: z.string().optional(),
  minutes: z.number().nonnegative().optional(),
  initiative: InitiativeKey.optional(),
  capability: CapabilityKey.optional(),
  decision: DecisionKey.optional(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** Whether a subject was settled: it was to be decided, and its result or the decision taken on it is on record. */
export const endsDecided = ({ kind, result, decision }: AgendaItem): boolean =>
  kind === 'decision' && (result !== undefined || decision !== undefined);

/** One sitting of a forum. */
export const Meeting = z
  .strictObject({
    key: MeetingKey,
    ...about,
    forum: ForumKey,
    heldAt: Instant,
    agenda: z.array(AgendaItem).default([]),
  })
  .overwrite(namedByKey);
export type Meeting = z.infer<typeof Meeting>;
