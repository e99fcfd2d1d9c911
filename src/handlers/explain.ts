import { type Explanation, explainSaying } from '#api/explain.ts';
import type { Rule } from '#conformance/define.ts';
import type { Engine } from '#engine/engine.ts';
import type { Metric } from '#metrics/define.ts';
import { read, rowsBehind } from '#metrics/read.ts';
import { asCitation } from '#model/citation.ts';
import { type Dispute, disputesOf } from '#model/dispute.ts';
import { Fault } from '#model/fault.ts';
import type { Reading } from '#model/reading.ts';
import type { RuleResult } from '#model/rule-result.ts';
import type { SignRuleResult } from '#model/sign.ts';
import type { Window } from '#model/window.ts';
import { ruleIdOf } from '#signs/define.ts';
import { signs } from '#signs/index.ts';
import { amountOf, suretyOf } from '#signs/words.ts';
import { type Called, type Cut, called } from './called.ts';
import { citedReading, citedRule, citedSign } from './citing.ts';
import { serve } from './define.ts';
import { contextOf } from './diagnosis.ts';
import { explainDesign, explainDimension } from './explain-design.ts';
import { explainSource } from './explain-source.ts';
import type { Explained, Page, Stage } from './explain-stage.ts';
import { groundOf, plain } from './figures.ts';
import { ruleIn, signsIn } from './held-design.ts';
import { runs } from './import-evidence.ts';
import { checkKey } from './known-keys.ts';
import { memoryOf } from './recall.ts';
import { refresh } from './refresh.ts';

export const answerExplainSaying = serve(explainSaying, async ({ id, where, limit, offset, ...asked }, room) => {
  if (asked.asOf !== undefined && asCitation(id) !== undefined) {
    const expected = 'nothing beside a citation, which speaks of now (an id or code may be read as of a day),';
    throw new Fault('input-refused', { field: 'as-of', found: JSON.stringify(asked.asOf), expected });
  }
  const standing = await refresh(room, asked);
  const recall = (await memoryOf(room, standing))?.recall;
  const ground = { ...(await groundOf(room, standing)), recall };
  const context = { ...contextOf(room, standing, asked, ground.shownTeam), recall };
  const { window, timeZone } = context;
  const named = lookedAt(await called(id, standing, ground, window), where);
  if (where) await checkKey(standing, where, (team) => ground.shownTeam(team, window));
  const whole = asked.from === undefined && asked.until === undefined;
  const asOfWords = asked.asOf === undefined ? [] : ['--as-of', asked.asOf];
  const words = (of: Window): string[] => [...(whole && of === window ? [] : windowWords(of)), ...asOfWords];
  const stage = { standing, ground, context, words, asOfWords, past: asked.asOf !== undefined };
  const asOf = new Date(standing.asOf).toISOString();
  const told = { timeZone, window, asOf, inputs: await inputsOf(standing.engine) };
  const answer =
    named.kind === 'source'
      ? await explainSource(named.source, standing, stage)
      : await explained(named, stage, { limit, offset });
  const opens = { id: answer.id, where: named.kind === 'figure' ? named.cut.of : undefined };
  return { ...told, disputes: disputesOf(standing.design.disputes, opens).map(toldDispute), ...answer };
});

const toldDispute = ({ key, raised, because, status, answer }: Dispute): Explanation['disputes'][number] => ({
  key,
  raised,
  because,
  status,
  answer: answer ?? null,
});

/** A figure of the cases that are looked at; of nothing else can some cases be looked at alone. */
const lookedAt = (named: Called, where: Cut['of']): Called => {
  if (where === undefined) return named;
  if (named.kind === 'figure' && named.cut.of === undefined && named.metric.scopes.includes(where.scope))
    return { ...named, cut: { ...named.cut, of: where } };
  const expected = 'nothing beside what cannot be cut by it,';
  throw new Fault('input-refused', { field: 'where', found: JSON.stringify(where), expected });
};

