import type { Question } from './survey.ts';

/**
 * The standard pulse: nine questions to the business and to IT alike, so that the two can be compared.
 *
 * The keys stay when the words are translated; answers are compared by them from survey to survey.
 */
export const standardPulse: readonly Question[] = (
  [
    ['involved-early', 'IT is involved early, before the options are closed.'],
    ['trust', 'I trust IT to deliver what it promised.'],
    ['enables', 'IT enables what we want to do more than it constrains it.'],
    ['confidence-execution', 'I am confident that what is under way will be carried out.'],
    ['confidence-alignment', 'I am confident that IT works on what matters most to the business.'],
    ['confidence-contribution', 'I am confident that what IT delivers contributes to our results.'],
    ['responsiveness', 'When we need something, IT responds in good time.'],
    ['effectiveness', 'What IT delivers does what it was meant to do.'],
    ['first-priority', 'I know which priority comes first.'],
  ] as const
).map(([key, text]) => ({ key, text, scale: '1-5' }));
