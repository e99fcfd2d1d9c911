import type { RuleCard, SignCard } from '#api/diagnosis.ts';
import type { MetricCard } from '#api/figures.ts';

/** A metric, a rule or a sign, as a catalogue lists it. */
export type Entry = {
  readonly id: string;
  readonly title: string;
  readonly asks: string;
  /** Under which it is also looked for: its code in the literature. */
  readonly code?: string;
  readonly unit?: string;
  readonly version?: number;
};

export type Family = { readonly title: string; readonly entries: readonly Entry[] };

const metricFamilies: Readonly<Record<string, string>> = {
  alignment: 'Metrics: alignment',
  decision: 'Metrics: decisions',
  flow: 'Metrics: flow and execution',
  capability: 'Metrics: capabilities',
  outcome: 'Metrics: outcomes and benefits',
  efficiency: 'Metrics: efficiency',
  quality: 'Metrics: quality',
};

type Cards = {
  readonly metrics: readonly MetricCard[];
  readonly rules: readonly RuleCard[];
  readonly signs: readonly SignCard[];
};

/** All that is defined, in families, and of each only what fits the words that are looked for. */
export const familiesOf = ({ metrics, rules, signs }: Cards, wanted = ''): Family[] => {
  const all: readonly Family[] = [
    ...grouped(metrics, ({ id }) => id.split('.')[0] ?? '').map(([family, own]) => ({
      title: metricFamilies[family] ?? family,
      entries: own.map(({ id, title, question, code, unit, version }) => ({
        id,
        title,
        asks: question,
        code,
        unit,
        version,
      })),
    })),
    ...grouped(rules, ({ dimension }) => dimension).map(([dimension, own]) => ({
      title: `Rules: ${dimension}`,
      entries: own.map(({ id, title, says }) => ({ id, title, asks: says })),
    })),
    { title: 'Signs', entries: signs.map(({ id, title, harm }) => ({ id, title, asks: harm })) },
  ];
  return all
    .map(({ title, entries }) => ({ title, entries: entries.filter((entry) => fits(entry, wanted)) }))
    .filter(({ entries }) => entries.length > 0);
};

const grouped = <Card>(cards: readonly Card[], by: (card: Card) => string): [string, Card[]][] => [
  ...Map.groupBy(cards, by),
];

const fits = ({ id, title, asks, code = '' }: Entry, wanted: string): boolean => {
  const text = `${id} ${title} ${asks} ${code}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
};
