import { expect, test } from 'vitest';
import { Dependency } from './dependency.ts';

test.each([
  ['between two teams', {}, true],
  ['between an initiative and an item', { from: { initiative: 'a' }, to: { work: { source: 's', item: '1' } } }, true],
  ['from two things at once', { from: { team: 'a', initiative: 'b' } }, false],
  ['to nothing', { to: {} }, false],
  ['resolved at once', { resolvedAt: '2026-01-02T00:00:00Z' }, true],
  ['resolved before it was raised', { resolvedAt: '2026-01-01T23:00:00Z' }, false],
  ['of no known time', { raisedAt: undefined }, false],
])('a dependency may be %s', (_, parts, allowed) => {
  const dependency = {
    key: 'x',
    from: { team: 'a' },
    to: { team: 'b' },
    kind: 'needs',
    raisedAt: '2026-01-02T00:00:00Z',
  };
  expect(Dependency.safeParse({ ...dependency, ...parts }).success).toBe(allowed);
});
