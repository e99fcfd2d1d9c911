import type { DesignModel } from '../design-model.ts';
import { designKinds, workspaceKinds } from '../records.ts';
import { answers } from './answers.ts';
import { benefitCircles } from './benefit-circles.ts';
import { chainJoins } from './chain-joins.ts';
import { chainShares } from './chain-shares.ts';
import { capabilityCircles, decisionCircles, teamCircles } from './circles.ts';
import { danglingReferences } from './dangling-references.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { goalWeights } from './goal-weights.ts';
import { namedWithin } from './named-within.ts';
import { oneStatement } from './one-statement.ts';
import { ownershipOverlaps } from './ownership-overlaps.ts';
import { planningPeriodOverlaps } from './planning-period-overlaps.ts';
import { profileOverlaps } from './profile-overlaps.ts';
import { rankings } from './rankings.ts';
import { repeatedEntries } from './repeated-entries.ts';
import { revisions } from './revisions.ts';
import { unknownStages } from './unknown-stages.ts';
import type { Violation } from './violation.ts';

/**
 * All that cannot be so within one design.
 *
 * Only contradictions are told here. What is possible but unwise (a forum that decides nothing, a level without rights) is
 * a matter of coherence.
 */
export const designViolations = (model: DesignModel): Violation[] => [
  ...duplicateKeys(model),
  ...danglingReferences(model, { kinds: designKinds, among: [model] }),
  ...ownershipOverlaps(model),
  ...teamCircles(model),
  ...unknownStages(model),
  ...repeatedEntries(model, designKinds),
];

/** All that cannot be so among the records of the workspace, which each of its designs holds. */
export const workspaceViolations = (models: readonly DesignModel[]): Violation[] => {
  const [model] = models;
  if (!model) return [];
  return [
    ...danglingReferences(model, { kinds: workspaceKinds, among: models }),
    ...rulesOfTheWorkspace.flatMap((rule) => rule(model)),
    ...repeatedEntries(model, workspaceKinds),
  ];
};

const rulesOfTheWorkspace: readonly ((model: DesignModel) => Violation[])[] = [
  capabilityCircles,
  decisionCircles,
  planningPeriodOverlaps,
  profileOverlaps,
  goalWeights,
  oneStatement,
  rankings,
  chainJoins,
  chainShares,
  benefitCircles,
  namedWithin,
  revisions,
  answers,
];
