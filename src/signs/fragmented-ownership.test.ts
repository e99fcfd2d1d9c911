import { expect, test } from 'vitest';
import { evidence } from './fixtures/evidence.ts';
import { fragmentedOwnership } from './fragmented-ownership.ts';
import { readRules } from './read.ts';

const owned = (capability: string, team = 'red', more: object = {}) => ({
  capability,
  team,
  as: 'accountable' as const,
  ...more,
});
const five = ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, kind: 'it' as const }));
const all = five.map(({ key }) => owned(key));

const exactlyOne = (design: object) => readRules(fragmentedOwnership, evidence({ design }))[0];

test.each([
  ['no capability with exactly one', { capabilities: five, ownerships: all }, 0],
  ['one that nobody owns', { capabilities: five, ownerships: all.slice(1) }, 0.2],
  ['one that two own', { capabilities: five, ownerships: [...all, owned('a', 'blue')] }, 0.2],
  [
    'no second statement about one team',
    { capabilities: five, ownerships: [...all, owned('a', 'red', { from: '2025-01-01' })] },
    0,
  ],
  [
    'no contributing team',
    { capabilities: five, ownerships: [...all, { ...owned('a', 'blue'), as: 'contributing' }] },
    0,
  ],
  [
    'no owner of another time',
    { capabilities: five, ownerships: [...all, owned('a', 'blue', { to: '2026-06-30' })] },
    0,
  ],
  [
    'an owner of the last day',
    { capabilities: five, ownerships: [...all, owned('a', 'blue', { from: '2026-06-30' })] },
    0.2,
  ],
  [
    'none whose owner stands above it',
    { capabilities: [...five.slice(1), { key: 'f', kind: 'it', parent: 'b' }], ownerships: all.slice(1) },
    0,
  ],
  [
    'none by a capability that is above itself',
    { capabilities: [...five, { key: 'f', kind: 'it', parent: 'f' }], ownerships: all },
    1 / 6,
  ],
  ['a service without an owner', { capabilities: five.slice(1), services: [{ key: 's' }], ownerships: all }, 0.2],
  ['no service with one', { capabilities: five.slice(1), services: [{ key: 's', owner: 'red' }], ownerships: all }, 0],
])('without exactly one owner counts %s', (_, design, value) => {
  expect(exactlyOne(design)?.value).toBeCloseTo(value, 9);
});

test.each([
  ['nothing is owned', { capabilities: five }, 'the design states no ownership (as: accountable)'],
  [
    'there are fewer than five',
    { capabilities: five.slice(1), ownerships: all },
    'too few capabilities and services: 4 of at least 5',
  ],
])('it is not told where %s', (_, design, missing) => {
  expect(exactlyOne(design)).toMatchObject({ status: 'not-enough-data', missing });
});

test('it says how many have none and how many several', () => {
  const ownerships = [...all.slice(1), owned('b', 'blue')];
  expect(exactlyOne({ capabilities: five, ownerships })?.says).toBe(
    'for 40% of capabilities and services the design does not name exactly one accountable team (1 with none, 1 with several) (all counted, n 5)',
  );
});

test('the other rules stand on conformance and metrics', () => {
  const read = readRules(
    fragmentedOwnership,
    evidence({
      figures: 'flow.ping-pong=0.16 0.16..0.16; decision.latency/whoseIsIt=0.1 0.1..0.1',
      rules: 'structure.one-team-acts=0.8 0.8..0.8; structure.work-by-owner=0.6 0.6..0.6',
    }),
  );
  expect(read.slice(1).map(({ severity }) => severity?.value)).toEqual([50, 100, 100, 50]);
});
