import { beforeAll, expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { brokenCases, type Page } from './broken.ts';
import type { ConformanceContext } from './context.ts';
import type { Rule } from './define.ts';
import { allowedTransitions } from './delivery/allowed-transitions.ts';
import { contextOf } from './fixtures/world.ts';
import { atIntendedLevel } from './governance/at-intended-level.ts';
import { onGround } from './ground.ts';
import { prepare } from './read-rule.ts';

const broken = (rule: Rule, context: ConformanceContext, page: Page) =>
  onGround(context, rule.designed, async (ground) => {
    await prepare(ground, rule);
    return brokenCases(ground, rule, ground.span, page);
  });

const design: DesignInput = {
  decisionRights: [{ key: 'r', decisionType: 'fund', level: 'product', decider: { role: 'lead' } }],
};

test('a broken case says what it is, whose, when it was and why; a kept one is not told', async () => {
  const decisions = [
    'A type=fund team=red capability=pay decided=03-05T12:30 rank_decided=3 rank_intended=2 level_decided=company level_intended=product',
    'B type=fund decided=03-06 rank_decided=2 rank_intended=2',
  ];
  const context = await contextOf({ design, decisions: decisions.join(';') });
  expect(await broken(atIntendedLevel, context, { limit: 9, offset: 0 })).toEqual([
    {
      source: 'log',
      item: 'A',
      object: null,
      team: 'red',
      capability: 'pay',
      decisionType: 'fund',
      at: '2026-03-05T12:30:00.000Z',
      because: 'decided at level company, intended at Product',
    },
  ]);
});

const flow: DesignInput = {
  workflows: [
    {
      key: 'flow',
      stages: [
        { key: 'wait', kind: 'active' },
        { key: 'build', kind: 'active' },
      ],
      transitions: [{ from: 'wait', to: ['build'] }],
    },
  ],
};

/** The same six cases of two rules: of one that counts rows together, and of one that does not. */
const cases = ['E 03-05', 'D 03-06', 'other/B 03-06', 'C 03-06', 'B 11-07', 'A 02-28'].map((line) => line.split(' '));
let decided: ConformanceContext;
let moved: ConformanceContext;
beforeAll(async () => {
  const decisions = cases.map(([item, day]) => `${item} decided=${day} rank_decided=3 rank_intended=2`);
  const visits = cases.map(([item, day]) => `${item} build@red 01-05..${day}; ${item} wait@red ${day}..`);
  decided = await contextOf({ design, decisions: decisions.join(';') });
  moved = await contextOf({ design: flow, visits: visits.join(';') });
});

test.each([
  ['the latest first', { limit: 1, offset: 0 }, ['B 11-07']],
  [
    'those of one instant by their source and name',
    { limit: 4, offset: 0 },
    ['B 11-07', 'C 03-06', 'D 03-06', 'other/B 03-06'],
  ],
  ['so many of one instant as are asked for', { limit: 2, offset: 0 }, ['B 11-07', 'C 03-06']],
  ['the next ones after', { limit: 2, offset: 2 }, ['D 03-06', 'other/B 03-06']],
  ['a single one after another', { limit: 1, offset: 1 }, ['C 03-06']],
  ['the last ones', { limit: 4, offset: 4 }, ['E 03-05', 'A 02-28']],
  ['none after the last', { limit: 4, offset: 6 }, []],
  ['none where none is asked for', { limit: 0, offset: 0 }, []],
] satisfies [string, Page, string[]][])('a page tells %s', async (_, page, expected) => {
  const told = (found: Awaited<ReturnType<typeof broken>>) => found.map(({ item, at }) => `${item} ${at.slice(5, 10)}`);
  expect(told(await broken(atIntendedLevel, decided, page))).toEqual(expected);
  expect(told(await broken(allowedTransitions, moved, page))).toEqual(expected);
});
