import { expect, test } from 'vitest';
import type { RuleResult } from '#model/rule-result.ts';
import { chosen, countOf } from './chosen.ts';

const rule = (id: string, severity: number | null, dimension: RuleResult['dimension'] = 'governance'): RuleResult => ({
  rule: id,
  dimension,
  title: id,
  status: severity === null ? 'not-enough-data' : 'read',
  value: 0.5,
  unit: 'share',
  n: 10,
  lower: null,
  upper: null,
  interval: 'none',
  coverage: 1,
  breakpoints: { asDesigned: 0.9, worstTolerable: 0.8, twiceAsBad: 0.6, from: 'default' },
  severity: severity === null ? null : { value: severity, lower: null, upper: null },
  weight: 1,
  trend: null,
  pressure: null,
  broke: 0,
  examples: [],
  details: {},
});

const rules = [rule('kept', 0), rule('far', 90), rule('unread', null), rule('near', 20, 'delivery')];

test.each([
  ['all, the furthest first and the unread last', {}, 'far near kept unread'],
  ['those of a dimension', { dimension: 'delivery' }, 'near'],
  ['all where no rule can stand so', { band: 'differs' }, 'far near kept unread'],
  ['those that lie beyond', { band: 'beyond' }, 'far'],
  ['those that could not be read', { band: 'unread' }, 'unread'],
  ['those of a dimension that are kept', { dimension: 'governance', band: 'kept' }, 'kept'],
  ['none of a dimension that is none', { dimension: 'nonsense' }, ''],
])('the rules that are shown are %s', (_, choice, ids) => {
  expect(
    chosen(rules, choice)
      .map((each) => each.rule)
      .join(' '),
  ).toBe(ids);
});

test('rules are counted by where they lie', () => {
  expect([countOf(rules, 'beyond'), countOf(rules, 'tolerable'), countOf(rules, 'unread')]).toEqual([1, 1, 1]);
});
