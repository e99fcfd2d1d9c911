import { type Held, withConformance } from '#conformance/conform.ts';
import type { ConformanceContext } from '#conformance/context.ts';
import { rules as conformanceRules } from '#conformance/index.ts';
import { metrics } from '#metrics/index.ts';
import { type Ask, type Ground, read } from '#metrics/read.ts';
import { bandOf } from '#model/band.ts';
import type { Diagnosis, SourceCoverage } from '#model/diagnosis.ts';
import type { Reading } from '#model/reading.ts';
import { placeName } from '#model/record-names.ts';
import { type RefusedVersion, refusalOf } from '#model/refused-version.ts';
import { type Conformance, type DimensionScore, fallsUnderPressure, type RuleResult } from '#model/rule-result.ts';
import type { UnreadValue } from '#model/unread-value.ts';
import { sourceCoverage } from './coverage.ts';
import { patternFigures, patternOf } from './pattern.ts';
import { byDistance, saidOf, textOf } from './sentence.ts';
import { signEvidence } from './sign-evidence.ts';
import { readSigns } from './signs.ts';

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

/** What a diagnosis needs to know of the workspace besides its evidence and designs. */
export type About = {
  readonly name: string;
  /** The sources whose mapping names an order column. */
  readonly ordered: readonly string[];
  /** Newer versions of files that were not taken in, by source. */
  readonly refused: ReadonlyMap<string, readonly RefusedVersion[]>;
  /** What cannot be read although decisions are judged by it, by source. */
  readonly unread: ReadonlyMap<string, readonly UnreadValue[]>;
};

/** A diagnosis, and the design held against the evidence that it stands on. */
export type Diagnosed = { readonly diagnosis: Diagnosis; readonly conformance: Conformance };

/** Everything a first look needs: what is kept of the design, where work and decisions wait, what cannot be said. */
export const diagnose = (about: About, ground: Ground, context: ConformanceContext): Promise<Diagnosed> =>
  context.engine.sideBySide(async (engine) => {
    const sides = { ground: { ...ground, engine }, context: { ...context, engine } };
    const figures = readFigures(about, sides.ground, sides.context);
    // All that runs is waited for: what is asked side by side may fail in any order.
    const [diagnosed] = await Promise.all([
      withConformance(sides.context, conformanceRules, async (held) => ({
        diagnosis: await told(about, sides.ground, sides.context, held, await figures),
        conformance: { results: held.results, dimensions: held.dimensions },
      })),
      figures,
    ]);
    return diagnosed;
  });

/** What a diagnosis tells besides rules and signs. */
type Figures = {
  readonly work: readonly Reading[];
  readonly decisions: readonly Reading[];
  readonly pattern: readonly Reading[];
  readonly stages: Diagnosis['work']['stages'];
  readonly types: Diagnosis['decisions']['types'];
  readonly coverage: SourceCoverage[];
};

const readFigures = async (
  { ordered, refused, unread }: About,
  ground: Ground,
  { engine, designs, window, shownTeam }: ConformanceContext,
): Promise<Figures> => {
  const ask: Ask = { window };
  const [work, decisions, pattern, stages, types, coverage] = await Promise.all([
    readAll(ground, workFigures, ask),
    readAll(ground, decisionFigures, ask),
    readAll(ground, patternFigures, ask),
    places(ground, 'flow.waiting', { ...ask, by: 'stage' }),
    places(ground, 'decision.latency', { ...ask, by: 'decision-type' }),
    sourceCoverage(engine, { designs, ordered, refused, unread, shownTeam: (team) => shownTeam(team, window) }),
  ]);
  return { work, decisions, pattern, stages, types, coverage };
};

const told = async (
  { name }: About,
  ground: Ground,
  context: ConformanceContext,
  held: Held,
  { work, decisions, pattern, stages, types, coverage }: Figures,
): Promise<Diagnosis> => {
  const { results, dimensions } = held;
  const evidence = await signEvidence(ground, context, results, [...work, ...decisions]);
  const called = (id: string): Reading | undefined => [...work, ...decisions].find(({ metric }) => metric === id);
  const said = saidOf({
    name,
    rows: coverage.some(({ events }) => events > 0),
    logs: coverage.length > 0,
    rules: results,
    efficiency: called('flow.flow-efficiency'),
    timeShares: called('flow.time-shares'),
    waitingStage: stages[0] && { ...stages[0], name: placeName(evidence.names, 'stage', stages[0].key) },
    latency: called('decision.latency'),
  });
  return {
    workspace: name,
    timeZone: context.timeZone,
    asOf: new Date(context.asOf).toISOString(),
    window: context.window,
    sentence: textOf(said),
    said,
    signs: await readSigns(ground, held, evidence),
    pattern: patternOf([...work, ...pattern], results),
    dimensions,
    worst: byDistance(results).filter((rule) => bandOf(rule) === 'beyond'),
    kept: results.filter((rule) => bandOf(rule) === 'kept').map(({ rule }) => rule),
    tolerable: results.filter((rule) => bandOf(rule) === 'tolerable').map(({ rule }) => rule),
    fallUnderPressure: results.filter(fallsUnderPressure).map(({ rule }) => rule),
    work: { headline: work, stages },
    decisions: { headline: decisions, types },
    coverage,
    missing: [
      ...(coverage.length === 0 ? ['no log was read: only what records tell has figures'] : []),
      ...missingRules(results),
      ...missingDimensions(dimensions),
      ...missingVersions(coverage),
      ...missingRows(coverage),
      ...missingNames(coverage),
    ],
  };
};

const readAll = async (ground: Ground, ids: readonly string[], ask: Ask): Promise<Reading[]> => {
  const wanted = ids.flatMap((id) => metrics.find((known) => known.id === id) ?? []);
  const readings = await Promise.all(wanted.map((metric) => read(ground, metric, ask)));
  return readings.flat();
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

const missingVersions = (coverage: readonly SourceCoverage[]): string[] =>
  coverage.flatMap(({ source, refused }) => refused.map((version) => `${source}: ${refusalOf(version)}`));

/** From this share on, rejected rows are more than slips: no figure knows of them. */
const manyRejected = 0.01;

const missingRows = (coverage: readonly SourceCoverage[]): string[] =>
  coverage
    .filter(({ events, rejected }) => rejected > 0 && rejected >= (events + rejected) * manyRejected)
    .map(
      ({ source, events, rejected }) =>
        `${source}: ${rejected.toLocaleString('en')} of ${(events + rejected).toLocaleString('en')} rows (${percent(rejected / (events + rejected))}) were rejected, so no figure and no coverage knows of them`,
    );

const missingNames = (coverage: readonly SourceCoverage[]): string[] =>
  coverage.flatMap(({ source, names }) =>
    names
      .filter(({ unmapped }) => unmapped > 0)
      .map(
        ({ role, mapped, unmapped }) =>
          `${source}: ${unmapped} ${role} ${unmapped === 1 ? 'name has' : 'names have'} no key (${percent(1 - mapped)} of the rows that carry one)`,
      ),
  );

/** What is there never reads as nothing. */
const percent = (share: number): string =>
  share > 0 && share < 0.0005 ? 'under 0.1%' : `${Math.round(share * 1000) / 10}%`;
