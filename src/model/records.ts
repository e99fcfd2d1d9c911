import type { z } from 'zod';
import { AlignmentCycle } from './alignment-cycle.ts';
import { Benefit } from './benefit.ts';
import { Capability } from './capability.ts';
import { ChainLink } from './chain-link.ts';
import { Channel } from './channel.ts';
import { Decision } from './decision.ts';
import { DecisionRight } from './decision-right.ts';
import { DecisionType } from './decision-type.ts';
import { DeliveryModel } from './delivery-model.ts';
import { Demand } from './demand.ts';
import { Dependency } from './dependency.ts';
import { Dispute } from './dispute.ts';
import { Duplication } from './duplication.ts';
import { ExchangeRate } from './exchange-rate.ts';
import { Finding } from './finding.ts';
import { Forum } from './forum.ts';
import { GateOverride } from './gate-override.ts';
import { Goal } from './goal.ts';
import { GoalCapability } from './goal-capability.ts';
import { Initiative } from './initiative.ts';
import { Investment } from './investment.ts';
import { Level } from './level.ts';
import { MaturityAssessment } from './maturity-assessment.ts';
import { Meeting } from './meeting.ts';
import { Outcome } from './outcome.ts';
import { Ownership } from './ownership.ts';
import { PlanSnapshot } from './plan-snapshot.ts';
import { PlanningPeriod } from './planning-period.ts';
import { Policy } from './policy.ts';
import { PriorityHold } from './priority-hold.ts';
import { PriorityList } from './priority-list.ts';
import { Product } from './product.ts';
import { Response } from './response.ts';
import { Review } from './review.ts';
import { Role } from './role.ts';
import { RuleSetting } from './rule-setting.ts';
import { Scorecard } from './scorecard.ts';
import { Service } from './service.ts';
import { Skill } from './skill.ts';
import { SpendStatement } from './spend-statement.ts';
import { StakeholderGroup } from './stakeholder-group.ts';
import { Survey } from './survey.ts';
import { Team } from './team.ts';
import { Workflow } from './workflow.ts';

/**
 * Every kind of record: its schema, what a list of them is called in a file, whether they are `of` one design or of the
 * workspace and all its designs, and which of their fields hold the key of which other kind. `[]` in a field stands for
 * every entry of a list.
 *
 * The one table: files, the store, the checks and the published schema all read it. A design itself is no row of it.
 */
