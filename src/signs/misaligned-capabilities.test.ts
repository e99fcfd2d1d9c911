import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { evidence } from './fixtures/evidence.ts';
import { misalignedCapabilities } from './misaligned-capabilities.ts';
import { readRules } from './read.ts';

const ruleIn = (given: Parameters<typeof evidence>[0], id: string) =>
  readRules(misalignedCapabilities, evidence(given)).find(({ rule }) => rule.endsWith(`.${id}`));

const target = { level: 3, scale: 'iso' };

/** `a up 10>12`: capability a leads to an outcome that goes from 10 to 12; a is at 3 of 3 unless `level` says otherwise. */
const strategy = (
  links: string,
  level: (capability: string) => DesignInput['maturityAssessments'] = atTarget,
): DesignInput => {
  const told = links.split('; ').map((link) => {
    const [, capability = '', direction, from = '', to, on = '2026-03-01'] =
      /^(\w+) (up|down|-) (\S+?)>(\S+?)(?:@(\S+))?$/u.exec(link) ?? [];
    return { capability, direction, from, to, on };
  });
  return {
    capabilities: [
      ...new Map(
        told.map(({ capability }) => [capability, { key: capability, kind: 'it', maturityTarget: target }] as const),
      ).values(),
    ],
    maturityAssessments: [...new Set(told.map(({ capability }) => capability))].flatMap((each) => level(each) ?? []),
    outcomes: told.map(({ direction, from, to, on }, index) => ({
      key: `o-${index}`,
      ...(direction === 'up' || direction === 'down' ? { direction } : {}),
      ...(from === '?' ? {} : { baseline: { on: '2026-01-01', value: Number(from) } }),
      measurements: to === '?' ? [] : [{ on, value: Number(to) }],
    })),
    chainLinks: told.map(({ capability }, index) => ({
      giver: { capability },
      receiver: { outcome: `o-${index}` },
      grade: 'D' as const,
      rationale: 'so we think',
    })),
  };
};

const atLevel =
  (level: number, on = '2026-02-01', scale = 'iso') =>
  (capability: string) => [{ capability, on, level, scale }];
const atTarget = atLevel(3);

const moved = 'a up 10>12; a up 10>12; a down 10>8; b up 10>11';
const still = `${moved}; a up 10>9`;

test.each([
  ['what went back', still, 0.2],
  ['what did not move', `${moved}; a up 10>10`, 0.2],
  ['what went up where down is better', `${moved}; a down 10>11`, 0.2],
  ['what did not move down', `${moved}; a down 10>10`, 0.2],
  ['nothing that moved', `${moved}; a up 10>11`, 0],
  ['what was measured on the very day', `${moved}; a up 10>9@2026-06-30`, 0.2],
])('outcomes that have not moved count %s', (_, links, share) => {
  const found = ruleIn({ design: strategy(links) }, 'outcomes-not-moved');
  expect(found).toMatchObject({ value: share, n: 5, interval: 'complete' });
});

const few = 'too few outcomes were measured that hang on a capability at its target: 4 of at least 5';

test.each([
  ['without a direction', `${moved}; a - 10>9`],
  ['without a baseline', `${moved}; a up ?>9`],
  ['without a measurement', `${moved}; a up 10>?`],
  ['measured on the day of the baseline', `${moved}; a up 10>9@2026-01-01`],
  ['measured later', `${moved}; a up 10>9@2026-07-01`],
])('outcomes that have not moved leave out one %s', (_, links) => {
  expect(ruleIn({ design: strategy(links) }, 'outcomes-not-moved')?.missing).toBe(few);
});

test('an outcome that several capabilities lead to counts once', () => {
  const whole = strategy(still);
  const links = ['o-0', 'o-4'].map((outcome) => ({
    giver: { capability: outcome === 'o-4' ? 'b' : 'c' },
    receiver: { outcome },
    grade: 'D' as const,
    rationale: 'so we think',
  }));
  const design = {
    ...whole,
    capabilities: [...(whole.capabilities ?? []), { key: 'c', kind: 'it' as const, maturityTarget: target }],
    maturityAssessments: ['a', 'b', 'c'].flatMap(atTarget),
    chainLinks: [...(whole.chainLinks ?? []), ...links],
  };
  expect(ruleIn({ design }, 'outcomes-not-moved')).toMatchObject({ value: 0.2, n: 5 });
});

const none = few.replace(': 4', ': 0');

test.each([
  ['below its target', atLevel(2.5), none],
  ['at its target long ago', atLevel(3, '2025-06-30'), none],
  ['at its target within a year', atLevel(3, '2025-07-01'), undefined],
  ['at its target later', atLevel(3, '2026-07-01'), none],
  ['at its target on the very day', atLevel(3, '2026-06-30'), undefined],
  ['rated on another scale', atLevel(3, '2026-02-01', 'cmmi'), none],
  ['beyond its target', atLevel(5), undefined],
  ['fallen below it since', (each: string) => [...atLevel(3, '2026-01-01')(each), ...atLevel(2)(each)], none],
  ['risen to it since', (each: string) => [...atLevel(3)(each), ...atLevel(2, '2026-01-01')(each)], undefined],
  ['never rated', () => [], none],
])('outcomes that have not moved hang on a capability %s or not', (_, level, missing) => {
  expect(ruleIn({ design: strategy(still, level) }, 'outcomes-not-moved')?.missing).toBe(missing);
});

test('what a capability lacks is that of the nearest one above it', () => {
  const whole = strategy(still);
  const design = {
    ...whole,
    capabilities: [
      { key: 'top', kind: 'it' as const, maturityTarget: target },
      { key: 'a', kind: 'it' as const, parent: 'top' },
      { key: 'b', kind: 'it' as const, parent: 'a' },
    ],
    maturityAssessments: atTarget('top'),
  };
  expect(ruleIn({ design }, 'outcomes-not-moved')).toMatchObject({ value: 0.2, n: 5 });
});

test('the other rules stand on conformance and a metric', () => {
  const given = {
    figures: 'capability.strength-where-it-matters=0.1 -0.3..0.5 n12',
    rules:
      'capabilities.strength-where-it-matters=0.8 0.8..0.8; capabilities.money-follows-importance=0.7 0.7..0.7; capabilities.critical-skills-available=0.6 0.6..0.6',
  };
  expect(ruleIn(given, 'strength-elsewhere')).toMatchObject({ severity: { value: 50, lower: 0, upper: 100 } });
  expect(ruleIn(given, 'maturity-gap')?.severity?.value).toBe(50);
  expect(ruleIn(given, 'money-elsewhere')?.severity?.value).toBeCloseTo(75, 9);
  expect(ruleIn(given, 'critical-skills')?.severity?.value).toBe(100);
  expect(ruleIn(given, 'maturity-gap')?.says).toContain('20% of the maturity that the goals need is lacking');
  expect(ruleIn(given, 'money-elsewhere')?.says).toContain('30% of the money lies elsewhere');
  expect(ruleIn(given, 'critical-skills')?.says).toContain('40% of the demand for critical skills is not met');
  expect(ruleIn(given, 'strength-elsewhere')?.says).toBe(
    'how well a capability is mastered hardly follows how much it is needed (correlation 0.10) (95% interval −0.30 to 0.50, n 12)',
  );
});
