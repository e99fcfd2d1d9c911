import { expect, test } from 'vitest';
import type { Reading } from '#model/reading.ts';
import type { RuleResult } from '#model/rule-result.ts';
import { byDistance, sentenceOf } from './sentence.ts';

const reading = (value: number | null, n = 100): Reading => ({
  metric: 'flow.any',
  version: 1,
  subject: {},
  window: { from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' },
  unit: 'share',
  value,
  n,
  lower: null,
  upper: null,
  interval: 'none',
  coverage: 1,
  grade: 'B',
  also: {},
});

const rule = (id: string, severity: number | null, value: number | null = 0.5, lower = 0): RuleResult => ({
  rule: id,
  dimension: 'governance',
  title: `Title of ${id}`,
  status: severity === null ? 'not-enough-data' : 'read',
  value,
  unit: 'share',
  n: 10,
  lower: null,
  upper: null,
  interval: 'none',
  coverage: 1,
  breakpoints: { asDesigned: 1, worstTolerable: 0.8, twiceAsBad: 0.6, from: 'default' },
  severity: severity === null ? null : { value: severity, lower, upper: 100 },
  weight: 1,
  trend: null,
  broke: 1,
  examples: [],
  details: {},
});

const nothing = { name: 'Acme', rules: [], efficiency: undefined, waitingStage: undefined, latency: undefined };

test.each([
  ['that there is no figure', nothing, 'Acme has no figure yet that could be held against a design.'],
  [
    'how many rules are kept and which is furthest off',
    { ...nothing, rules: [rule('a', 10), rule('b', 80, 0.25), rule('c', null)] },
    'Acme keeps 1 of 2 rules of its design that could be read; furthest from the design: title of b (25 %).',
  ],
  [
    'no furthest rule where all are kept',
    { ...nothing, rules: [rule('a', 49)] },
    'Acme keeps 1 of 1 rules of its design that could be read.',
  ],
  [
    'how much of its time work is worked on',
    { ...nothing, efficiency: reading(0.586) },
    'work is worked on for 59 % of its time.',
  ],
  [
    'where most of what waits lies',
    { ...nothing, efficiency: reading(0.5), waitingStage: { key: 'review', reading: reading(3.25, 1200) } },
    'work is worked on for 50 % of its time, and most of what waits lies in review (3.3 d for each of 1,200 items).',
  ],
  [
    'how long decisions take, and how many come in time',
    { ...nothing, rules: [rule('governance.within-target-time', 20, 0.9)], latency: reading(12.4) },
    'Acme keeps 1 of 1 rules of its design that could be read; a decision takes 12 d, 90 % within its target time.',
  ],
  [
    'nothing of a figure that is missing',
    { ...nothing, efficiency: reading(null), latency: reading(2) },
    'a decision takes 2.0 d.',
  ],
])('the sentence tells %s', (_, told, sentence) => {
  expect(sentenceOf(told)).toBe(sentence);
});

test('rules are told worst first, the surer one before, and unread ones not at all', () => {
  const rules = [rule('mild', 20), rule('unsure', 80, 0.5, 10), rule('unread', null), rule('sure', 80, 0.5, 60)];
  expect(byDistance(rules).map((each) => each.rule)).toEqual(['sure', 'unsure', 'mild']);
});