export const recordKinds = {
  team: { schema: Team, plural: 'teams', of: 'design', references: { parent: 'team', level: 'level' } },
  ownership: {
    schema: Ownership,
    plural: 'ownerships',
    of: 'design',
    references: {
      team: 'team',
      capability: 'capability',
      service: 'service',
      outcome: 'outcome',
      initiative: 'initiative',
    },
  },
  level: { schema: Level, plural: 'levels', of: 'design', references: {} },
  role: { schema: Role, plural: 'roles', of: 'design', references: { level: 'level' } },
  forum: { schema: Forum, plural: 'forums', of: 'design', references: { level: 'level', 'members[]': 'role' } },
  'decision-type': { schema: DecisionType, plural: 'decisionTypes', of: 'design', references: {} },
  'decision-right': {
    schema: DecisionRight,
    plural: 'decisionRights',
    of: 'design',
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
  policy: { schema: Policy, plural: 'policies', of: 'design', references: {} },
  'delivery-model': {
    schema: DeliveryModel,
    plural: 'deliveryModels',
    of: 'design',
    references: { team: 'team', capability: 'capability', initiative: 'initiative' },
  },
  workflow: {
    schema: Workflow,
    plural: 'workflows',
    of: 'design',
    references: { 'stages[].team': 'team', 'appliesTo[].team': 'team' },
  },
  skill: {
    schema: Skill,
    plural: 'skills',
    of: 'design',
    references: { 'capabilities[]': 'capability', 'developmentSpend[].period': 'planning-period' },
  },
  channel: { schema: Channel, plural: 'channels', of: 'design', references: { forum: 'forum' } },
  'stakeholder-group': {
    schema: StakeholderGroup,
    plural: 'stakeholderGroups',
    of: 'design',
    references: { counterpart: 'role' },
  },
  'priority-hold': { schema: PriorityHold, plural: 'priorityHolds', of: 'design', references: {} },
  'rule-setting': { schema: RuleSetting, plural: 'ruleSettings', of: 'design', references: {} },
  'planning-period': { schema: PlanningPeriod, plural: 'planningPeriods', of: 'workspace', references: {} },
  'exchange-rate': { schema: ExchangeRate, plural: 'exchangeRates', of: 'workspace', references: {} },
  goal: {
    schema: Goal,
    plural: 'goals',
    of: 'workspace',
    references: { businessOwner: 'role', 'weights[].period': 'planning-period' },
  },
  capability: { schema: Capability, plural: 'capabilities', of: 'workspace', references: { parent: 'capability' } },
  'goal-capability': {
    schema: GoalCapability,
    plural: 'goalCapabilities',
    of: 'workspace',
    references: { goal: 'goal', capability: 'capability' },
  },
  'maturity-assessment': {
    schema: MaturityAssessment,
    plural: 'maturityAssessments',
    of: 'workspace',
    references: { capability: 'capability' },
  },
  'priority-list': {
    schema: PriorityList,
    plural: 'priorityLists',
    of: 'workspace',
    references: {
      period: 'planning-period',
      decision: 'decision',
      'ranking[].initiative': 'initiative',
      'ranking[].goal': 'goal',
    },
  },
  investment: {
    schema: Investment,
    plural: 'investments',
    of: 'workspace',
    references: { owner: 'role', 'budget[].period': 'planning-period' },
  },
  'spend-statement': {
    schema: SpendStatement,
    plural: 'spendStatements',
    of: 'workspace',
    references: { 'rows[].investment': 'investment' },
  },
  initiative: {
    schema: Initiative,
    plural: 'initiatives',
    of: 'workspace',
    references: { sponsor: 'role', team: 'team' },
  },
  'gate-override': {
    schema: GateOverride,
    plural: 'gateOverrides',
    of: 'workspace',
    references: { initiative: 'initiative', investment: 'investment', grantedBy: 'role' },
  },
  duplication: {
    schema: Duplication,
    plural: 'duplications',
    of: 'workspace',
    references: { capability: 'capability', 'initiatives[]': 'initiative', 'confirmed.by': 'role' },
  },
  'plan-snapshot': {
    schema: PlanSnapshot,
    plural: 'planSnapshots',
    of: 'workspace',
    references: { 'initiatives[].initiative': 'initiative' },
  },
  dependency: {
    schema: Dependency,
    plural: 'dependencies',
    of: 'workspace',
    references: {
      'from.initiative': 'initiative',
      'from.team': 'team',
      'to.initiative': 'initiative',
      'to.team': 'team',
    },
  },
  service: {
    schema: Service,
    plural: 'services',
    of: 'workspace',
    references: {
      owner: 'team',
      'internalCustomers[].team': 'team',
      'internalCustomers[].stakeholderGroup': 'stakeholder-group',
    },
  },
  product: {
    schema: Product,
    plural: 'products',
    of: 'workspace',
    references: { team: 'team', 'services[]': 'service', 'capabilities[]': 'capability' },
  },
  outcome: { schema: Outcome, plural: 'outcomes', of: 'workspace', references: {} },
  benefit: {
    schema: Benefit,
    plural: 'benefits',
    of: 'workspace',
    references: {
      businessOwner: 'role',
      'plan.profile[].period': 'planning-period',
      'forecasts[].profile[].period': 'planning-period',
      'realised[].period': 'planning-period',
      'realised[].confirmedBy': 'role',
      'shortfalls[].action.owner': 'role',
    },
  },
  'chain-link': {
    schema: ChainLink,
    plural: 'chainLinks',
    of: 'workspace',
    references: {
      'giver.investment': 'investment',
      'giver.initiative': 'initiative',
      'giver.capability': 'capability',
      'giver.outcome': 'outcome',
      'giver.benefit': 'benefit',
      'receiver.initiative': 'initiative',
      'receiver.capability': 'capability',
      'receiver.outcome': 'outcome',
      'receiver.benefit': 'benefit',
    },
  },
  scorecard: {
    schema: Scorecard,
    plural: 'scorecards',
    of: 'workspace',
    references: { 'measures[].outcome': 'outcome', 'measures[].benefit': 'benefit', 'measures[].owner': 'role' },
  },
  decision: {
    schema: Decision,
    plural: 'decisions',
    of: 'workspace',
    references: {
      type: 'decision-type',
      'subject.initiative': 'initiative',
      'subject.investment': 'investment',
      'subject.capability': 'capability',
      'subject.team': 'team',
      'raisedBy.forum': 'forum',
      'raisedBy.role': 'role',
      intendedLevel: 'level',
      'steps[].forum': 'forum',
      'steps[].role': 'role',
      'steps[].level': 'level',
      'options[].initiative': 'initiative',
      'options[].goal': 'goal',
      'deferred[].initiative': 'initiative',
      'decidedBy.forum': 'forum',
      'decidedBy.role': 'role',
      decidedLevel: 'level',
      reopenedFrom: 'decision',
      corrects: 'decision',
    },
  },
  meeting: {
    schema: Meeting,
    plural: 'meetings',
    of: 'workspace',
    references: {
      forum: 'forum',
      'agenda[].initiative': 'initiative',
      'agenda[].capability': 'capability',
      'agenda[].decision': 'decision',
    },
  },
  demand: {
    schema: Demand,
    plural: 'demands',
    of: 'workspace',
    references: { askedBy: 'stakeholder-group', channel: 'channel', 'becomes.initiative': 'initiative' },
  },
  survey: {
    schema: Survey,
    plural: 'surveys',
    of: 'workspace',
    references: { 'audience[].group': 'stakeholder-group' },
  },
  response: {
    schema: Response,
    plural: 'responses',
    of: 'workspace',
    references: { survey: 'survey', group: 'stakeholder-group' },
  },
  finding: {
    schema: Finding,
    plural: 'findings',
    of: 'workspace',
    references: {
      'scope.team': 'team',
      'scope.capability': 'capability',
      'scope.initiative': 'initiative',
      'scope.decisionType': 'decision-type',
      'action.owner': 'role',
    },
  },
  dispute: { schema: Dispute, plural: 'disputes', of: 'workspace', references: {} },
  'alignment-cycle': { schema: AlignmentCycle, plural: 'alignmentCycles', of: 'workspace', references: {} },
  review: {
    schema: Review,
    plural: 'reviews',
    of: 'workspace',
    references: {
      cycle: 'alignment-cycle',
      forum: 'forum',
      'agenda[].finding': 'finding',
      'agenda[].decision': 'decision',
      'decisions[]': 'decision',
    },
  },
} as const satisfies Readonly<Record<string, RecordKindRow>>;

type RecordKindRow = {
  readonly schema: z.ZodType<{ readonly key: string; readonly name: string }>;
  readonly plural: string;
  readonly of: 'design' | 'workspace';
  readonly references: Readonly<Record<string, string>>;
};

/** A kind of record, of a design or of the workspace. */
export type RecordKind = keyof typeof recordKinds;

export const kinds = Object.keys(recordKinds) as readonly RecordKind[];

/** How IT is meant to work: what may be another in each design. */
export const designKinds = kinds.filter((kind) => recordKinds[kind].of === 'design');

/** What is aimed at, what it is spent on and what came of it: the same whatever design is looked at. */
export const workspaceKinds = kinds.filter((kind) => recordKinds[kind].of === 'workspace');

/** A kind of record that model files state: those of the table, and the design itself. */
export type ModelKind = RecordKind | 'design';

/** Other records may stand in the same store; model files state these kinds only. */
export const isModelKind = (kind: string): kind is ModelKind =>
  kind === 'design' || kinds.some((known) => known === kind);

/** Under which design a record of the workspace is kept: under none. */
export const ofNoDesign = '';

/**
 * A record as it is kept and compared: what its author wrote, with nothing filled in.
 *
 * Defaults are filled in when it is read, so that a default which changes with a version does not look like a change that
 * somebody made. A design is such a record too and belongs to itself; a record of the workspace has the empty text as its
 * design.
 */
export type ModelRecord = {
  readonly kind: ModelKind;
  readonly key: string;
  readonly design: string;
  readonly body: Readonly<Record<string, unknown>>;
};
