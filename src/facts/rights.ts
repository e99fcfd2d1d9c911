import type { DecisionRight } from '#model/decision-right.ts';
import type { DesignModel } from '#model/design-model.ts';

/** What a decision right's condition is held against. */
export type Circumstances = {
  readonly amount: number | null;
  readonly risk: string | null;
  readonly regulated: boolean | null;
  readonly priority: string | null;
  readonly itemType: string | null;
  /** What somebody stated and cannot be read. */
  readonly unread: readonly Unread[];
};

export type Unread = 'amount' | 'regulated';

/**
 * The rights of a decision's type whose condition holds, in the order of the design: the first is the right.
 *
 * Undefined where that hangs on what cannot be read: to go on to the next right would hold the decision to a wrong one.
 */
export const rightsFor = (
  design: DesignModel,
  type: string,
  circumstances: Circumstances,
): DecisionRight[] | undefined => {
  const ofType = design.decisionRights.filter((right) => right.decisionType === type);
  if (ofType.some((right) => hangsOnUnread(right, circumstances))) return undefined;
  return ofType.filter((right) => holds(right, circumstances));
};

/** Whether a right asks for what cannot be read, and all else that it asks for holds. */
const hangsOnUnread = ({ when, ...right }: DecisionRight, circumstances: Circumstances): boolean => {
  const asked = circumstances.unread.filter((what) => when?.[what] !== undefined);
  if (!when || asked.length === 0) return false;
  const rest = Object.fromEntries(Object.entries(when).filter(([what]) => !asked.some((unread) => unread === what)));
  return holds({ ...right, when: rest }, circumstances);
};

/** A condition that needs what nobody stated does not hold. */
const holds = (
  { when }: Pick<DecisionRight, 'when'>,
  { amount, risk, regulated, priority, itemType }: Circumstances,
): boolean => {
  if (!when) return true;
  const among = (list: readonly string[] | undefined, value: string | null): boolean =>
    list === undefined || (value !== null && list.includes(value));
  const range = when.amount;
  const inRange =
    range === undefined ||
    (amount !== null &&
      amount >= (range.from ?? Number.NEGATIVE_INFINITY) &&
      amount < (range.below ?? Number.POSITIVE_INFINITY));
  const sameRule = when.regulated === undefined || when.regulated === regulated;
  return (
    inRange && sameRule && among(when.risk, risk) && among(when.priority, priority) && among(when.itemType, itemType)
  );
};

/** Who decides by a right, as one word. */
export const deciderOf = ({ decider }: DecisionRight): string => ('role' in decider ? decider.role : decider.forum);

/** The types of decisions that cannot wait for the usual way. */
export const emergenciesOf = ({ decisionTypes }: Pick<DesignModel, 'decisionTypes'>): string[] =>
  decisionTypes.filter(({ emergency }) => emergency).map(({ key }) => key);

/** Every role that can stop the matter by one of these rights. */
export const agreeingIn = (rights: readonly DecisionRight[]): ReadonlySet<string> =>
  new Set(rights.flatMap(({ agree }) => agree));

/** The ladder of a design by level, and the level of everybody who can take a step: roles, forums and teams. */
export type Ladder = {
  readonly rank: (level: string | null) => number | null;
  readonly levelOf: (roleForumOrTeam: string) => string | null;
  readonly levelOfTeam: (team: string) => string | null;
  readonly lowest: number;
};

export const ladderOf = (design: DesignModel): Ladder => {
  const ranks = new Map<string, number>(design.levels.map(({ key, rank }) => [key, rank]));
  const levels = new Map<string, string>();
  for (const { key, level } of [...design.teams].reverse()) if (level !== undefined) levels.set(key, level);
  for (const { key, level } of design.forums) levels.set(key, level);
  for (const { key, level } of design.roles) levels.set(key, level);
  return {
    rank: (level) => (level === null ? null : (ranks.get(level) ?? null)),
    levelOf: (key) => levels.get(key) ?? null,
    levelOfTeam: (team) => design.teams.find(({ key }) => key === team)?.level ?? null,
    lowest: Math.min(...ranks.values()),
  };
};