const explained = (named: Exclude<Called, { kind: 'source' }>, stage: Stage, page: Page): Promise<Explained> => {
  switch (named.kind) {
    case 'figure':
      return explainFigure(named.metric, named.cut, stage, page);
    case 'rule':
      return explainRule(named.rule, stage, page);
    case 'dimension':
      return explainDimension(named.dimension, stage);
    case 'design':
      return explainDesign(stage);
    case 'sign':
    case 'sign-rule':
      return explainSign(named.id, stage);
  }
};

const explainFigure = async (
  metric: Metric,
  cut: Cut,
  { ground, words, past }: Stage,
  page: Page,
): Promise<Explained> => {
  const { window, period, of } = cut;
  const [readings, { rows, total }] = await ground.engine.sideBySide((engine) => {
    const beside = { ...ground, engine };
    return Promise.all([
      read(beside, metric, { window, by: of?.scope }),
      rowsBehind(beside, metric, { window, where: of }, page),
    ]);
  });
  const [found] = readings.filter(({ subject }) => of === undefined || subject[of.scope] === of.key);
  const reading = found ?? nothingOf(metric, cut);
  const told = period === undefined ? reading : { ...reading, subject: { ...reading.subject, period } };
  const figure = past ? told : citedReading(told);
  const { title, id, version, changes, formula, edges, others, caveat } = metric;
  const place = [period, of?.key].filter((part) => part !== undefined).join(', ');
  const [base = '', companion] = id.split('/');
  return {
    kind: 'figure',
    id,
    cite: figure.cite,
    title: companion === undefined ? title : `${title}: ${companion}`,
    window,
    sentence: figureSentence(figure, companion === undefined ? title : `${title} (${companion})`, place),
    definition: [
      { part: 'formula', text: formula },
      { part: 'left out, and at the edges', text: edges },
      ...(others === undefined ? [] : [{ part: 'how others count', text: others }]),
      ...(caveat === undefined ? [] : [{ part: 'beware', text: caveat }]),
      { part: 'version', text: String(version) },
      ...(changes ?? []).map((text, index) => ({ part: `changed in version ${index + 2}`, text })),
    ],
    command: [
      'metric',
      'show',
      base,
      ...(of === undefined ? [] : ['--where', `${of.scope}=${of.key}`]),
      ...words(window),
    ],
    figure,
    total,
    rows: rows.map(plain),
  };
};

/** The reading of a key that has no cases in the window. */
const nothingOf = ({ id, version, unit }: Metric, { window, of }: Cut): Reading => ({
  metric: id,
  version,
  unit,
  subject: of === undefined ? {} : { [of.scope]: of.key },
  window,
  value: null,
  n: 0,
  lower: null,
  upper: null,
  interval: 'none',
  coverage: null,
  grade: 'C',
  missing: 'no case of it is in the window',
  also: {},
});

const figureSentence = (figure: Reading, title: string, place: string): string => {
  const of = place === '' ? title : `${title} of ${place}`;
  if (figure.value === null) return `${of}: no figure, because ${figure.missing ?? 'nothing is known'}.`;
  const covers = figure.coverage === null ? '' : `, coverage ${amountOf(figure.coverage, 'share')}`;
  const sure = suretyOf({ ...figure, coverage: null });
  return `${of}: ${amountOf(figure.value, figure.unit)} (${sure}${covers}, grade ${figure.grade}).`;
};

const explainRule = async (rule: Rule, { standing, context, words, past }: Stage, page: Page): Promise<Explained> => {
  const { result: found, cases } = await ruleIn(standing, context, rule, page);
  const result = past ? found : citedRule(found, context.window);
  return {
    kind: 'rule',
    id: rule.id,
    cite: result.cite,
    title: rule.title,
    sentence: ruleSentence(result),
    definition: [
      { part: 'the design says', text: rule.says },
      { part: 'test, and what is left out', text: rule.test },
      {
        part: `thresholds (${result.breakpoints.from})`,
        text: thresholdText(result.breakpoints, rule.breakpoints.why, rule.unit),
      },
    ],
    command: ['conform', '--rule', rule.id, ...words(context.window)],
    rule: result,
    total: result.broke,
    cases: [...cases],
  };
};

