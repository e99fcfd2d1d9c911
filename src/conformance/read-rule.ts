import { draftedOrigin } from '#model/design.ts';
import type { DesignModel } from '#model/design-model.ts';
import { recallNothing } from '#model/recall.ts';
import type { JudgedBy, RuleResult } from '#model/rule-result.ts';
import type { RuleSetting } from '#model/rule-setting.ts';
import { type Breakpoints, severity, severityInterval } from '#model/statistics/piecewise.ts';
import { brokenCases } from './broken.ts';
import type { Rule } from './define.ts';
import type { Ground } from './ground.ts';
import { type Measured, measureParts } from './measure.ts';
import { pressedDays } from './pressure/pressed-days.ts';
import { pressureOf } from './pressure/pressure.ts';
import { settingOf } from './settings.ts';
import { meet } from './span.ts';
import { trendOf } from './trend.ts';
import { trendPeriods } from './trend-periods.ts';

const shownExamples = 5;

/** What one rule says about the window. Its tables must be laid out. */
export const readRule = async (ground: Ground, rule: Rule): Promise<RuleResult> => {
  const setting = settingOf(ground.context, rule);
  if (setting?.enabled === false) return silent(rule, setting, 'switched-off', 'switched off in this workspace');
  if (!isDesigned(ground, rule)) {
    return silent(rule, setting, 'not-designed', `the design states no ${rule.needs?.record ?? 'record'}`);
  }
  const { found, stated, examples, details, moved } = await recalled(ground, rule, 'read', () =>
    readRows(ground, rule),
  );
  const breakpoints = breakpointsOf(rule, setting, stated);
  const told = { ...base(rule, setting), ...found, breakpoints, examples, details };
  if (found.value === null || moved === null)
    return { ...told, status: 'not-enough-data', severity: null, trend: null, pressure: null };
  const drafted = isDrafted(ground, rule) ? { drafted: true as const } : {};
  return { ...told, status: 'read', severity: severityOf(found.value, found, breakpoints), ...moved, ...drafted };
};

/** All that the rows of a rule say, whatever they are judged by. */
const readRows = async (ground: Ground, rule: Rule) => {
  await prepare(ground, rule);
  const periods = trendPeriods(ground.context);
  const [parts, stated = null, details = {}] = await Promise.all([
    measureParts(ground, rule, periods),
    rule.stated?.(ground, ground.span),
    rule.details?.(ground, ground.span),
  ]);
  const found = parts.whole;
  return {
    found,
    stated,
    examples: found.broke > 0 ? await brokenCases(ground, rule, ground.span, { limit: shownExamples, offset: 0 }) : [],
    details,
    moved: found.value === null ? null : { trend: await trendOf(parts, periods), ...(await pressureOf(rule, parts)) },
  };
};

/** What is remembered of a rule in the window; what it is judged by may have changed since. */
export const recalled = <T>({ context }: Ground, rule: Rule, what: string, work: () => Promise<T>): Promise<T> => {
  const { recall = recallNothing, window, groups } = context;
  return groups ? work() : recall(`rule ${JSON.stringify([rule.id, what, window])}`, work);
};

/** Works out what the rows of a rule are read from; tight days only where its cases may begin on one. */
export const prepare = (ground: Ground, { prepared = [], underPressure }: Rule): Promise<void> =>
  ground.prepare('never' in underPressure ? prepared : [pressedDays, ...prepared]);

/** Whether any design that was in force in the window states what the rule needs. */
export const isDesigned = (ground: Ground, rule: Rule): boolean =>
  rule.needs === undefined || designsFor(ground, rule).length > 0;

/** Whether what the rule needs was stated by nobody, but drafted from the evidence. */
const isDrafted = (ground: Ground, rule: Rule): boolean =>
  rule.needs !== undefined && designsFor(ground, rule).every(({ design }) => design.origin === draftedOrigin);

/** The designs in force in the window that state what the rule needs. */
const designsFor = ({ eras, span }: Ground, { needs }: Rule): DesignModel[] =>
  eras.filter((era) => meet(era, span) && needs?.stated(era.design)).map(({ design }) => design);

const base = (rule: Rule, setting: RuleSetting | undefined) => ({
  rule: rule.id,
  dimension: rule.dimension,
  title: rule.title,
  unit: rule.unit,
  weight: setting?.weight ?? 1,
});

const silent = (
  rule: Rule,
  setting: RuleSetting | undefined,
  status: 'switched-off' | 'not-designed',
  missing: string,
): RuleResult => ({
  ...base(rule, setting),
  status,
  missing,
  value: null,
  n: 0,
  lower: null,
  upper: null,
  interval: 'none',
  coverage: null,
  breakpoints: settled(rule, setting),
  severity: null,
  trend: null,
  pressure: null,
  broke: 0,
  examples: [],
  details: {},
});

/** The workspace's own thresholds come first, then those that the design itself states, then the rule's. */
const breakpointsOf = (rule: Rule, setting: RuleSetting | undefined, stated: Breakpoints | null): JudgedBy => {
  if (setting?.breakpoints || stated === null) return settled(rule, setting);
  return { ...stated, from: 'design' };
};

const settled = ({ breakpoints }: Rule, setting: RuleSetting | undefined): JudgedBy => {
  const { asDesigned, worstTolerable, twiceAsBad } = breakpoints;
  if (!setting?.breakpoints) return { asDesigned, worstTolerable, twiceAsBad, from: 'default' };
  const [first, second, third] = setting.breakpoints;
  return { asDesigned: first, worstTolerable: second, twiceAsBad: third, from: 'workspace' };
};

const severityOf = (value: number, { lower, upper }: Measured, breakpoints: JudgedBy): RuleResult['severity'] => {
  const bounds =
    lower === null || upper === null ? { lower: null, upper: null } : severityInterval({ lower, upper }, breakpoints);
  return { value: severity(value, breakpoints), ...bounds };
};
