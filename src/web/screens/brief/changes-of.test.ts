import { expect, test } from 'vitest';
import type { RuleResult } from '#model/rule-result.ts';
import { changesOf, compared } from './changes-of.ts';

/** `a 0.6 0.5-0.7 40`: the id, the value, its interval and the severity; `-` for what is not known. */
const rules = (text: string): RuleResult[] =>
  text.split('; ').map((line) => {
    const [rule = '', value = '-', interval = '-', severity = '-'] = line.split(' ');
    const [lower, upper] = interval.split('-').map(Number);
    const known = interval !== '-' && interval !== 'complete';
    return {
      rule,
      dimension: 'governance',
      title: rule,
      status: 'read',
      value: value === '-' ? null : Number(value),
      unit: 'share',
      n: 10,
      lower: known ? (lower ?? null) : null,
      upper: known ? (upper ?? null) : null,
      interval: interval === 'complete' ? 'complete' : 'wilson',
      coverage: 1,
      breakpoints: { asDesigned: 1, worstTolerable: 0.8, twiceAsBad: 0.6, from: 'default' },
      severity: severity === '-' ? null : { value: Number(severity), lower: null, upper: null },
      weight: 1,
      trend: null,
      pressure: null,
      broke: 0,
      examples: [],
      details: {},
    };
  });

test.each([
  ['a rule whose intervals are apart', 'a 0.9 0.8-1 20', 'a 0.6 0.5-0.7 90', [['a', 70]]],
  ['a rule that became worse', 'a 0.6 0.5-0.7 90', 'a 0.9 0.8-1 20', [['a', -70]]],
  ['no rule whose intervals meet', 'a 0.9 0.7-1 20', 'a 0.6 0.5-0.7 90', []],
  ['a complete count that differs', 'a 0.8 complete 50', 'a 0.7 complete 75', [['a', 25]]],
  ['no complete count that is the same', 'a 0.8 complete 50', 'a 0.8 complete 50', []],
  ['no rule without an interval', 'a 0.9 - 20', 'a 0.6 - 90', []],
  ['no rule that could not be read then', 'a 0.9 0.8-1 20', 'a - - -', []],
  ['no rule that is not read now', 'a - - -', 'a 0.9 0.8-1 20', []],
  ['no rule that is as severe as it was', 'a 0.99 0.98-1 0', 'a 0.9 0.8-0.95 0', []],
  [
    'those that moved most first',
    'a 0.9 0.8-1 20; b 0.9 0.8-1 0',
    'a 0.6 0.5-0.7 90; b 0.6 0.5-0.7 90',
    [
      ['b', 90],
      ['a', 70],
    ],
  ],
])('what changed is %s', (_, now, before, changes) => {
  expect(changesOf(rules(now), rules(before)).map(({ now: rule, better }) => [rule.rule, better])).toEqual(changes);
});

test('what can be compared was read in both', () => {
  expect(compared(rules('a 0.9; b 0.9; c -'), rules('a 0.9; b -; c 0.9'))).toBe(1);
});
