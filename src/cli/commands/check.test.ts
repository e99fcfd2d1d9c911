import { expect, test } from 'vitest';
import type { Conformance, RuleResult } from '#model/rule-result.ts';
import { checksOf, failing } from './check.ts';

const rule = (id: string, unit: RuleResult['unit'], value: number | null): RuleResult => ({
  rule: id,
  dimension: 'delivery',
  title: id,
  status: 'read',
  value,
  unit,
  n: 10,
  lower: null,
  upper: null,
  interval: 'none',
  coverage: 1,
  breakpoints: { asDesigned: 1, worstTolerable: 0.8, twiceAsBad: 0.6, from: 'default' },
  severity: null,
  weight: 1,
  trend: null,
  pressure: null,
  broke: 0,
  examples: [],
  details: {},
});

const conformance: Conformance = {
  results: [
    rule('delivery.kept', 'share', 0.96),
    rule('delivery.spread', 'path', 3),
    rule('delivery.dark', 'share', null),
  ],
  dimensions: [{ dimension: 'delivery', score: 60, weight: 1, read: [], notRead: [] }],
};

const failed = (text: string): string[] => failing(checksOf(text), conformance).map(({ says }) => says);

test.each([
  ['a share above its limit in per cent', 'delivery.kept<95%', []],
  ['a share above its limit as a share', 'delivery.kept<0.95', []],
  ['a share under its limit', 'delivery.kept < 97%', ['delivery.kept is 96%, and < 97% was to fail']],
  ['a share that is all there is', 'delivery.kept<1', ['delivery.kept is 96%, and < 100% was to fail']],
  ['a count', 'delivery.spread>=3', ['delivery.spread is 3, and >= 3 was to fail']],
  ['a score in points', 'delivery<70', ['delivery is 60, and < 70 was to fail']],
  ['a score in per cent, which are its points', 'delivery<70%', ['delivery is 60, and < 70 was to fail']],
  ['what has no figure', 'delivery.dark<50%', ['delivery.dark has no figure, so < 50% cannot be ruled out']],
  ['each of several', 'delivery<50,delivery<70', ['delivery is 60, and < 70 was to fail']],
])('a check tells %s', (_, text, expected) => {
  expect(failed(text)).toEqual(expected);
});

test('a failed check is told as data too', () => {
  expect(failing(checksOf('delivery<70, delivery.dark<50%'), conformance)).toMatchObject([
    { check: 'delivery<70', value: 60 },
    { check: 'delivery.dark<50%', value: null },
  ]);
});

test.each([
  [
    'a bare number above one for a share',
    'delivery.kept<95',
    '"delivery.kept<95" cannot be checked: delivery.kept is a share; write 95% (or 0.95).',
  ],
  ['per cent of a count', 'delivery.spread>3%', 'delivery.spread counts paths; write the number without %.'],
  ['a rule that is none', 'delivery.kpt<95%', 'There is no rule called delivery.kpt. Did you mean delivery.kept?'],
  ['a score as a share', 'delivery<0.5', 'delivery has a score of up to 100 points; write 50.'],
  ['no number', 'delivery<', '"delivery<" is no check.'],
])('a check is refused for %s', (_, text, told) => {
  expect(() => failed(text)).toThrow(told);
});
