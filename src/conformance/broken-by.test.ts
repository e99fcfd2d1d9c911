import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import type { BrokenScope } from './broken.ts';
import { withConformance } from './conform.ts';
import type { ConformanceContext } from './context.ts';
import type { Rule } from './define.ts';
import { contextOf, each } from './fixtures/world.ts';
import { appliedEvenly } from './governance/applied-evenly.ts';
import { atIntendedLevel } from './governance/at-intended-level.ts';

const design: DesignInput = {
  decisionRights: [{ key: 'r', decisionType: 'fund', level: 'product', decider: { role: 'lead' } }],
};
const above = (type: string): string => `type=${type} decided=03-05 rank_decided=3 rank_intended=2`;
const kept = 'type=fund decided=03-05 rank_decided=2 rank_intended=2';

const brokenBy = (context: ConformanceContext, rule: Rule, scope: BrokenScope) =>
  withConformance(context, [rule], (held) => held.brokenBy(rule, scope));

test('broken cases are counted by type, most first, and kept ones by none', async () => {
  const decisions = `${each('A B', above('fund'))}; ${each('C D E', above('risk'))}; ${each('F G', kept)}`;
  expect(await brokenBy(await contextOf({ design, decisions }), atIntendedLevel, 'decision-type')).toEqual([
    { key: 'risk', cases: 3 },
    { key: 'fund', cases: 2 },
  ]);
});

test('a row that stands for several cases counts as all of them', async () => {
  const paths = `${each('A B C D', 'type=fund decided=03-05 path=x')}; ${each('E F G', 'type=fund decided=03-05 path=y')}`;
  const counts = await brokenBy(await contextOf({ design, decisions: paths }), appliedEvenly, 'object');
  expect(counts).toEqual([{ key: 'fund', cases: 3 }]);
});

test('cases of no team and no capability stand together', async () => {
  const context = await contextOf({ design, decisions: each('A B', above('fund')) });
  expect(await brokenBy(context, atIntendedLevel, 'team')).toEqual([{ key: '(none)', cases: 2 }]);
  expect(await brokenBy(context, atIntendedLevel, 'capability')).toEqual([{ key: '(none)', cases: 2 }]);
});

test('without a design nothing is broken', async () => {
  expect(await brokenBy(await contextOf({ design: {} }), atIntendedLevel, 'team')).toEqual([]);
});
