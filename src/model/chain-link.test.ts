import { expect, test } from 'vitest';
import { ChainLink } from './chain-link.ts';

const link = (parts: object) =>
  ChainLink.safeParse({ giver: { outcome: 'a' }, receiver: { benefit: 'b' }, grade: 'E', rationale: 'r', ...parts });

test.each([
  ['one giver and one receiver', {}, true],
  ['two givers', { giver: { outcome: 'a', benefit: 'b' } }, false],
  ['no receiver', { receiver: {} }, false],
  ['an investment that receives', { receiver: { investment: 'i' } }, false],
  ['no grade', { grade: undefined }, false],
  ['no reason', { rationale: '' }, false],
  ['a share of all', { passes: 1, contributes: 1 }, true],
  ['a share of more', { passes: 1.1 }, false],
  ['an end before its start', { from: '2026-02-01', to: '2026-01-01' }, false],
])('a link may have %s', (_, parts, allowed) => {
  expect(link(parts).success).toBe(allowed);
});

test.each([
  ['its ends', {}, 'outcome.a.benefit.b'],
  ['its ends and its start', { from: '2026-01-01' }, 'outcome.a.benefit.b.2026-01-01'],
])('a link is called after %s', (_, parts, key) => {
  expect(link(parts).data?.key).toBe(key);
});
