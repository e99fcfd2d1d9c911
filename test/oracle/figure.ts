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
import type { Figure, Figurer, Scope } from './figures/reading.ts';
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

/** A figure of the oracle, and what it is cut by beside periods. */
type Known = {
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly read: (ask: Ask, facts: OracleFacts) => OracleReading[];
};

/** Figures that are read from the same cases. */
const family = <Case>(
  casesOf: (facts: OracleFacts) => readonly Case[],
  subjectOf: (one: Case, scope: Scope) => string,
  scopes: readonly Scope[],
  figures: Record<string, Figurer<Case>>,
): Known[] =>
  Object.entries(figures).map(([id, figureOf]) => ({
    id,
    scopes,
    read: (ask, facts) => readFigure(figureOf, casesOf(facts), subjectOf, ask, facts),
  }));

const known: readonly Known[] = [
  family(({ items }) => items, itemSubject, ['team', 'capability', 'item-type'], {
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
  }),
  family(({ decisions }) => decisions, decisionSubject, ['decision-type'], {
    'decision.latency': decided.latency,
    'decision.escalation-rate': decided.escalationRate,
    'decision.at-intended-level': decided.atIntendedLevel,
    'decision.reopen-rate': decided.reopenRate,
    'decision.unclear-right': decided.unclearRight,
    'decision.layers': decided.layers,
    'decision.distance': decided.distance,
  }),
  family(agendas.agendasOf, agendas.agendaSubject, ['forum', 'capability'], {
    'decision.forum-decisions': agendas.forumDecisions,
    'alignment.strategic-attention': strategy.strategicAttention,
  }),
  family(choices.choicesOf, choices.choiceSubject, ['decision-type', 'team', 'capability'], {
    'decision.priority-consistency': choices.priorityConsistency,
    'decision.explicit-trade-offs': choices.explicitTradeOffs,
  }),
  family(portfolio.ideasOf, portfolio.ideaSubject, ['team', 'capability', 'item-type'], {
    'flow.lead-time': portfolio.leadTime,
  }),
  family(planning.movesOf, planning.planningSubject, ['team'], { 'flow.plan-drift': planning.planDrift }),
  family(planning.undertakingsOf, planning.planningSubject, ['team'], { 'flow.surprises': planning.surprises }),
  family(strategy.workingsOf, strategy.pieceSubject, ['team', 'capability', 'item-type'], {
    'alignment.strategic-effort': strategy.strategicEffort,
  }),
  family(strategy.forcedIn, strategy.forcedSubject, ['team', 'capability', 'item-type'], {
    'alignment.intervention-rate': strategy.interventionRate,
  }),
  family(priorities.entriesOf, priorities.entrySubject, ['team'], {
    'alignment.rank-stability': priorities.rankStability,
    'alignment.priority-churn': priorities.priorityChurn,
    'alignment.unexplained-shifts': priorities.unexplainedShifts,
  }),
  family(priorities.holdsOf, priorities.entrySubject, ['team'], { 'alignment.hold-ratio': priorities.holdRatio }),
  family(priorities.shiftsOf, priorities.shiftSubject, ['capability'], {
    'alignment.adaptation-lag': priorities.adaptationLag,
  }),
  family(money.partsOf, money.partSubject, ['team', 'capability'], {
    'alignment.strategic-spend': money.strategicSpend,
    'alignment.strategic-budget': money.strategicBudget,
  }),
  family(money.spreadsOf, money.partSubject, ['team'], { 'alignment.concentration': money.concentration }),
  family(money.tracesOf, money.partSubject, ['team'], { 'alignment.traceability': money.traceability }),
  family(money.portionsOf, money.portionSubject, ['capability'], {
    'alignment.allocation-stability': money.allocationStability,
  }),
  family(capabilities.placesOf, capabilities.placeSubject, ['capability', 'scale'], {
    'capability.maturity': capabilities.maturity,
    'capability.strategic-gap': capabilities.gap,
  }),
  family(capabilities.placesOf, capabilities.placeSubject, ['scale'], {
    'capability.strength-where-it-matters': capabilities.strength,
  }),
  family(skills.neededOf, skills.neededSubject, ['capability'], {
    'capability.skill-investment': skills.investment,
    'capability.competency-availability': skills.availability,
  }),
  family(outcomes.outcomesOf, outcomes.outcomeSubject, ['effect'], {
    'outcome.at-target': outcomes.atTarget,
    'outcome.progress': outcomes.progress,
    'efficiency.cost-per-outcome': efficiency.costPerOutcome,
  }),
  family(benefits.benefitsOf, benefits.benefitSubject, ['effect'], {
    'outcome.benefit-realisation': benefits.realisation,
    'outcome.forecast-accuracy': benefits.accuracy,
    'outcome.monetised-share': benefits.monetised,
  }),
  family(benefits.fundedOf, benefits.fundedSubject, ['capability'], {
    'outcome.time-to-first-value': benefits.firstValue,
  }),
  family(efficiency.boughtOf, efficiency.boughtSubject, ['capability', 'scale'], {
    'efficiency.cost-per-level': efficiency.costPerLevel,
  }),
  family(efficiency.duplicationsOf, efficiency.duplicationSubject, ['capability'], {
    'efficiency.duplicate-effort': efficiency.duplicateEffort,
  }),
].flat();

/** Every metric the oracle can read. */
export const metricIds: readonly string[] = known.map(({ id }) => id);

const called = (metric: string): Known => {
  const found = known.find(({ id }) => id === metric);
  if (!found) throw new Error(`no such metric: ${metric}`);
  return found;
};

/** What a metric is cut by beside periods; waiting can be cut by stages and boundaries, too. */
export const scopesOf = (metric: string): readonly Scope[] => called(metric).scopes;

/** What a metric reads, one reading a subject; the subject of the whole is ''. Only waiting is cut by stages and boundaries. */
export const figure = (facts: OracleFacts, ask: Ask): OracleReading[] => {
  const cut = [ask.by, ask.where?.scope];
  if (cut.includes('boundary'))
    return readFigure(times.waitingAtBoundary, times.crossingsOf(facts.items), crossingSubject, ask, facts);
  if (cut.includes('stage'))
    return readFigure(times.waitingInStage, times.staysOf(facts.items), staySubject, ask, facts);
  return called(ask.metric).read(ask, facts);
};
