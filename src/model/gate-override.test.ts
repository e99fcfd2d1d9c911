import { expect, test } from 'vitest';
import { GateOverride, overriddenBy } from './gate-override.ts';

const override = { initiative: 'e-sign', grantedBy: 'cio', on: '2026-01-10', reason: 'the law begins in March' };

test.each([
  ['of an initiative', {}, true],
  ['of a line of funding', { initiative: undefined, investment: 'digital' }, true],
  ['of both at once', { investment: 'digital' }, false],
  ['of nothing', { initiative: undefined }, false],
  ['by nobody', { grantedBy: undefined }, false],
  ['without a reason', { reason: ' ' }, false],
  ['for a time', { until: '2026-04-01' }, true],
  ['until it was granted', { until: '2026-01-10' }, false],
])('the gate is overridden %s, or may not be', (_, parts, allowed) => {
  expect(GateOverride.safeParse({ ...override, ...parts }).success).toBe(allowed);
});

test('it goes by what it lets through and its day', () => {
  const read = GateOverride.parse(override);
  expect([read.key, overriddenBy(read)]).toEqual([
    'initiative.e-sign.2026-01-10',
    { kind: 'initiative', key: 'e-sign' },
  ]);
});

test('what it lets through may have a key as long as keys may be', () => {
  const read = GateOverride.parse({ ...override, initiative: 'a'.repeat(100) });
  expect(GateOverride.parse(read)).toEqual(read);
});
