import { monthSpan, monthsOf, overlapOf, type Span } from './clock.ts';
import type { Decision } from './decisions.ts';
import * as agendas from './figures/agendas.ts';
import * as benefits from './figures/benefits.ts';
import * as capabilities from './figures/capabilities.ts';
import * as choices from './figures/choices.ts';
import * as decided from './figures/decided.ts';
import * as efficiency from './figures/efficiency.ts';
import * as load from './figures/load.ts';
import * as money from './figures/money.ts';
import * as outcomes from './figures/outcomes.ts';
import * as planning from './figures/planning.ts';
import * as portfolio from './figures/portfolio.ts';
import * as priorities from './figures/priorities.ts';
import * as promises from './figures/promises.ts';
import type { DecisionFigure, Figure, Figurer, ItemFigure, Scope } from './figures/reading.ts';
import * as repeats from './figures/repeats.ts';
import * as skills from './figures/skills.ts';
import * as strategy from './figures/strategy.ts';
import * as times from './figures/times.ts';
import type { Item } from './items.ts';
import type { OracleFacts } from './oracle.ts';

export type Ask = {
  metric: string;
  window: { from: string; until: string };
  by?: Scope;
  where?: { scope: Scope; key: string };
};

export type OracleReading = { subject: string } & Figure;

const itemFigures: Record<string, ItemFigure> = {
  'flow.flow-time': times.flowTime,
  'flow.flow-efficiency': times.flowEfficiency,
  'flow.wip': load.wip,
  'flow.littles-law': load.littlesLaw,
  'flow.velocity': load.velocity,
  'flow.distribution': load.distribution,
  'flow.waiting': times.waiting,
  'flow.handoffs': repeats.handoffs,
  'flow.ping-pong': repeats.pingPong,
  'flow.rework': repeats.rework,
  'flow.wip-age': load.wipAge,
  'flow.dependencies': portfolio.dependencies,
  'flow.coordination': repeats.coordination,
  'flow.interruptions': repeats.interruptions,
  'flow.time-shares': times.timeShares,
  'flow.consistency': promises.consistency,
  'flow.commitments-kept': promises.commitmentsKept,
  'flow.forecast-calibration': promises.forecastCalibration,
  'alignment.strategic-items': strategy.strategicItems,
  'quality.rework-level': repeats.reworkLevel,
  'quality.reopened': repeats.reopened,
  'quality.stability': repeats.stability,
};

const decisionFigures: Record<string, DecisionFigure> = {
  'decision.latency': decided.latency,
  'decision.escalation-rate': decided.escalationRate,
  'decision.at-intended-level': decided.atIntendedLevel,
  'decision.reopen-rate': decided.reopenRate,
  'decision.unclear-right': decided.unclearRight,
  'decision.layers': decided.layers,
  'decision.distance': decided.distance,
};

const agendaFigures: Record<string, Figurer<agendas.AgendaCase>> = {
  'decision.forum-decisions': agendas.forumDecisions,
  'alignment.strategic-attention': strategy.strategicAttention,
};

const choiceFigures: Record<string, Figurer<choices.Choice>> = {
  'decision.priority-consistency': choices.priorityConsistency,
  'decision.explicit-trade-offs': choices.explicitTradeOffs,
};

const ideaFigures: Record<string, Figurer<portfolio.Idea>> = { 'flow.lead-time': portfolio.leadTime };

const moveFigures: Record<string, Figurer<planning.Move>> = { 'flow.plan-drift': planning.planDrift };

const undertakingFigures: Record<string, Figurer<planning.Undertaking>> = { 'flow.surprises': planning.surprises };

const placeFigures: Record<string, Figurer<capabilities.Place>> = {
  'capability.maturity': capabilities.maturity,
  'capability.strategic-gap': capabilities.gap,
  'capability.strength-where-it-matters': capabilities.strength,
};

const skillFigures: Record<string, Figurer<skills.Needed>> = {
  'capability.skill-investment': skills.investment,
  'capability.competency-availability': skills.availability,
};

