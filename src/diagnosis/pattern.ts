import type { PatternLine } from '#model/diagnosis.ts';
import type { Reading } from '#model/reading.ts';
import type { RuleResult } from '#model/rule-result.ts';
import { amountOf, suretyOf } from '#signs/words.ts';
import { ofTime, textOf } from './sentence.ts';

/** The figures that answer questions of the pattern and nothing else of a diagnosis. */
export const patternFigures = ['decision.priority-consistency', 'outcome.at-target'];

/**
 * The overall pattern in four questions, each with the one figure that answers it and how sure that is. A question that
 * nothing answers is asked all the same, so that nobody takes silence for a yes.
 */
export const patternOf = (figures: readonly Reading[], rules: readonly RuleResult[]): PatternLine[] => {
  const owned = rules.find(({ rule }) => rule === 'structure.work-by-owner');
  const called = (id: string) => figures.find(({ metric }) => metric === id);
  return [
    answered(
      'Do decisions reinforce priorities?',
      called('decision.priority-consistency'),
      (share) => `${share} of ranked trade-offs favour the higher side`,
      'decision.priority-consistency',
    ),
    answered(
      'Does work flow?',
      called('flow.flow-efficiency'),
      (share) => `work is worked on for ${share}${textOf(ofTime(called('flow.time-shares')))}`,
      'flow.flow-efficiency',
    ),
    answered(
      'Is ownership clear?',
      owned,
      (share) => `${share} of active time is spent by the accountable team`,
      'structure.work-by-owner',
    ),
    answered(
      'Do outcomes match intent?',
      called('outcome.at-target'),
      (share) => `${share} of outcomes that are due are at their target`,
      'outcome.at-target',
    ),
  ];
};

const answered = (
  question: string,
  found: Reading | RuleResult | undefined,
  says: (share: string) => string,
  standsOn: string,
): PatternLine =>
  found?.value == null
    ? { question, answer: null, missing: found?.missing ?? 'was not read' }
    : { question, answer: says(`${amountOf(found.value, 'share')} (${suretyOf(found)})`), standsOn };
