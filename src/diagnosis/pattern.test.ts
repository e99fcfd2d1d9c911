import { expect, test } from 'vitest';
import { Reading } from '#model/reading.ts';
import { patternOf } from './pattern.ts';

const reading = Reading.parse({
  metric: 'flow.flow-efficiency',
  version: 1,
  subject: {},
  window: { from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' },
  unit: 'share',
  value: 0.324,
  n: 9,
  lower: 0.2,
  upper: 0.5,
  interval: 'bootstrap',
  coverage: 1,
  grade: 'B',
  also: {},
});

const consistency = { ...reading, metric: 'decision.priority-consistency' };

const atTarget = { ...reading, metric: 'outcome.at-target' };

test.each([
  [
    'decision.priority-consistency',
    0,
    'Do decisions reinforce priorities?',
    '32% (95% interval 20–50, n 9) of ranked trade-offs favour the higher side',
  ],
  ['flow.flow-efficiency', 1, 'Does work flow?', 'work is worked on for 32% (95% interval 20–50, n 9) of its time'],
  [
    'outcome.at-target',
    3,
    'Do outcomes match intent?',
    '32% (95% interval 20–50, n 9) of outcomes that are due are at their target',
  ],
] as const)('%s answers its question of the pattern', (standsOn, place, question, answer) => {
  expect(patternOf([consistency, reading, atTarget], [])[place]).toEqual({ question, answer, standsOn });
});

test.each([
  [
    'how much of the time is of no known kind',
    [reading, { ...reading, metric: 'flow.time-shares', also: { unmapped: 0.4 } }],
    'work is worked on for 32% (95% interval 20–50, n 9) of the time whose kind is known (40% of all is not)',
  ],
  [
    'of how many cases its figure is known',
    [{ ...reading, coverage: 0.6 }],
    'work is worked on for 32% (95% interval 20–50, n 9, known of 60% of the cases) of its time',
  ],
])('an answer tells %s', (_, figures, answer) => {
  expect(patternOf(figures, [])[1]?.answer).toBe(answer);
});

test.each([
  ['its figure has no value', [{ ...reading, value: null, missing: 'no item was done' }], 'no item was done'],
  ['its figure was not read', [consistency], 'was not read'],
])('a question has no answer where %s', (_, figures, missing) => {
  expect(patternOf(figures, [])[1]).toEqual({ question: 'Does work flow?', answer: null, missing });
});

test('what nothing answers is asked all the same', () => {
  const open = patternOf([reading], []).filter(({ answer }) => answer === null);
  expect(open.map(({ question }) => question)).toEqual([
    'Do decisions reinforce priorities?',
    'Is ownership clear?',
    'Do outcomes match intent?',
  ]);
});