const outcomeFigures: Record<string, Figurer<outcomes.Outcome>> = {
  'outcome.at-target': outcomes.atTarget,
  'outcome.progress': outcomes.progress,
  'efficiency.cost-per-outcome': efficiency.costPerOutcome,
};

const benefitFigures: Record<string, Figurer<benefits.Benefit>> = {
  'outcome.benefit-realisation': benefits.realisation,
  'outcome.forecast-accuracy': benefits.accuracy,
  'outcome.monetised-share': benefits.monetised,
};

const boughtFigures: Record<string, Figurer<efficiency.Bought>> = {
  'efficiency.cost-per-level': efficiency.costPerLevel,
};

const duplicationFigures: Record<string, Figurer<efficiency.Duplication>> = {
  'efficiency.duplicate-effort': efficiency.duplicateEffort,
};

const fundedFigures: Record<string, Figurer<benefits.Funded>> = {
  'outcome.time-to-first-value': benefits.firstValue,
};

const workingFigures: Record<string, Figurer<strategy.Working>> = {
  'alignment.strategic-effort': strategy.strategicEffort,
};

const forcedFigures: Record<string, Figurer<strategy.Forced>> = {
  'alignment.intervention-rate': strategy.interventionRate,
};

const entryFigures: Record<string, Figurer<priorities.Entry>> = {
  'alignment.rank-stability': priorities.rankStability,
  'alignment.priority-churn': priorities.priorityChurn,
  'alignment.unexplained-shifts': priorities.unexplainedShifts,
};

const holdFigures: Record<string, Figurer<priorities.Hold>> = { 'alignment.hold-ratio': priorities.holdRatio };

const shiftFigures: Record<string, Figurer<priorities.Shift>> = {
  'alignment.adaptation-lag': priorities.adaptationLag,
};

const partFigures: Record<string, Figurer<money.Part>> = {
  'alignment.strategic-spend': money.strategicSpend,
  'alignment.strategic-budget': money.strategicBudget,
};

const spreadFigures: Record<string, Figurer<money.Spread>> = { 'alignment.concentration': money.concentration };

const traceFigures: Record<string, Figurer<money.Trace>> = { 'alignment.traceability': money.traceability };

const portionFigures: Record<string, Figurer<money.Portion>> = {
  'alignment.allocation-stability': money.allocationStability,
};

/** Every metric the oracle can read. */
export const metricIds: readonly string[] = [
  ...Object.keys(itemFigures),
  ...Object.keys(decisionFigures),
  ...Object.keys(agendaFigures),
  ...Object.keys(choiceFigures),
  ...Object.keys(ideaFigures),
  ...Object.keys(moveFigures),
  ...Object.keys(undertakingFigures),
  ...Object.keys(workingFigures),
  ...Object.keys(forcedFigures),
  ...Object.keys(entryFigures),
  ...Object.keys(holdFigures),
  ...Object.keys(shiftFigures),
  ...Object.keys(partFigures),
  ...Object.keys(spreadFigures),
  ...Object.keys(traceFigures),
  ...Object.keys(portionFigures),
  ...Object.keys(placeFigures),
  ...Object.keys(skillFigures),
  ...Object.keys(outcomeFigures),
  ...Object.keys(benefitFigures),
  ...Object.keys(fundedFigures),
  ...Object.keys(boughtFigures),
  ...Object.keys(duplicationFigures),
];

/** What a metric is cut by beside periods; waiting can be cut by stages and boundaries, too. */
export const scopesOf = (metric: string): Scope[] => {
  if (agendaFigures[metric]) return ['forum', 'capability'];
  if (choiceFigures[metric]) return ['decision-type', 'team', 'capability'];
  if (placeFigures[metric]) return metric.endsWith('matters') ? ['scale'] : ['capability', 'scale'];
  if (skillFigures[metric]) return ['capability'];
  if (outcomeFigures[metric] || benefitFigures[metric]) return ['effect'];
  if (boughtFigures[metric]) return ['capability', 'scale'];
  if (fundedFigures[metric] || duplicationFigures[metric]) return ['capability'];
  if (partFigures[metric]) return ['team', 'capability'];
  if (spreadFigures[metric] || traceFigures[metric]) return ['team'];
  if (shiftFigures[metric] || portionFigures[metric]) return ['capability'];
  if (moveFigures[metric] || undertakingFigures[metric] || entryFigures[metric] || holdFigures[metric]) return ['team'];
  return decisionFigures[metric] ? ['decision-type'] : ['team', 'capability', 'item-type'];
};

