import { z } from 'zod';
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
import { currentDesign, Design } from './design.ts';
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
import { defaultLadder, Level } from './level.ts';
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
import { isModelKind, type ModelRecord, ofNoDesign, recordKinds } from './records.ts';
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
 * One design with all its records, and those of the workspace, read and filled in: what every question about the designed
 * model is asked of.
 *
 * A model file has the same lists, so the same schema checks it. A design without levels has the default ladder.
 */
export const DesignModel = z.strictObject({
  design: Design.default(currentDesign),
  teams: z.array(Team).default([]),
  ownerships: z.array(Ownership).default([]),
  levels: z
    .array(Level)
    .default([])
    .overwrite((levels) => (levels.length === 0 ? [...defaultLadder] : levels)),
  roles: z.array(Role).default([]),
  forums: z.array(Forum).default([]),
  decisionTypes: z.array(DecisionType).default([]),
  decisionRights: z.array(DecisionRight).default([]),
  policies: z.array(Policy).default([]),
  deliveryModels: z.array(DeliveryModel).default([]),
  workflows: z.array(Workflow).default([]),
  skills: z.array(Skill).default([]),
  channels: z.array(Channel).default([]),
  stakeholderGroups: z.array(StakeholderGroup).default([]),
  priorityHolds: z.array(PriorityHold).default([]),
  ruleSettings: z.array(RuleSetting).default([]),
  planningPeriods: z.array(PlanningPeriod).default([]),
  exchangeRates: z.array(ExchangeRate).default([]),
  goals: z.array(Goal).default([]),
  capabilities: z.array(Capability).default([]),
  goalCapabilities: z.array(GoalCapability).default([]),
  maturityAssessments: z.array(MaturityAssessment).default([]),
  priorityLists: z.array(PriorityList).default([]),
  investments: z.array(Investment).default([]),
  spendStatements: z.array(SpendStatement).default([]),
  initiatives: z.array(Initiative).default([]),
  gateOverrides: z.array(GateOverride).default([]),
  duplications: z.array(Duplication).default([]),
  planSnapshots: z.array(PlanSnapshot).default([]),
  dependencies: z.array(Dependency).default([]),
  services: z.array(Service).default([]),
  products: z.array(Product).default([]),
  outcomes: z.array(Outcome).default([]),
  benefits: z.array(Benefit).default([]),
  chainLinks: z.array(ChainLink).default([]),
  scorecards: z.array(Scorecard).default([]),
  decisions: z.array(Decision).default([]),
  meetings: z.array(Meeting).default([]),
  demands: z.array(Demand).default([]),
  surveys: z.array(Survey).default([]),
  responses: z.array(Response).default([]),
  findings: z.array(Finding).default([]),
  disputes: z.array(Dispute).default([]),
  alignmentCycles: z.array(AlignmentCycle).default([]),
  reviews: z.array(Review).default([]),
});
export type DesignModel = z.infer<typeof DesignModel>;

/** What `DesignModel.parse` takes: everything that has a default may be left out. */
export type DesignInput = z.input<typeof DesignModel>;

/** A design of which nothing is known but the default ladder. */
export const emptyDesign: DesignModel = DesignModel.parse({});

/**
 * The designs that a list of kept records makes up, in the order of their keys; each of them holds the records of the
 * workspace too.
 *
 * Records of kinds that no model file states are passed over. The rest was checked on its way in, so one that cannot be
 * read is a bug and throws. What is of the workspace today may have been kept under a design once; in a past read as of
 * then, it belongs to that design.
 */
export const designModels = (records: readonly (Omit<ModelRecord, 'kind'> & { readonly kind: string })[]) => {
  const designs = new Map<string, Record<string, unknown>>();
  for (const { kind, design, body } of records) {
    if (!isModelKind(kind) || design === ofNoDesign) continue;
    const model = designs.get(design) ?? { design: design === currentDesign.key ? currentDesign : { key: design } };
    designs.set(design, model);
    if (kind === 'design') model.design = body;
    else listIn(model, recordKinds[kind].plural).push(body);
  }
  for (const { kind, design, body } of records) {
    if (!isModelKind(kind) || kind === 'design' || design !== ofNoDesign) continue;
    for (const model of designs.values()) listIn(model, recordKinds[kind].plural).push(body);
  }
  return [...designs.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, model]) => DesignModel.parse(model));
};

const listIn = (model: Record<string, unknown>, plural: string): unknown[] => {
  const list = model[plural];
  if (Array.isArray(list)) return list;
  const fresh: unknown[] = [];
  model[plural] = fresh;
  return fresh;
};
