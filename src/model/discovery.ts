import { z } from 'zod';
import { StageKind } from './kinds.ts';

const Count = z.int().nonnegative();
const Days = z.number().nonnegative().nullable();

/** A share of `n` with its 95 % interval; nulls where there is nothing to take a share of. */
export const DiscoveredShare = z.strictObject({
  value: z.number().min(0).max(1).nullable(),
  lower: z.number().min(0).max(1).nullable(),
  upper: z.number().min(0).max(1).nullable(),
  n: Count,
});
export type DiscoveredShare = z.infer<typeof DiscoveredShare>;

/**
 * A stage as items pass it. `mapped` says that a rule or a design knows it; `kind` is null where nobody said it.
 *
 * A visit lasts until the stage changes, whichever teams had the item meanwhile. `position` is the median place at which
 * items first come to it: 1 is the first stage of an item. `starts` and `ends` count the items that begin and that ended
 * there; a stage where at least 5 % of either do so is a `start` or an `end`.
 */
export const DiscoveredStage = z.strictObject({
  key: z.string(),
  mapped: z.boolean(),
  kind: StageKind.nullable(),
  items: Count,
  visits: Count,
  position: z.number().nullable(),
  starts: Count,
  ends: Count,
  start: z.boolean(),
  end: z.boolean(),
});
export type DiscoveredStage = z.infer<typeof DiscoveredStage>;

/**
 * A move from one stage to another. The days are those in the stage that is left, since it was entered.
 *
 * `share` is of all moves of the log; `backward` goes against the order of the stages; `frequent` ones make up the
 * backbone.
 */
export const DiscoveredMove = z.strictObject({
  from: z.string(),
  to: z.string(),
  count: Count,
  items: Count,
  share: z.number().min(0).max(1),
  meanDays: Days,
  medianDays: Days,
  backward: z.boolean(),
  frequent: z.boolean(),
});
export type DiscoveredMove = z.infer<typeof DiscoveredMove>;

/**
 * How work really goes through one log: its stages in their order and all moves between them.
 *
 * The order is the one that the fewest of the `orderedBy` items that have a stage at all contradict. `covered` is the share of moves on the backbone.
 */
export const DiscoveredFlow = z.strictObject({
  source: z.string(),
  items: Count,
  orderedBy: Count,
  moves: Count,
  covered: z.number().min(0).max(1).nullable(),
  stages: z.array(DiscoveredStage),
  edges: z.array(DiscoveredMove),
});
export type DiscoveredFlow = z.infer<typeof DiscoveredFlow>;

/**
 * What one team hands to another. Waits run until the receiver's first action; those that never came to it (`count` less
 * `answered`) are in no mean and no median.
 */
export const DiscoveredHandover = z.strictObject({
  from: z.string(),
  to: z.string(),
  count: Count,
  items: Count,
  answered: DiscoveredShare,
  meanWaitDays: Days,
  medianWaitDays: Days,
});
export type DiscoveredHandover = z.infer<typeof DiscoveredHandover>;

/** A team in the evidence: the items it ever had, and what it gave away and got. `teams` counts those it stands for. */
export const DiscoveredTeam = z.strictObject({
  team: z.string(),
  teams: Count,
  mapped: z.boolean(),
  items: Count,
  gave: Count,
  received: Count,
});
export type DiscoveredTeam = z.infer<typeof DiscoveredTeam>;

/** Groups of teams that hand work to each other most, and the one move of a team that would remove most hand-overs between them. */
export const DiscoveredCommunities = z.strictObject({
  modularity: z.number().nullable(),
  inside: Count,
  across: Count,
  groups: z.array(z.strictObject({ teams: z.array(z.string()), members: Count, inside: Count })),
  /** `to` names the group by its first team; null where no move removes any, or the team is too small to be named. */
  regrouping: z.strictObject({ team: z.string(), to: z.string(), removes: Count }).nullable(),
});
export type DiscoveredCommunities = z.infer<typeof DiscoveredCommunities>;

/**
 * Which team really does the work on one subject.
 *
 * `by` says what was counted: days in active stages (neither blocked nor waiting for a receiver's first action), or items
 * ended where nothing was ever in an active stage. Shares are of what has a team at all, and `covered` says how much of
 * it that is. `effectiveTeams` is how many teams would share the work as evenly. `owner` is null below five items, and
 * `missing` says so.
 */
export const DiscoveredOwner = z.strictObject({
  of: z.enum(['capability', 'initiative', 'item-type']),
  key: z.string(),
  mapped: z.boolean(),
  by: z.enum(['active-time', 'items-ended']),
  items: Count,
  amount: z.number().nonnegative(),
  covered: z.number().min(0).max(1).nullable(),
  owner: z.string().nullable(),
  runnerUp: z.string().nullable(),
  effectiveTeams: z.number().nullable(),
  missing: z.string().optional(),
  teams: z.array(z.strictObject({ team: z.string(), items: Count, amount: z.number(), share: DiscoveredShare })),
});
export type DiscoveredOwner = z.infer<typeof DiscoveredOwner>;

/**
 * How decisions of one type are really made. Shares are of the `decided` ones; a null level is one nobody knows.
 *
 * `usual` lists the most frequent paths; `variants` counts all, `entropy` (nats) and `effectiveVariants` tell how evenly
 * cases spread over them. Days run from raised to decided; below five decided ones they are null.
 */
export const DiscoveredDecision = z.strictObject({
  type: z.string(),
  decisions: Count,
  decided: Count,
  deciders: z.array(
    z.strictObject({ by: z.string().nullable(), level: z.string().nullable(), count: Count, share: DiscoveredShare }),
  ),
  levels: z.array(z.strictObject({ level: z.string().nullable(), count: Count, share: DiscoveredShare })),
  variants: Count,
  entropy: z.number().nullable(),
  effectiveVariants: z.number().nullable(),
  usual: z.array(z.strictObject({ path: z.string(), count: Count, share: DiscoveredShare })),
  p50Days: Days,
  p85Days: Days,
});
export type DiscoveredDecision = z.infer<typeof DiscoveredDecision>;

/** A decider that refuses under 1 % of at least 50 cases with a known outcome: it adds a wait and changes nothing. */
export const NeverRefuses = z.strictObject({ by: z.string(), cases: Count, refused: Count, share: DiscoveredShare });
export type NeverRefuses = z.infer<typeof NeverRefuses>;

/** A level on which decisions were made, from the nearest to the work upward; `rank` is null where no design ranks it. */
export const DiscoveredLevel = z.strictObject({ level: z.string(), rank: z.int().nullable(), decisions: Count });
export type DiscoveredLevel = z.infer<typeof DiscoveredLevel>;

/**
 * The operating model that is followed, found in the evidence alone. No person is ever in it.
 *
 * Teams of too few people to be shown are in every total and stand under one name in every list.
 */
export const Discovery = z.strictObject({
  /** How much of the moves the frequent ways were to cover. */
  detail: z.number().min(0).max(1),
  flows: z.array(DiscoveredFlow),
  teams: z.array(DiscoveredTeam),
  handovers: z.strictObject({ count: Count, items: Count, pairs: z.array(DiscoveredHandover) }),
  communities: DiscoveredCommunities,
  owners: z.array(DiscoveredOwner),
  levels: z.array(DiscoveredLevel),
  decisions: z.array(DiscoveredDecision),
  neverRefuse: z.array(NeverRefuses),
});
export type Discovery = z.infer<typeof Discovery>;
