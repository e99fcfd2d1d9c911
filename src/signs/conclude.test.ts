import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import type { SignPlace } from '#model/sign.ts';
import { conclude } from './conclude.ts';
import { defineSign } from './define.ts';
import { evidence } from './fixtures/evidence.ts';
import { readRules } from './read.ts';

const breakpoints = { asDesigned: 0, worstTolerable: 0.5, twiceAsBad: 1, why: 'Because.' };

const noisy = defineSign({
  id: 'noise',
  number: 2,
  title: 'It is noisy',
  name: 'noise',
  harm: 'Nobody hears.',
  rules: ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    title: `Rule ${id}`,
    test: 'How loud.',
    unit: 'share' as const,
    basis: { kind: 'figure' as const, metric: id, breakpoints },
    says: (amount: string) => `${id} is ${amount} loud`,
  })),
});

const place: SignPlace = { kind: 'worse', scope: 'team', key: 'red', name: 'red', value: 0.9, n: 20 };

const concluded = (figures: string, where: SignPlace | null = null) =>
  conclude(
    noisy,
    readRules(noisy, evidence({ figures })).map((rule) => (rule.value === null ? rule : { ...rule, where })),
  );

test.each([
  ['called when two rules are beyond for sure', 'a=0.8 0.6..0.9; b=0.7 0.6..0.8', 'called'],
  ['called at the very edge', 'a=0.8 0.5..0.9; b=0.7 0.5..0.8', 'called'],
  ['to be watched when one is', 'a=0.8 0.6..0.9; b=0.7 0.4..0.8', 'watch'],
  ['to be watched when one is and no other could be read', 'a=0.8 0.6..0.9', 'watch'],
  ['clear when none is for sure', 'a=0.8 0.4..0.9; b=0.2 0.1..0.3', 'clear'],
  ['clear when a rule beyond has no interval', 'a=0.8; b=0.2 0.1..0.3', 'clear'],
  ['not told by one rule that is not beyond', 'a=0.2 0.1..0.3', 'not-enough-data'],
  ['not told by rules without a value', 'a=none; b=none', 'not-enough-data'],
])('a sign is %s', (_, figures, status) => {
  expect(concluded(figures).status).toBe(status);
});

test.each([
  ['the largest severity × confidence', 'a=0.8 0.8..0.8; b=0.9 0.5..1', 80, 1],
  ['coverage as confidence', 'a=0.8 0.8..0.8 of 0.5; b=0.1 0.1..0.1', 40, 0.5],
  ['the width of the interval as doubt', 'a=0.8 0.7..0.9; b=0.1 0.1..0.1', 64, 0.8],
  ['nothing for a value without an interval', 'a=0.8; b=0 0..0', 0, null],
])('the severity of a sign is %s', (_, figures, severity, confidence) => {
  const sign = concluded(figures);
  expect(sign.severity).toBeCloseTo(severity, 9);
  if (confidence === null) expect(sign.confidence).toBeNull();
  else expect(sign.confidence).toBeCloseTo(confidence, 9);
});

test.each([
  [
    'what was found, how sure, and how many agree',
    'a=0.8 0.6..0.9 n40; b=0.7 0.6..0.8',
    null,
    'It is noisy: a is 80% loud (95% interval 60–90, n 40); and b is 70% loud (95% interval 60–80, n 100). 2 of 2 rules that could be read are beyond what is tolerable over their whole interval.',
  ],
  [
    'two findings, and the number of the others',
    'a=0.8 0.8..0.8; b=0.7 0.7..0.7; c=0.6 0.6..0.6; d=0.1 0.1..0.1',
    null,
    'It is noisy: a is 80% loud (95% interval within rounding, n 100); and b is 70% loud (95% interval within rounding, n 100). One more rule says so too. 3 of 4 rules that could be read are beyond what is tolerable over their whole interval.',
  ],
  [
    'where it concentrates',
    'a=0.8 0.6..0.9',
    place,
    'One signal of noise: a is 80% loud (95% interval 60–90, n 100), most of all for items of team red (90%, n 20). No other rule could be read that might confirm or refute it.',
  ],
  [
    'that others do not agree',
    'a=0.8 0.6..0.9; b=0 0..0; c=0 0..0',
    null,
    'One signal of noise: a is 80% loud (95% interval 60–90, n 100). None of the 2 other rules that could be read confirms it for sure.',
  ],
  [
    'what is beyond without being sure',
    'a=0.8 0.4..0.9 of 0.5; b=0 0..0',
    null,
    'No sure signal of noise: none of the 2 rules that could be read is beyond what is tolerable over its whole interval. Beyond it by the figure, but not for sure: a is 80% loud (95% interval 40–90, n 100, known of 50% of the cases).',
  ],
  [
    'what is lacking',
    'a=0.1 0..0.2; b=none',
    null,
    'Nothing can be said of noise: only one of its 4 rules could be read. What is lacking: b has no value; was not read.',
  ],
] as const)('the sentence tells %s', (_, figures, where, sentence) => {
  expect(concluded(figures, where).sentence).toBe(sentence);
});

test('a setting of the workspace comes before all other thresholds', () => {
  const ruleSettings: DesignInput['ruleSettings'] = [
    { key: 'sign.noise.a', breakpoints: [0, 0.9, 1] },
    { key: 'sign.noise.b', enabled: false },
  ];
  const [a, b] = readRules(noisy, evidence({ figures: 'a=0.9 0.9..0.9; b=0.9 0.9..0.9', design: { ruleSettings } }));
  expect(a).toMatchObject({ severity: { value: 50 }, thresholds: { worstTolerable: 0.9, from: 'workspace' } });
  expect(b).toMatchObject({ status: 'switched-off', severity: null });
});
