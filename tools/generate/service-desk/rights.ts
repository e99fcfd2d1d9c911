import type { CaseSpec, Cycle, DecisionTypeKey } from './case.ts';
import type { ChoiceType } from './choices.ts';
import { workday } from './clock.ts';
import { type DeciderKey, deciders } from './organisation.ts';
import { between, type Clocks } from './time-spent.ts';

/** What the design says about decisions: who makes them, on what condition, and within how many days. */

export const decisionTypes: readonly {
  readonly key: DecisionTypeKey;
  readonly name: string;
  readonly raw: string;
  readonly decides: string;
}[] = [
  { key: 'change-approval', name: 'Change approval', raw: 'Change', decides: 'approve-change' },
  { key: 'purchase', name: 'Purchase', raw: 'Purchase', decides: 'fund' },
  { key: 'access', name: 'Access', raw: 'Access', decides: 'grant-access' },
  {
    key: 'architecture-exception',
    name: 'Architecture exception',
    raw: 'Architecture exception',
    decides: 'choose-architecture',
  },
  { key: 'data-release', name: 'Data release', raw: 'Data release', decides: 'accept-risk' },
];

export type RightSpec = {
  readonly key: string;
  readonly type: DecisionTypeKey | ChoiceType;
  readonly when?: Readonly<Record<string, unknown>>;
  readonly decider: DeciderKey;
  readonly within: number;
  readonly clock: 'working' | 'elapsed';
  readonly agree?: readonly DeciderKey[];
  readonly escalation?: readonly string[];
};

export const rights: readonly RightSpec[] = [
  {
    key: 'change-low-risk',
    type: 'change-approval',
    when: { risk: ['low'] },
    decider: 'team-lead',
    within: 1,
    clock: 'working',
    escalation: ['department'],
  },
  {
    key: 'change-medium-risk',
    type: 'change-approval',
    when: { risk: ['medium'] },
    decider: 'change-manager',
    within: 3,
    clock: 'working',
    escalation: ['leadership'],
  },
  {
    key: 'change-high-risk',
    type: 'change-approval',
    when: { risk: ['high'] },
    decider: 'change-advisory-board',
    within: 10,
    clock: 'elapsed',
    agree: ['security-officer'],
    escalation: ['executive'],
  },
  {
    key: 'purchase-small',
    type: 'purchase',
    when: { amount: { below: 5000 } },
    decider: 'team-lead',
    within: 2,
    clock: 'working',
  },
  {
    key: 'purchase-medium',
    type: 'purchase',
    when: { amount: { from: 5000, below: 50_000 } },
    decider: 'department-head',
    within: 4,
    clock: 'working',
  },
  {
    key: 'purchase-large',
    type: 'purchase',
    when: { amount: { from: 50_000, below: 250_000 } },
    decider: 'investment-board',
    within: 21,
    clock: 'elapsed',
    escalation: ['executive'],
  },
  {
    key: 'purchase-huge',
    type: 'purchase',
    when: { amount: { from: 250_000 } },
    decider: 'executive-board',
    within: 45,
    clock: 'elapsed',
  },
  {
    key: 'access-regulated',
    type: 'access',
    when: { regulated: true },
    decider: 'security-officer',
    within: 2,
    clock: 'working',
  },
  {
    key: 'access-ordinary',
    type: 'access',
    when: { regulated: false },
    decider: 'team-lead',
    within: 1,
    clock: 'working',
  },
  {
    key: 'architecture-exception',
    type: 'architecture-exception',
    decider: 'architecture-board',
    within: 10,
    clock: 'elapsed',
    escalation: ['executive'],
  },
];

export const levelOf = (decider: DeciderKey): string => deciders[decider];

const daysOn = {
  elapsed: ({ elapsed }: Clocks) => elapsed / 1440,
  working: ({ working }: Clocks) => working / workday,
};

/** The right by which a matter is to be decided, if any. */
export const rightOf = ({ type, intended }: CaseSpec): RightSpec | undefined =>
  rights.find((right) => right.type === type && right.decider === intended);

/** Whether a decision was made within the target of its right; undefined where it is open or has no right. */
export const inTime = ({ of, raised, decided }: Cycle): boolean | undefined => {
  const right = rightOf(of);
  return right && decided ? daysOn[right.clock](between(raised, decided.at)) <= right.within : undefined;
};
