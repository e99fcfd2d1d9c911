import { z } from 'zod';
import { Capability } from './capability.ts';
import { Channel } from './channel.ts';
import { DecisionRight } from './decision-right.ts';
import { DecisionType } from './decision-type.ts';
import { DeliveryModel } from './delivery-model.ts';
import { currentDesign, Design } from './design.ts';
import { Forum } from './forum.ts';
import { Initiative } from './initiative.ts';
import { defaultLadder, Level } from './level.ts';
import { Meeting } from './meeting.ts';
import { Outcome } from './outcome.ts';
import { Ownership } from './ownership.ts';
import { Policy } from './policy.ts';
import { PriorityHold } from './priority-hold.ts';
import { isModelKind, type ModelRecord, recordKinds } from './records.ts';
import { Role } from './role.ts';
import { RuleSetting } from './rule-setting.ts';
import { Service } from './service.ts';
import { StakeholderGroup } from './stakeholder-group.ts';
import { Team } from './team.ts';
import { Workflow } from './workflow.ts';

/**
 * One design with all its records, read and filled in: what every question about the designed model is asked of.
 *
 * A model file has the same lists, so the same schema checks it. A design without levels has the default ladder.
 */
export const DesignModel = z.strictObject({
  design: Design.default(currentDesign),
  teams: z.array(Team).default([]),
  capabilities: z.array(Capability).default([]),
  services: z.array(Service).default([]),
  outcomes: z.array(Outcome).default([]),
  initiatives: z.array(Initiative).default([]),
  ownerships: z.array(Ownership).default([]),
  levels: z
    .array(Level)
    .default([])
    .overwrite((levels) => (levels.length === 0 ? [...defaultLadder] : levels)),
  roles: z.array(Role).default([]),
  forums: z.array(Forum).default([]),
  meetings: z.array(Meeting).default([]),
  decisionTypes: z.array(DecisionType).default([]),
  decisionRights: z.array(DecisionRight).default([]),
  policies: z.array(Policy).default([]),
  deliveryModels: z.array(DeliveryModel).default([]),
  workflows: z.array(Workflow).default([]),
  channels: z.array(Channel).default([]),
  stakeholderGroups: z.array(StakeholderGroup).default([]),
  priorityHolds: z.array(PriorityHold).default([]),
  ruleSettings: z.array(RuleSetting).default([]),
});
export type DesignModel = z.infer<typeof DesignModel>;

/** What `DesignModel.parse` takes: everything that has a default may be left out. */
export type DesignInput = z.input<typeof DesignModel>;

/** A design of which nothing is known but the default ladder. */
export const emptyDesign: DesignModel = DesignModel.parse({});

/**
 * The designs that a list of kept records makes up, in the order of their keys.
 *
 * Records of kinds that are not of the operating model are passed over. The rest was checked on its way in, so one that
 * cannot be read is a bug and throws.
 */
export const designModels = (records: readonly (Omit<ModelRecord, 'kind'> & { readonly kind: string })[]) => {
  const designs = new Map<string, Record<string, unknown>>();
  for (const { kind, design, body } of records) {
    if (!isModelKind(kind)) continue;
    const model = designs.get(design) ?? { design: design === currentDesign.key ? currentDesign : { key: design } };
    designs.set(design, model);
    if (kind === 'design') model.design = body;
    else listIn(model, recordKinds[kind].plural).push(body);
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