const ruleSentence = (result: RuleResult): string => {
  const { title, value, severity, missing, broke } = result;
  if (value === null || severity === null) return `${title}: cannot be read, because ${missing ?? 'nothing is known'}.`;
  const cases = `${broke.toLocaleString('en')} ${broke === 1 ? 'case' : 'cases'} broke it`;
  const drafted = result.drafted ? ' It is held against what was drafted from the evidence itself.' : '';
  return `${title}: ${amountOf(value, result.unit)} (${suretyOf(result)}), severity ${Math.round(severity.value)} of 100; ${cases}.${drafted}`;
};

type Three = { readonly asDesigned: number; readonly worstTolerable: number; readonly twiceAsBad: number };

const thresholdText = ({ asDesigned, worstTolerable, twiceAsBad }: Three, why: string, unit: string): string =>
  `${amountOf(asDesigned, unit)} as designed, ${amountOf(worstTolerable, unit)} the worst tolerable, ${amountOf(twiceAsBad, unit)} twice as bad. ${why}`;

const explainSign = async (id: string, { standing, ground, context, words, past }: Stage): Promise<Explained> => {
  const definition = signs.find((sign) => id === `sign.${sign.id}` || id.startsWith(`sign.${sign.id}.`));
  const told = await signsIn(standing, context, ground);
  const read = past ? told : told.map((sign) => citedSign(sign, context.window));
  const sign = read.find((each) => each.sign === `sign.${definition?.id}`);
  if (!definition || !sign) throw new Error(`${id} gave no result`);
  const command = ['explain', id, ...words(context.window)];
  const signRule = sign.rules.find(({ rule }) => rule === id);
  if (!signRule) {
    const how =
      'Called when two rules are beyond what is tolerable over their whole interval, to be watched when one is, also where no other could be read. Else it cannot be told where fewer than two could be read, and is clear where two or more could. Severity is the largest severity × confidence of the rules; confidence is coverage × (1 − width of the interval of severity ÷ 100).';
    const parts = [
      { part: 'the harm', text: definition.harm },
      { part: 'when it is called', text: how },
    ];
    const { title, sentence, cite } = sign;
    return { kind: 'sign', id, cite, title, sentence, definition: parts, command, sign };
  }
  const test = definition.rules.find((rule) => ruleIdOf(definition, rule) === id)?.test ?? '';
  const parts = [{ part: 'test, and what is left out', text: test }, ...thresholdPart(signRule)];
  const { title, cite } = signRule;
  return { kind: 'sign-rule', id, cite, title, sentence: saidBy(signRule), definition: parts, command, signRule };
};

const thresholdPart = ({ thresholds, unit }: SignRuleResult) =>
  thresholds === null
    ? []
    : [{ part: `thresholds (${thresholds.from})`, text: thresholdText(thresholds, thresholds.why, unit) }];

const saidBy = ({ title, says, missing, severity, confidence }: SignRuleResult): string => {
  if (says === null || severity === null) return `${title}: cannot be read, because ${missing ?? 'nothing is known'}.`;
  const sure =
    confidence === null ? 'no confidence without an interval' : `confidence ${amountOf(confidence, 'share')}`;
  return `${title}: ${says}, severity ${Math.round(severity.value)} of 100, ${sure}.`;
};

const windowWords = ({ from, until }: Window): string[] => ['--from', from, '--until', until];

/** The sources that rows come from, with the rows of what is committed and the last time any came. */
const inputsOf = async (engine: Engine): Promise<Explanation['inputs']> => {
  const committed = (await runs(engine)).filter(({ state }) => state === 'committed');
  return [...Map.groupBy(committed, ({ source }) => source)].map(([source, all]) => ({
    source,
    accepted: all.reduce((sum, { accepted }) => sum + accepted, 0),
    rejected: all.reduce((sum, { rejected }) => sum + rejected, 0),
    lastImport: all[0]?.importedAt ?? '',
  }));
};