const none = '(none)';

const itemSubject = (item: Item, scope: Scope): string => {
  if (scope === 'team') return item.team ?? none;
  if (scope === 'capability') return item.capability ?? none;
  if (scope === 'item-type') return item.type ?? none;
  throw new Error(`an item has no ${scope}`);
};

const staySubject = ({ item, stage }: times.Stay, scope: Scope): string =>
  scope === 'stage' ? stage : itemSubject(item, scope);

const crossingSubject = ({ item, boundary, stage }: times.Crossing, scope: Scope): string => {
  if (scope === 'boundary') return boundary;
  return scope === 'stage' ? (stage ?? none) : itemSubject(item, scope);
};

const decisionSubject = (decision: Decision, scope: Scope): string =>
  scope === 'decision-type' ? (decision.type ?? none) : itemSubject(decision.item, scope);

/** A subject that nothing was counted for is not shown. */
const countsSomething = ({ n, also }: Figure): boolean => n > 0 || Object.values(also).some((value) => Boolean(value));

const compareSubjects = (a: OracleReading, b: OracleReading): number => (a.subject < b.subject ? -1 : 1);

/**
 * Reads a figure for the whole, or for each subject of a cut.
 *
 * AMBIGUOUS: which subjects and months are listed. Here: those for which anything was counted, load figures included.
 */
const readFigure = <Case>(
  figureOf: Figurer<Case>,
  all: readonly Case[],
  subjectOf: (one: Case, scope: Scope) => string,
  ask: Ask,
  facts: OracleFacts,
): OracleReading[] => {
  const { by, where } = ask;
  const zone = facts.calendar.timeZone;
  const asked: Span = { from: Date.parse(ask.window.from), until: Date.parse(ask.window.until) };
  const window = where?.scope === 'period' ? overlapOf(asked, monthSpan(where.key, zone)) : asked;
  const whole =
    where === undefined || where.scope === 'period'
      ? all
      : all.filter((one) => subjectOf(one, where.scope) === where.key);
  const [ofType, ofScale] = [where?.scope === 'item-type', where?.scope === 'scale'];
  const read = (subject: string, cases: readonly Case[], span: Span): OracleReading => ({
    subject,
    ...figureOf({ cases, whole, window: span, by, ofType, ofScale, facts }),
  });
  if (by === undefined) return [read('', whole, window)];
  const readings =
    by === 'period'
      ? monthsOf(window, zone).map((month) => read(month, whole, overlapOf(window, monthSpan(month, zone))))
      : [...Map.groupBy(whole, (one) => subjectOf(one, by))].map(([subject, cases]) => read(subject, cases, window));
  return readings.filter(countsSomething).sort(compareSubjects);
};

