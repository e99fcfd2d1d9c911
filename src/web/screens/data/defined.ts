import type { RuleCard, SignCard } from '#api/diagnosis.ts';
import type { MetricCard } from '#api/figures.ts';

/** A part of a definition in words; `leadsTo` is another definition that it speaks of. */
type Part = {
  readonly part: string;
  readonly text: string;
  readonly leadsTo?: { readonly id: string; readonly title: string };
};

/** A definition, part by part, as a page shows it. */
export type Defined = {
  readonly what: 'metric' | 'rule' | 'sign';
  readonly title: string;
  readonly asks: string;
  readonly version: number;
  /** What later versions count otherwise; undefined for what has no versions. */
  readonly changes: readonly string[] | undefined;
  readonly parts: readonly Part[];
};

type Cards = {
  readonly metrics: readonly MetricCard[];
  readonly rules: readonly RuleCard[];
  readonly signs: readonly SignCard[];
};

type TitleOf = (id: string) => string;

export const definedAs = (id: string, { metrics, rules, signs }: Cards): Defined | undefined => {
  const titleOf: TitleOf = (of) => [...metrics, ...rules].find((each) => each.id === of)?.title ?? of;
  const metric = metrics.find((each) => each.id === id);
  if (metric) return ofMetric(metric, titleOf);
  const rule = rules.find((each) => each.id === id);
  if (rule) return ofRule(rule);
  const sign = signs.find((each) => each.id === id);
  return sign && ofSign(sign, titleOf);
};

const signals = ['benefit', 'outcome', 'decision or capability', 'flow, quality or efficiency', 'activity'];

const better = { lower: 'lower is better', higher: 'higher is better', neither: 'neither way is better' };

const ofMetric = (card: MetricCard, titleOf: TitleOf): Defined => {
  const { title, question, version, changes, formula, edges, others, caveat, unit, signal, scopes, code } = card;
  return {
    what: 'metric',
    title,
    asks: question,
    version,
    changes,
    parts: [
      { part: 'formula', text: formula },
      { part: 'left out, and at the edges', text: edges },
      ...(others === undefined ? [] : [{ part: 'how others count', text: others }]),
      ...(caveat === undefined ? [] : [{ part: 'beware', text: caveat }]),
      { part: 'unit', text: `${unit}; ${better[card.better]}` },
      { part: 'distance from business benefit', text: signals[signal] ?? '' },
      { part: 'cut by', text: scopes.join(', ') },
      { part: 'code and version', text: `${code}, version ${version}` },
      ...card.beside.map(({ metric, by }) => ({
        part: 'belongs beside it',
        text: `by ${by}:`,
        leadsTo: { id: metric, title: titleOf(metric) },
      })),
    ],
  };
};

const ofRule = ({ title, says, test, why, dimension }: RuleCard): Defined => ({
  what: 'rule',
  title,
  asks: says,
  version: 1,
  changes: undefined,
  parts: [
    { part: 'test, and what is left out', text: test },
    { part: 'why its usual thresholds are what they are', text: why },
    { part: 'dimension', text: dimension },
  ],
});

const ofSign = ({ title, harm, rules }: SignCard, titleOf: TitleOf): Defined => ({
  what: 'sign',
  title,
  asks: harm,
  version: 1,
  changes: undefined,
  parts: rules.map(({ title: part, test, standsOn }) => {
    const id = standsOn === null ? '' : baseOf(standsOn);
    const isDefined = titleOf(id) !== id;
    return { part, text: test, ...(isDefined ? { leadsTo: { id, title: titleOf(id) } } : {}) };
  }),
});

/** A companion is defined with its metric. */
const baseOf = (id: string): string => id.split('/')[0] ?? id;

/** The rules of signs that judge by the value of a metric or a rule. */
export const usesOf = (id: string, signs: readonly SignCard[]): SignCard['rules'][number][] =>
  signs.flatMap(({ rules }) => rules.filter(({ standsOn }) => standsOn !== null && baseOf(standsOn) === id));
