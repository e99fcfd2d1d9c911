import { expect, test } from 'vitest';
import { told } from '../fixtures/told.ts';
import { goalWeights } from './goal-weights.ts';

/** `g1 0.4@q1 0.5@q2` as a goal with its weights. */
const goal = (text: string) => {
  const [key = '', ...weights] = text.split(' ');
  const read = (weight: string) => ({ period: weight.split('@')[1] ?? '', weight: Number(weight.split('@')[0]) });
  return { key, statement: 's', weights: weights.map(read) };
};

test.each([
  ['that are one', 'g1 0.4@q1; g2 0.6@q1', []],
  ['that are one in decimals, though not in binary fractions', 'a 0.1@q1; b 0.2@q1; c 0.7@q1', []],
  ['of three thirds, the last made up', 'a 0.333333@q1; b 0.333333@q1; c 0.333334@q1', []],
  [
    'that are less',
    'g1 0.4@q1; g2 0.5@q1',
    ['goal g2 weights[0].weight: 0.5 → weights that sum to 1 in q1, not to 0.9 (0.4 of g1 + 0.5 of g2)'],
  ],
  [
    'that are more by a millionth',
    'g1 0.5@q1; g2 0.500001@q1',
    ['goal g2 weights[0].weight: 0.500001 → weights that sum to 1 in q1, not to 1.000001 (0.5 of g1 + 0.500001 of g2)'],
  ],
  [
    'of each period apart',
    'g1 1@q1 0.4@q2; g2 0.5@q2',
    ['goal g2 weights[0].weight: 0.5 → weights that sum to 1 in q2, not to 0.9 (0.4 of g1 + 0.5 of g2)'],
  ],
  [
    'at the last goal that weighs the period',
    'g1 1@q2 0.4@q1; g2',
    ['goal g1 weights[1].weight: 0.4 → weights that sum to 1 in q1, not to 0.4 (0.4 of g1)'],
  ],
  [
    'that are all nought',
    'g1 0@q1',
    ['goal g1 weights[0].weight: 0 → weights that sum to 1 in q1, not to 0 (0 of g1)'],
  ],
  ['that nobody gave', 'g1; g2', []],
])('goals are looked at for weights %s', (_, goals, expected) => {
  expect(told(goalWeights, { goals: goals.split('; ').map(goal) })).toEqual(expected);
});
