import type { Explanation } from '#api/explain.ts';
import type { Words } from '#charts/drawing/numbers.ts';
import { amount } from '../amount.ts';

export type Hero = { readonly value: string; readonly beside: readonly string[] };

type Sure = {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly n: number;
  readonly unit: string;
  readonly interval: string;
  readonly coverage: number | null;
};

/** The number that was opened, and how sure it is. */
export const heroOf = (answer: Explanation, words: Words): Hero => {
  switch (answer.kind) {
    case 'figure': {
      const { value, unit, grade } = answer.figure;
      return {
        value: amount(words, value, unit, answer.figure),
        beside: [...sure(words, answer.figure), `grade ${grade}`],
      };
    }
    case 'rule': {
      const { value, unit, severity } = answer.rule;
      const severe = severity === null ? [] : [`severity ${Math.round(severity.value)} of 100`];
      return { value: amount(words, value, unit, answer.rule), beside: [...sure(words, answer.rule), ...severe] };
    }
    case 'sign-rule': {
      const { value, unit, severity } = answer.signRule;
      const severe = severity === null ? [] : [`severity ${Math.round(severity.value)} of 100`];
      return {
        value: amount(words, value, unit, answer.signRule),
        beside: [...sure(words, answer.signRule), ...severe],
      };
    }
    case 'sign': {
      const { severity, status, confidence } = answer.sign;
      const value = severity === null ? 'no severity' : `${Math.round(severity)} of 100`;
      const known = confidence === null ? [] : [`confidence ${words.figure(confidence, 'share')}`];
      return { value, beside: [statusWord[status], ...known] };
    }
    case 'dimension': {
      const { score, read, notRead } = answer.dimension;
      const value = score === null ? 'no score' : `${words.figure(score, 'score')} of 100`;
      return { value, beside: [`${words.counted(read.length, 'rule')} read`, `${notRead.length} not read`] };
    }
    case 'design': {
      const { kept, tolerable, beyond } = answer;
      return {
        value: `${kept} of ${kept + tolerable + beyond}`,
        beside: [`${tolerable} tolerable`, `${beyond} beyond`],
      };
    }
    case 'source': {
      const { events, items, rejected } = answer.source;
      return {
        value: words.counted(events, 'row'),
        beside: [words.counted(items, 'item'), `${words.count(rejected)} rejected`],
      };
    }
  }
};

export const statusWord = {
  called: 'called',
  watch: 'to be watched',
  clear: 'clear',
  'not-enough-data': 'not enough data',
} as const;

const sure = (words: Words, { lower, upper, n, unit, interval, coverage }: Sure): string[] => {
  const range = words.range({ lower, upper }, unit);
  return [
    ...(interval === 'complete' ? ['complete count'] : range === '' ? [] : [`95% interval ${range}`]),
    `n ${words.count(n)}`,
    ...(coverage === null ? [] : [`covers ${words.figure(coverage, 'share')}`]),
  ];
};
