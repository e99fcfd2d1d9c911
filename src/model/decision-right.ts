import { z } from 'zod';
import { about, namedByKey } from './about.ts';
import { DecisionTypeKey } from './decision-type.ts';
import { Clock, Duration } from './duration.ts';
import { ForumKey } from './forum.ts';
import { Key } from './key.ts';
import { LevelKey } from './level.ts';
import { RoleKey } from './role.ts';

export const DecisionRightKey = Key.brand<'decision-right'>();
export type DecisionRightKey = z.infer<typeof DecisionRightKey>;

/**
 * An amount in the workspace's currency: from the first up to, but not including, the second.
 *
 * Numbers, unlike money elsewhere, because a limit is only compared and never added up.
 */
export const AmountRange = z
  .strictObject({ from: z.number().nonnegative().optional(), below: z.number().positive().optional() })
  .check(({ value: { from, below }, issues }) => {
    if (from === undefined || below === undefined || from < below) return;
    issues.push({ code: 'custom', input: below, path: ['below'], message: `an amount above ${from}, where it starts` });
  });

/** The condition of a right, as one row of a decision table: every field given must hold; a list holds by any of its words. */
export const RightCondition = z.strictObject({
  amount: AmountRange.optional(),
  risk: z.array(z.string()).optional(),
  regulated: z.boolean().optional(),
  priority: z.array(z.string()).optional(),
  itemType: z.array(z.string()).optional(),
});
export type RightCondition = z.infer<typeof RightCondition>;

/** Who settles the matter: one role or one forum. Two deciders are, in practice, none. */
export const Decider = z.union([z.strictObject({ role: RoleKey }), z.strictObject({ forum: ForumKey })], {
  error: 'exactly one decider, as role: … or forum: …',
});
export type Decider = z.infer<typeof Decider>;

/**
 * Where, by whom and how fast one type of decision is to be made, under a condition.
 *
 * `agree` may stop it, `consult` is heard before, `inform` is told after. `within` runs from raised to decided.
 * `escalation` lists the levels it climbs, in order, when it is stuck.
 */
export const DecisionRight = z
  .strictObject({
    key: DecisionRightKey,
    ...about,
    decisionType: DecisionTypeKey,
    when: RightCondition.optional(),
    level: LevelKey,
    decider: Decider,
    agree: z.array(RoleKey).default([]),
    consult: z.array(RoleKey).default([]),
    inform: z.array(RoleKey).default([]),
    within: Duration.optional(),
    clock: Clock.default('elapsed'),
    escalation: z.array(LevelKey).default([]),
  })
  .overwrite(namedByKey);
export type DecisionRight = z.infer<typeof DecisionRight>;
