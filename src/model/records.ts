import type { z } from 'zod';
import { Capability } from './capability.ts';
import { Channel } from './channel.ts';
import { DecisionRight } from './decision-right.ts';
import { DecisionType } from './decision-type.ts';
import { DeliveryModel } from './delivery-model.ts';
import { Forum } from './forum.ts';
import { Initiative } from './initiative.ts';
import { Level } from './level.ts';
import { Meeting } from './meeting.ts';
import { Outcome } from './outcome.ts';
import { Ownership } from './ownership.ts';
import { Policy } from './policy.ts';
import { PriorityHold } from './priority-hold.ts';
import { Role } from './role.ts';
import { RuleSetting } from './rule-setting.ts';
import { Service } from './service.ts';
import { StakeholderGroup } from './stakeholder-group.ts';
import { Team } from './team.ts';
import { Workflow } from './workflow.ts';

/**
 * Every kind of record that belongs to a design: its schema, what a list of them is called in a file, and which of its
 * fields hold the key of which other kind. `[]` in a field stands for every entry of a list.
 *
 * The one table: files, the store, the checks and the published schema all read it. A design itself is no row of it.
 */
export const recordKinds = {
  team: { schema: Team, plural: 'teams', references: { parent: 'team', level: 'level' } },
  capability: { schema: Capability, plural: 'capabilities', references: { parent: 'capability' } },
  service: { schema: Service, plural: 'services', references: { owner: 'team' } },
  outcome: { schema: Outcome, plural: 'outcomes', references: {} },
  initiative: { schema: Initiative, plural: 'initiatives', references: {} },
  ownership: {
    schema: Ownership,
    plural: 'ownerships',
    references: {
      team: 'team',
      capability: 'capability',
      service: 'service',
      outcome: 'outcome',
      initiative: 'initiative',
    },
  },
  level: { schema: Level, plural: 'levels', references: {} },
  role: { schema: Role, plural: 'roles', references: { level: 'level' } },
  forum: { schema: Forum, plural: 'forums', references: { level: 'level', 'members[]': 'role' } },
  meeting: { schema: Meeting, plural: 'meetings', references: { forum: 'forum' } },
  'decision-type': { schema: DecisionType, plural: 'decisionTypes', references: {} },
  'decision-right': {
    schema: DecisionRight,
    plural: 'decisionRights',
    references: {
      decisionType: 'decision-type',
      level: 'level',
      'decider.role': 'role',
      'decider.forum': 'forum',
      'agree[]': 'role',
      'consult[]': 'role',
      'inform[]': 'role',
      'escalation[]': 'level',
    },
  },
  policy: { schema: Policy, plural: 'policies', references: {} },
  'delivery-model': {
    schema: DeliveryModel,
    plural: 'deliveryModels',
    references: { team: 'team', capability: 'capability', initiative: 'initiative' },
  },
  workflow: {
    schema: Workflow,
    plural: 'workflows',
    references: { 'stages[].team': 'team', 'appliesTo[].team': 'team' },
  },
  channel: { schema: Channel, plural: 'channels', references: { forum: 'forum' } },
  'stakeholder-group': {
    schema: StakeholderGroup,
    plural: 'stakeholderGroups',
    references: { counterpart: 'role' },
  },
  'priority-hold': { schema: PriorityHold, plural: 'priorityHolds', references: {} },
  'rule-setting': { schema: RuleSetting, plural: 'ruleSettings', references: {} },
} as const satisfies Readonly<Record<string, RecordKindRow>>;

type RecordKindRow = {
  readonly schema: z.ZodType<{ readonly key: string; readonly name: string }>;
  readonly plural: string;
  readonly references: Readonly<Record<string, string>>;
};

/** A kind of record within a design. */
export type RecordKind = keyof typeof recordKinds;

export const kinds = Object.keys(recordKinds) as readonly RecordKind[];

/** A kind of record of the operating model: those that belong to a design, and the design itself. */
export type ModelKind = RecordKind | 'design';

/** Other records may stand in the same store; the operating model is made of these kinds only. */
export const isModelKind = (kind: string): kind is ModelKind =>
  kind === 'design' || kinds.some((known) => known === kind);

/**
 * A record of the operating model as it is kept and compared: what its author wrote, with nothing filled in.
 *
 * Defaults are filled in when it is read, so that a default which changes with a version does not look like a change that
 * somebody made. A design is such a record too and belongs to itself.
 */
export type ModelRecord = {
  readonly kind: ModelKind;
  readonly key: string;
  readonly design: string;
  readonly body: Readonly<Record<string, unknown>>;
};
