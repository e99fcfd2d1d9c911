import type { PatternLine } from '#model/diagnosis.ts';
import type { Reading } from '#model/reading.ts';
import type { RuleResult } from '#model/rule-result.ts';

/**
 * The overall pattern in four questions, each with the one figure that answers it.
 *
 * Two of them need records that are not read yet; they are asked all the same, so that nobody takes silence for a yes.
 */
export const patternOf = (efficiency: Reading | undefined, rules: readonly RuleResult[]): PatternLine[] => {
  const owned = rules.find(({ rule }) => rule === 'structure.work-by-owner');
  return [
    {
      question: 'Do decisions reinforce priorities?',
      answer: null,
      missing: 'no priorities of the strategy are read yet',
    },
    answered(
      'Does work flow?',
      efficiency,
      (share) => `work is worked on for ${share} of its time`,
      'flow.flow-efficiency',
    ),
    answered(
      'Is ownership clear?',
      owned,
      (share) => `${share} of active time is spent by the accountable team`,
      'structure.work-by-owner',
    ),
    { question: 'Do outcomes match intent?', answer: null, missing: 'no outcomes are read yet' },
  ];
};

const answered = (
  question: string,
  found: Pick<Reading, 'value' | 'missing'> | undefined,
  says: (share: string) => string,
  standsOn: string,
): PatternLine =>
  found?.value == null
    ? { question, answer: null, missing: found?.missing ?? 'was not read' }
    : { question, answer: says(`${Math.round(found.value * 100)} %`), standsOn };
