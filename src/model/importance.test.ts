import { expect, test } from 'vitest';
import { DesignModel } from './design-model.ts';
import { importanceShares, strategicCapabilities } from './importance.ts';

/** Goal g weighs 0.75 and h 0.25 in q1, i nothing; `g.a=3` is an importance; a has b and c below it, d stands alone. */
const strategy = (links: string) =>
  DesignModel.parse({
    goals: [
      { key: 'g', statement: 's', weights: [{ period: 'q1', weight: 0.75 }] },
      { key: 'h', statement: 's', weights: [{ period: 'q1', weight: 0.25 }] },
      { key: 'i', statement: 's', weights: [{ period: 'q1', weight: 0 }] },
    ],
    capabilities: ['a', 'b', 'c', 'd'].map((key) => ({
      key,
      kind: 'it',
      ...(key === 'b' || key === 'c' ? { parent: 'a' } : {}),
    })),
    goalCapabilities: links
      .split(' ')
      .filter((link) => link !== '')
      .map((link) => {
        const [ends = '', importance] = link.split('=');
        const [goal, capability] = ends.split('.');
        return { goal, capability, importance: Number(importance) };
      }),
  });

test.each([
  ['those at the cut', 'g.a=2 g.b=1', 2, ['a']],
  ['those above it', 'g.a=3', 2, ['a']],
  ['by the highest importance', 'g.a=1 h.a=3', 3, ['a']],
  ['not by a goal that weighs nothing', 'i.a=3', 2, []],
  ['by another cut', 'g.a=1 g.b=0', 1, ['a']],
])('strategic are %s', (_, links, cut, expected) => {
  expect([...strategicCapabilities(strategy(links), 'q1', cut)]).toEqual(expected);
});

test('nothing is strategic in a period that no goal weighs', () => {
  expect([...strategicCapabilities(strategy('g.a=3'), 'q2', 2)]).toEqual([]);
});

test.each([
  ['weight times importance, of all', 'g.b=2 h.c=2', { b: 0.75, c: 0.25, d: 0 }],
  ['the sum over goals', 'g.b=1 h.b=1 g.d=1 h.d=1', { b: 0.5, c: 0, d: 0.5 }],
  ['of leaves only', 'g.a=3 g.b=1', { b: 1, c: 0, d: 0 }],
  ['nothing by goals that weigh nothing', 'i.b=3 g.c=1', { b: 0, c: 1, d: 0 }],
  ['unknown where nothing is important', 'g.b=0', {}],
  ['unknown where nothing is said', '', {}],
])('a share of importance is %s', (_, links, expected) => {
  expect(Object.fromEntries(importanceShares(strategy(links), 'q1'))).toEqual(expected);
});
