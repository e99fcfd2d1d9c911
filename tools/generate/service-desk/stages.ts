/** The states of the ticket tool, the stage that each of them is, and what an item does there. */

export type Kind = 'new' | 'queue' | 'active' | 'decision' | 'done' | 'cancelled';

export type StateSpec = { readonly raw: string; readonly key: string; readonly kind: Kind };

const state = <Key extends string>(key: Key, raw: string, kind: Kind) => ({ key, raw, kind });

export const states = [
  state('new', 'New', 'new'),
  state('assigned', 'Assigned', 'queue'),
  state('in-progress', 'In Progress', 'active'),
  state('waiting-for-user', 'Waiting for User', 'queue'),
  state('verification', 'Verification', 'active'),
  state('resolved', 'Resolved', 'done'),
  state('assessment', 'Assessment', 'active'),
  state('approval', 'Awaiting Approval', 'decision'),
  state('scheduled', 'Scheduled', 'queue'),
  state('implementation', 'Implementation', 'active'),
  state('review', 'Review', 'active'),
  state('closed', 'Closed', 'done'),
  state('cancelled', 'Cancelled', 'cancelled'),
] as const;

export type StageKey = (typeof states)[number]['key'];

export const stateOf = (key: StageKey): StateSpec => {
  const found = states.find((each) => each.key === key);
  if (!found) throw new Error(`no state ${key}`);
  return found;
};

/** The stages of each workflow in the order in which work passes them when nothing goes wrong. */
export const stageOrders = {
  support: ['new', 'assigned', 'in-progress', 'verification', 'resolved', 'closed'],
  change: ['new', 'assessment', 'approval', 'scheduled', 'implementation', 'review', 'closed'],
} as const satisfies Readonly<Record<string, readonly StageKey[]>>;

/** Every move that the design allows. */
export const moves: Readonly<
  Record<keyof typeof stageOrders, Readonly<Partial<Record<StageKey, readonly StageKey[]>>>>
> = {
  support: {
    new: ['assigned', 'cancelled'],
    assigned: ['in-progress', 'cancelled'],
    'in-progress': ['waiting-for-user', 'assigned', 'verification', 'cancelled'],
    'waiting-for-user': ['in-progress', 'cancelled'],
    verification: ['resolved', 'in-progress'],
    resolved: ['closed', 'in-progress'],
  },
  change: {
    new: ['assessment', 'cancelled'],
    assessment: ['approval', 'cancelled'],
    approval: ['scheduled', 'cancelled'],
    scheduled: ['implementation', 'cancelled'],
    implementation: ['review'],
    review: ['closed', 'implementation'],
  },
};

/** Repeats by design: a user may be asked more than once. */
export const loops: readonly StageKey[] = ['waiting-for-user'];

/** How many changes may be in review at one time. */
export const reviewLimit = 6;
/** How many tickets may be in progress at one time, over all teams. */
export const progressLimit = 40;
