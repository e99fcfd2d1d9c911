import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepsOf, toneOf } from './steps.ts';

test.each([
  ['each value alone where there are few', [3, 1, 3], '1..1 step1, 3..3 step5'],
  ['the only value in the middle', [4, 4], '4..4 step3'],
  [
    'as many values each',
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    '1..2 step1, 3..4 step2, 5..6 step3, 7..8 step4, 9..10 step5',
  ],
  ['the few that are huge apart', [1, 1, 1, 1, 1, 2, 3, 4, 5, 900], '1..1 step1, 2..2 step2, 3..4 step4, 5..900 step5'],
  ['nothing of nothing', [], ''],
])('steps hold %s', (_, values, text) => {
  const steps = stepsOf(values).map(({ least, most, tone }) => `${least}..${most} ${tone.fill}`);
  expect(steps.join(', ')).toBe(text);
});

test('a greater value never has a fainter tone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (values) => {
      const steps = stepsOf(values);
      const fills = [...values].sort((a, b) => a - b).map((value) => toneOf(value, steps).fill);
      expect(fills).toEqual([...fills].sort());
    }),
  );
});