/** What a metric reads, one reading a subject; the subject of the whole is ''. Only waiting is cut by stages and boundaries. */
export const figure = (facts: OracleFacts, ask: Ask): OracleReading[] => {
  const cut = [ask.by, ask.where?.scope];
  if (cut.includes('boundary'))
    return readFigure(times.waitingAtBoundary, times.crossingsOf(facts.items), crossingSubject, ask, facts);
  if (cut.includes('stage'))
    return readFigure(times.waitingInStage, times.staysOf(facts.items), staySubject, ask, facts);
  const ofItems = itemFigures[ask.metric];
  if (ofItems) return readFigure(ofItems, facts.items, itemSubject, ask, facts);
  const ofDecisions = decisionFigures[ask.metric];
  if (ofDecisions) return readFigure(ofDecisions, facts.decisions, decisionSubject, ask, facts);
  const ofAgendas = agendaFigures[ask.metric];
  if (ofAgendas) return readFigure(ofAgendas, agendas.agendasOf(facts), agendas.agendaSubject, ask, facts);
  const ofChoices = choiceFigures[ask.metric];
  if (ofChoices) return readFigure(ofChoices, choices.choicesOf(facts), choices.choiceSubject, ask, facts);
  const ofIdeas = ideaFigures[ask.metric];
  if (ofIdeas) return readFigure(ofIdeas, portfolio.ideasOf(facts), portfolio.ideaSubject, ask, facts);
  const ofMoves = moveFigures[ask.metric];
  if (ofMoves) return readFigure(ofMoves, planning.movesOf(facts), planning.planningSubject, ask, facts);
  const ofUndertakings = undertakingFigures[ask.metric];
  if (ofUndertakings)
    return readFigure(ofUndertakings, planning.undertakingsOf(facts), planning.planningSubject, ask, facts);
  const ofWorkings = workingFigures[ask.metric];
  if (ofWorkings) return readFigure(ofWorkings, strategy.workingsOf(facts), strategy.pieceSubject, ask, facts);
  const ofForced = forcedFigures[ask.metric];
  if (ofForced) return readFigure(ofForced, strategy.forcedIn(facts), strategy.forcedSubject, ask, facts);
  const ofEntries = entryFigures[ask.metric];
  if (ofEntries) return readFigure(ofEntries, priorities.entriesOf(facts), priorities.entrySubject, ask, facts);
  const ofHolds = holdFigures[ask.metric];
  if (ofHolds) return readFigure(ofHolds, priorities.holdsOf(facts), priorities.entrySubject, ask, facts);
  const ofShifts = shiftFigures[ask.metric];
  if (ofShifts) return readFigure(ofShifts, priorities.shiftsOf(facts), priorities.shiftSubject, ask, facts);
  const ofParts = partFigures[ask.metric];
  if (ofParts) return readFigure(ofParts, money.partsOf(facts), money.partSubject, ask, facts);
  const ofSpreads = spreadFigures[ask.metric];
  if (ofSpreads) return readFigure(ofSpreads, money.spreadsOf(facts), money.partSubject, ask, facts);
  const ofTraces = traceFigures[ask.metric];
  if (ofTraces) return readFigure(ofTraces, money.tracesOf(facts), money.partSubject, ask, facts);
  const ofPortions = portionFigures[ask.metric];
  if (ofPortions) return readFigure(ofPortions, money.portionsOf(facts), money.portionSubject, ask, facts);
  const ofPlaces = placeFigures[ask.metric];
  if (ofPlaces) return readFigure(ofPlaces, capabilities.placesOf(facts), capabilities.placeSubject, ask, facts);
  const ofSkills = skillFigures[ask.metric];
  if (ofSkills) return readFigure(ofSkills, skills.neededOf(facts), skills.neededSubject, ask, facts);
  const ofOutcomes = outcomeFigures[ask.metric];
  if (ofOutcomes) return readFigure(ofOutcomes, outcomes.outcomesOf(facts), outcomes.outcomeSubject, ask, facts);
  const ofBenefits = benefitFigures[ask.metric];
  if (ofBenefits) return readFigure(ofBenefits, benefits.benefitsOf(facts), benefits.benefitSubject, ask, facts);
  const ofFunded = fundedFigures[ask.metric];
  if (ofFunded) return readFigure(ofFunded, benefits.fundedOf(facts), benefits.fundedSubject, ask, facts);
  const ofBought = boughtFigures[ask.metric];
  if (ofBought) return readFigure(ofBought, efficiency.boughtOf(facts), efficiency.boughtSubject, ask, facts);
  const ofDuplications = duplicationFigures[ask.metric];
  if (ofDuplications)
    return readFigure(ofDuplications, efficiency.duplicationsOf(facts), efficiency.duplicationSubject, ask, facts);
  throw new Error(`no such metric: ${ask.metric}`);
};
