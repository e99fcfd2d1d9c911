import { adaptationLag } from './alignment/adaptation-lag.ts';
import { allocationStability } from './alignment/allocation-stability.ts';
import { concentration } from './alignment/concentration.ts';
import { holdRatio } from './alignment/hold-ratio.ts';
import { interventionRate } from './alignment/intervention-rate.ts';
import { priorityChurn } from './alignment/priority-churn.ts';
import { rankStability } from './alignment/rank-stability.ts';
import { strategicAttention } from './alignment/strategic-attention.ts';
import { strategicBudget } from './alignment/strategic-budget.ts';
import { strategicEffort } from './alignment/strategic-effort.ts';
import { strategicItems } from './alignment/strategic-items.ts';
import { strategicSpend } from './alignment/strategic-spend.ts';
import { traceability } from './alignment/traceability.ts';
import { unexplainedShifts } from './alignment/unexplained-shifts.ts';
import { competencyAvailability } from './capability/competency-availability.ts';
import { maturity } from './capability/maturity.ts';
import { skillInvestment } from './capability/skill-investment.ts';
import { strategicGap } from './capability/strategic-gap.ts';
import { strengthWhereItMatters } from './capability/strength-where-it-matters.ts';
import { atIntendedLevel } from './decision/at-intended-level.ts';
import { distance } from './decision/distance.ts';
import { escalationRate } from './decision/escalation-rate.ts';
import { explicitTradeOffs } from './decision/explicit-trade-offs.ts';
import { forumDecisions } from './decision/forum-decisions.ts';
import { latency } from './decision/latency.ts';
import { layers } from './decision/layers.ts';
import { priorityConsistency } from './decision/priority-consistency.ts';
import { reopenRate } from './decision/reopen-rate.ts';
import { unclearRight } from './decision/unclear-right.ts';
import type { Metric } from './define.ts';
import { costPerLevel } from './efficiency/cost-per-level.ts';
import { costPerOutcome } from './efficiency/cost-per-outcome.ts';
import { duplicateEffort } from './efficiency/duplicate-effort.ts';
import { commitmentsKept } from './flow/commitments-kept.ts';
import { consistency } from './flow/consistency.ts';
import { coordination } from './flow/coordination.ts';
import { dependencies } from './flow/dependencies.ts';
import { distribution } from './flow/distribution.ts';
import { flowEfficiency } from './flow/flow-efficiency.ts';
import { flowTime } from './flow/flow-time.ts';
import { forecastCalibration } from './flow/forecast-calibration.ts';
import { handoffs } from './flow/handoffs.ts';
import { interruptions } from './flow/interruptions.ts';
import { leadTime } from './flow/lead-time.ts';
import { littlesLaw } from './flow/littles-law.ts';
import { pingPong } from './flow/ping-pong.ts';
import { planDrift } from './flow/plan-drift.ts';
import { rework } from './flow/rework.ts';
import { surprises } from './flow/surprises.ts';
import { timeShares } from './flow/time-shares.ts';
import { velocity } from './flow/velocity.ts';
import { waiting } from './flow/waiting.ts';
import { wip } from './flow/wip.ts';
import { wipAge } from './flow/wip-age.ts';
import { atTarget } from './outcome/at-target.ts';
import { benefitRealisation } from './outcome/benefit-realisation.ts';
import { forecastAccuracy } from './outcome/forecast-accuracy.ts';
import { monetisedShare } from './outcome/monetised-share.ts';
import { progress } from './outcome/progress.ts';
import { timeToFirstValue } from './outcome/time-to-first-value.ts';
import { reopened } from './quality/reopened.ts';
import { reworkLevel } from './quality/rework-level.ts';
import { stability } from './quality/stability.ts';

/** Every metric, in the order in which people look at them. */
export const metrics: readonly Metric[] = [
  strategicSpend,
  strategicBudget,
  strategicEffort,
  strategicItems,
  strategicAttention,
  concentration,
  allocationStability,
  traceability,
  rankStability,
  priorityChurn,
  holdRatio,
  unexplainedShifts,
  interventionRate,
  adaptationLag,
  flowTime,
  leadTime,
  flowEfficiency,
  wip,
  littlesLaw,
  velocity,
  distribution,
  waiting,
  timeShares,
  handoffs,
  pingPong,
  rework,
  wipAge,
  dependencies,
  coordination,
  interruptions,
  consistency,
  commitmentsKept,
  forecastCalibration,
  planDrift,
  surprises,
  latency,
  escalationRate,
  atIntendedLevel,
  reopenRate,
  unclearRight,
  layers,
  distance,
  forumDecisions,
  priorityConsistency,
  explicitTradeOffs,
  reworkLevel,
  reopened,
  stability,
  maturity,
  strategicGap,
  strengthWhereItMatters,
  skillInvestment,
  competencyAvailability,
  atTarget,
  progress,
  benefitRealisation,
  forecastAccuracy,
  monetisedShare,
  timeToFirstValue,
  costPerLevel,
  costPerOutcome,
  duplicateEffort,
];
