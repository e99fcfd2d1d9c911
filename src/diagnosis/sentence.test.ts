import { expect, test } from 'vitest';
import type { Reading } from '#model/reading.ts';
import type { RuleResult } from '#model/rule-result.ts';
import { byDistance, saidOf, textOf } from './sentence.ts';

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
  pressure: null,
  broke: 1,
  examples: [],
  details: {},
});

const drafted = (id: string): RuleResult => ({ ...rule(id, 0), drafted: true });

const nothing = {
  name: 'Acme',
  rows: true,
  logs: true,
  rules: [],
  efficiency: undefined,
  timeShares: undefined,
  waitingStage: undefined,
  latency: undefined,
};

test.each([
  ['that there is no figure', nothing, 'Acme has no figure yet that could be held against a design.'],
  [
    'how many rules are kept and which is furthest off',
    { ...nothing, rules: [rule('a', 0), rule('b', 80, 0.25), rule('c', null)] },
    'Acme keeps 1 of 2 rules of its design that could be read; furthest from the design: title of b (25%).',
  ],
  [
    'no furthest rule where all are tolerable, and none of these as kept',
    { ...nothing, rules: [rule('a', 49)] },
    'Acme keeps 0 of 1 rule of its design that could be read, and 1 more is tolerable.',
  ],
  [
    'how many rules are held against what was drafted',
    { ...nothing, rules: [drafted('a'), drafted('b'), rule('c', 0)] },
    'Acme keeps 3 of 3 rules of its design that could be read (2 of them are held against what was drafted from the evidence itself).',
  ],
  [
    'that all rules are',
    { ...nothing, rules: [drafted('a'), drafted('b')] },
    'Acme keeps 2 of 2 rules of its design that could be read (all of them are held against what was drafted from the evidence itself).',
  ],
  [
    'that the only rule is',
    { ...nothing, rules: [drafted('a')] },
    'Acme keeps 1 of 1 rule of its design that could be read (it is held against what was drafted from the evidence itself).',
  ],
  [
    'how much of its time work is worked on',
    { ...nothing, efficiency: reading(0.586) },
    'Work is worked on for 59% of its time.',
  ],
  [
    'of how much of the time the kind is not known',
    {
      ...nothing,
      efficiency: reading(0.586),
      timeShares: { ...reading(0.3), also: { unmapped: 0.48 } },
    },
    'Work is worked on for 59% of the time whose kind is known (48% of all is not).',
  ],
  [
    'nothing of figures that are nought',
    {
      ...nothing,
      rules: [rule('a', 0)],
      efficiency: reading(0),
      waitingStage: { name: 'review', reading: reading(0) },
      latency: reading(0),
    },
    'Acme keeps 1 of 1 rule of its design that could be read.',
  ],
  [
    'waits of less than a day in hours or minutes',
    { ...nothing, waitingStage: { name: 'review', reading: reading(0.02, 9) }, latency: reading(0.25) },
    'Most of what waits lies in review (29 min for each of 9 items); a decision takes 6.0 h.',
  ],
  [
    'that no row was accepted',
    { ...nothing, rows: false },
    'No row of the evidence of Acme was accepted, so there is no figure.',
  ],
  [
    'that it stands on records where no log was read',
    { ...nothing, rows: false, logs: false, rules: [rule('a', 0)] },
    'No log was read; by its records Acme keeps 1 of 1 rule of its design that could be read.',
  ],
  [
    'that records tell of no rule where no log was read',
    { ...nothing, rows: false, logs: false },
    'No log was read, and the records of Acme tell of no rule of its design.',
  ],
  [
    'where most of what waits lies',
    { ...nothing, efficiency: reading(0.5), waitingStage: { name: 'review', reading: reading(3.25, 1200) } },
    'Work is worked on for 50% of its time, and most of what waits lies in review (3.3 d for each of 1,200 items).',
  ],
  [
    'how long decisions take, and how many come in time',
    { ...nothing, rules: [rule('governance.within-target-time', 0, 0.9)], latency: reading(12.4) },
    'Acme keeps 1 of 1 rule of its design that could be read; a decision takes 12 d, 90% within its target time.',
  ],
  [
    'nothing of a figure that is missing',
    { ...nothing, efficiency: reading(null), latency: reading(2) },
    'A decision takes 2.0 d.',
  ],
])('the sentence tells %s', (_, told, sentence) => {
  expect(textOf(saidOf(told))).toBe(sentence);
});

test('rules are told worst first, the surer one before, and unread ones not at all', () => {
  const rules = [rule('mild', 20), rule('unsure', 80, 0.5, 10), rule('unread', null), rule('sure', 80, 0.5, 60)];
  expect(byDistance(rules).map((each) => each.rule)).toEqual(['sure', 'unsure', 'mild']);
});

test('every number in the sentence opens what it is of', () => {
  const said = saidOf({
    ...nothing,
    rules: [rule('a', 0), rule('governance.within-target-time', 80, 0.25)],
    efficiency: { ...reading(0.5), metric: 'flow.flow-efficiency' },
    timeShares: { ...reading(0.5), also: { unmapped: 0.2 } },
    waitingStage: { name: 'review', reading: { ...reading(2), metric: 'flow.waiting', subject: { stage: 'review' } } },
    latency: { ...reading(3), metric: 'decision.latency' },
  });
  expect(said.filter(({ text, opens }) => opens === undefined && /\d/u.test(text))).toEqual([]);
  expect(said.flatMap(({ opens }) => opens ?? [])).toEqual([
    { id: 'design.rules' },
    { id: 'flow.flow-efficiency' },
    { id: 'flow.time-shares/unmapped' },
    { id: 'flow.waiting', where: { scope: 'stage', key: 'review' } },
    { id: 'decision.latency' },
    { id: 'governance.within-target-time' },
    { id: 'governance.within-target-time' },
  ]);
});
