import { criticalSkillsAvailable } from './capabilities/critical-skills-available.ts';
import { effortFollowsImportance } from './capabilities/effort-follows-importance.ts';
import { moneyFollowsImportance } from './capabilities/money-follows-importance.ts';
import { strengthWhereItMatters } from './capabilities/strength-where-it-matters.ts';
import type { Rule } from './define.ts';
import { allowedTransitions } from './delivery/allowed-transitions.ts';
import { commitmentsKept } from './delivery/commitments-kept.ts';
import { deliveryModelFits } from './delivery/delivery-model-fits.ts';
import { feedbackCloses } from './delivery/feedback-closes.ts';
import { wipWithinLimits } from './delivery/wip-within-limits.ts';
import { withinTarget } from './delivery/within-target.ts';
import { demandChannel } from './engagement/demand-channel.ts';
import { prioritiesHold } from './engagement/priorities-hold.ts';
import { reviewsHappen } from './engagement/reviews-happen.ts';
import { scopeSettled } from './engagement/scope-settled.ts';
import { agendasDecide } from './governance/agendas-decide.ts';
import { appliedEvenly } from './governance/applied-evenly.ts';
import { atIntendedLevel } from './governance/at-intended-level.ts';
import { forumsDecide } from './governance/forums-decide.ts';
import { pathAsDesigned } from './governance/path-as-designed.ts';
import { settledOnce } from './governance/settled-once.ts';
import { withinTargetTime } from './governance/within-target-time.ts';
import { boundariesFollowFlow } from './structure/boundaries-follow-flow.ts';
import { oneTeamActs } from './structure/one-team-acts.ts';
import { ownershipLasts } from './structure/ownership-lasts.ts';
import { workByOwner } from './structure/work-by-owner.ts';

/** Every rule by which the design is held against the evidence, dimension by dimension. */
export const rules: readonly Rule[] = [
  workByOwner,
  oneTeamActs,
  boundariesFollowFlow,
  ownershipLasts,
  atIntendedLevel,
  withinTargetTime,
  pathAsDesigned,
  settledOnce,
  forumsDecide,
  agendasDecide,
  appliedEvenly,
  allowedTransitions,
  deliveryModelFits,
  commitmentsKept,
  withinTarget,
  wipWithinLimits,
  feedbackCloses,
  moneyFollowsImportance,
  effortFollowsImportance,
  strengthWhereItMatters,
  criticalSkillsAvailable,
  prioritiesHold,
  demandChannel,
  scopeSettled,
  reviewsHappen,
];
