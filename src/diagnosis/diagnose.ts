import { conform } from '#conformance/conform.ts';
import type { ConformanceContext } from '#conformance/context.ts';
import { metrics } from '#metrics/index.ts';
import { type Ask, type Ground, read } from '#metrics/read.ts';
import type { Diagnosis, SourceCoverage } from '#model/diagnosis.ts';
import type { Reading } from '#model/reading.ts';
import type { DimensionScore, RuleResult } from '#model/rule-result.ts';
import { sourceCoverage } from './coverage.ts';
import { byDistance, sentenceOf, tolerable } from './sentence.ts';

const workFigures = [
  'flow.flow-time',
  'flow.flow-efficiency',
  'flow.time-shares',
  'flow.wip-age',
  'flow.commitments-kept',
  'flow.handoffs',
  'flow.ping-pong',
  'quality.reopened',
];
const decisionFigures = [
  'decision.latency',
  'decision.at-intended-level',
  'decision.escalation-rate',
  'decision.layers',
  'decision.reopen-rate',
];

/** Everything a first look needs: what is kept of the design, where work and decisions wait, what cannot be said. */
export const diagnose = async (name: string, ground: Ground, context: ConformanceContext): Promise<Diagnosis> => {
  const ask: Ask = { window: context.window };
  const { results, dimensions } = await conform(context);
  const work = await readAll(ground, workFigures, ask);
  const decisions = await readAll(ground, decisionFigures, ask);
  const stages = await places(ground, 'flow.waiting', { ...ask, by: 'stage' });
  const types = await places(ground, 'decision.latency', { ...ask, by: 'decision-type' });
  const coverage = await sourceCoverage(context.engine);
  const called = (id: string): Reading | undefined => [...work, ...decisions].find(({ metric }) => metric === id);
  return {
    workspace: name,
    timeZone: context.timeZone,
    asOf: new Date(context.asOf).toISOString(),
    window: context.window,
    sentence: sentenceOf({
      name,
      rules: results,
      efficiency: called('flow.flow-efficiency'),
      waitingStage: stages[0],
      latency: called('decision.latency'),
    }),
    dimensions,
    worst: byDistance(results).filter(({ severity }) => severity !== null && severity.value >= tolerable),
    within: results.flatMap(({ rule, severity }) => (severity !== null && severity.value < tolerable ? [rule] : [])),
    work: { headline: work, stages },
    decisions: { headline: decisions, types },
    coverage,
    missing: [...missingRules(results), ...missingDimensions(dimensions), ...missingNames(coverage)],
  };
};

const readAll = async (ground: Ground, ids: readonly string[], ask: Ask): Promise<Reading[]> => {
  const readings: Reading[] = [];
  for (const id of ids) {
    const metric = metrics.find((known) => known.id === id);
    if (metric) readings.push(...(await read(ground, metric, ask)));
  }
  return readings;
};

/** The places of a figure, by what they come to over all their cases; those without a value are left to its own page. */
const places = async (ground: Ground, id: string, ask: Ask): Promise<{ key: string; reading: Reading }[]> => {
  const readings = await readAll(ground, [id], ask);
  return readings
    .filter(({ value }) => value !== null)
    .map((reading) => ({ key: Object.values(reading.subject).join(' · '), reading }))
    .toSorted((a, b) => total(b.reading) - total(a.reading));
};

const total = ({ value, n }: Reading): number => (value ?? 0) * n;

/** Rules that could not be read, those with one reason told together. */
const missingRules = (results: readonly RuleResult[]): string[] => {
  const unread = results.filter(({ status }) => status === 'not-designed' || status === 'not-enough-data');
  const byReason = Map.groupBy(unread, ({ missing }) => missing ?? 'cannot be read');
  return [...byReason].map(([reason, rules]) => `${rules.map(({ rule }) => rule).join(', ')}: ${reason}`);
};

const missingDimensions = (dimensions: readonly DimensionScore[]): string[] =>
  dimensions.flatMap(({ dimension, read: rules, notRead, missing }) =>
    rules.length === 0 && notRead.length === 0 && missing !== undefined ? [`${dimension}: ${missing}`] : [],
  );

const missingNames = (coverage: readonly SourceCoverage[]): string[] =>
  coverage.flatMap(({ source, names }) =>
    names
      .filter(({ unmapped }) => unmapped > 0)
      .map(
        ({ role, mapped, unmapped }) =>
          `${source}: ${unmapped} ${role} ${unmapped === 1 ? 'name has' : 'names have'} no key (${Math.round((1 - mapped) * 1000) / 10} % of the rows that carry one)`,
      ),
  );
