import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import type { RuleResult } from '#model/rule-result.ts';
import { conform, scoreOf, withCases } from './conform.ts';
import { commitmentsKept } from './delivery/commitments-kept.ts';
import { fullDesign } from './fixtures/full-design.ts';
import { contextOf, each, readIn } from './fixtures/world.ts';
import { atIntendedLevel } from './governance/at-intended-level.ts';
import { rules } from './index.ts';

const right: DesignInput = {
  decisionRights: [{ key: 'r', decisionType: 'fund', level: 'product', decider: { role: 'lead' } }],
};
/** So many decisions at the level and above it, on one day. */
const decided = (day: string, at: number, above: number): string =>
  [...Array.from({ length: at }, () => 2), ...Array.from({ length: above }, () => 3)]
    .map((rank, index) => `D${day}-${index} decided=${day} rank_decided=${rank} rank_intended=2`)
    .join(';');
const set = (setting: object): DesignInput => ({ ...right, ruleSettings: [{ key: atIntendedLevel.id, ...setting }] });

test('all rules are read in one go, in the order of the list, and every dimension is told', async () => {
  const context = await contextOf({ design: fullDesign, decisions: decided('03-05', 6, 0) });
  const { results, dimensions } = await conform(context);
  expect(results.map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id));
  expect(dimensions.map(({ dimension, score }) => [dimension, score])).toEqual([
    ['structure', null],
    ['governance', 100],
    ['delivery', null],
    ['capabilities', null],
    ['engagement', null],
  ]);
  expect(dimensions[3]).toMatchObject({ missing: 'none of its rules could be read' });
  expect(dimensions[3]?.notRead.map(({ rule }) => rule)).toContain('capabilities.money-follows-importance');
  expect(dimensions[2]?.notRead.map(({ rule }) => rule)).toContain('delivery.wip-within-limits');
});

test('a rate has its severity between the published breakpoints', async () => {
  const result = await readIn(atIntendedLevel, { design: right, decisions: decided('03-05', 80, 20) });
  expect(result).toMatchObject({ value: 0.8, n: 100, interval: 'wilson', breakpoints: { from: 'default' } });
  expect(result.severity?.value).toBeCloseTo(25);
  expect(result.severity?.lower).toBeLessThan(25);
  expect(result.severity?.upper).toBeGreaterThan(25);
});

test.each([
  [
    'its own breakpoints',
    { breakpoints: [1, 0.8, 0.6] },
    { status: 'read', severity: { value: 50 }, breakpoints: { from: 'workspace', asDesigned: 1 } },
  ],
  ['its own weight', { weight: 3 }, { status: 'read', weight: 3, breakpoints: { from: 'default' } }],
  ['the rule off', { enabled: false }, { status: 'switched-off', value: null, severity: null, broke: 0 }],
  ['nothing new', { note: 'kept' }, { status: 'read', weight: 1, breakpoints: { from: 'default' } }],
] satisfies [string, object, object][])('a workspace can set %s', async (_, setting, expected) => {
  const result = await readIn(atIntendedLevel, { design: set(setting), decisions: decided('03-05', 80, 20) });
  expect(result).toMatchObject(expected);
});

test('settings are those of the design in force at the instant of reading', async () => {
  const designs: DesignInput[] = [
    { ...set({ weight: 7 }), design: { key: 'old', status: 'in-force', to: '2026-06-01' } },
    { ...set({ weight: 5 }), design: { key: 'new', status: 'in-force', from: '2026-06-01' } },
    { ...set({ weight: 9 }), design: { key: 'aim', status: 'target' } },
  ];
  expect(await readIn(atIntendedLevel, { designs, decisions: decided('03-05', 6, 0) })).toMatchObject({ weight: 5 });
});

test('a design that was in force outside the window only is none', async () => {
  const designs: DesignInput[] = [{ ...right, design: { key: 'old', status: 'in-force', to: '2026-01-01' } }];
  expect((await readIn(atIntendedLevel, { designs, decisions: decided('03-05', 6, 0) })).status).toBe('not-designed');
});

const drafted = { key: 'found', status: 'in-force', origin: 'drafted from the evidence' } as const;

test.each<[string, DesignInput[], true | undefined]>([
  ['that it was drafted', [{ ...right, design: drafted }], true],
  ['nothing of a design that somebody stated', [right], undefined],
  [
    'nothing where somebody stated it for a part of the window',
    [
      { ...right, design: { ...drafted, to: '2026-03-01' } },
      { ...right, design: { key: 'new', status: 'in-force', from: '2026-03-01' } },
    ],
    undefined,
  ],
])('of what it is held against a rule says %s', async (_, designs, expected) => {
  const told = await readIn(atIntendedLevel, { designs, decisions: decided('03-05', 6, 0) });
  expect([told.status, told.drafted]).toEqual(['read', expected]);
});

test('a rule that needs nothing in the design is never held against a draft', async () => {
  const items = each('A B C D E', 'done started=03-01 ended=03-04 promised=03-05');
  const told = await readIn(commitmentsKept, { designs: [{ design: drafted }], items });
  expect([told.status, told.drafted]).toEqual(['read', undefined]);
});

test('the trend is that of the last two whole planning periods', async () => {
  const decisions = [
    decided('02-05', 9, 1),
    decided('05-05', 10, 0),
    decided('08-05', 5, 5),
    decided('11-05', 1, 9),
  ].join(';');
  const world = { design: right, decisions, asOf: '11-20' };
  const { trend } = await readIn(atIntendedLevel, world);
  expect(trend).toMatchObject({
    thisPeriod: { key: '2026-Q3', value: 0.5, n: 10 },
    lastPeriod: { key: '2026-Q2', value: 1, n: 10 },
    difference: -0.5,
  });
  expect(trend?.lower).toBeCloseTo(-0.7634, 3);
  expect(trend?.upper).toBeCloseTo(-0.1174, 3);
});

test.each([
  ['one of the two has too few cases', `${decided('05-05', 4, 0)};${decided('08-05', 5, 5)}`, undefined],
  [
    'the window holds one whole period',
    `${decided('05-05', 5, 0)};${decided('08-05', 5, 5)}`,
    { from: '2026-04-02T00:00:00Z', until: '2026-10-01T00:00:00Z' },
  ],
])('there is no trend when %s', async (_, decisions, window) => {
  const world = { design: right, decisions, asOf: '11-20' };
  expect(await readIn(atIntendedLevel, world, window ? { window } : {})).toMatchObject({ status: 'read', trend: null });
});

test('a period counts as over on its last day', async () => {
  const decisions = `${decided('08-05', 5, 5)};${decided('11-05', 9, 1)}`;
  const { trend } = await readIn(atIntendedLevel, { design: right, decisions, asOf: '12-31T17:00' });
  expect(trend?.thisPeriod.key).toBe('2026-Q4');
});

test('cases that broke a rule come in pages, the latest first, none twice', async () => {
  const decisions = `${decided('03-05', 5, 3)};${decided('03-06', 0, 2)}`;
  const context = await contextOf({ design: right, decisions });
  const found = [];
  for (const offset of [0, 2, 4]) found.push(await withCases(context, atIntendedLevel, { limit: 2, offset }));
  const { results } = await conform(context, [atIntendedLevel]);
  expect(results.map(({ broke }) => broke)).toEqual([5]);
  expect(found.map(({ result }) => result)).toEqual([...results, ...results, ...results]);
  expect(found.flatMap(({ cases }) => cases).map(({ item }) => item)).toEqual([
    'D03-06-0',
    'D03-06-1',
    'D03-05-5',
    'D03-05-6',
    'D03-05-7',
  ]);
});

test('without a design no case breaks anything', async () => {
  const context = await contextOf({ design: {}, decisions: decided('03-05', 0, 5) });
  expect((await withCases(context, atIntendedLevel, { limit: 9, offset: 0 })).cases).toEqual([]);
});

const result = (rule: string, value: number | null, weight = 1): RuleResult =>
  ({
    rule,
    dimension: 'delivery',
    weight,
    missing: value === null ? 'too few' : undefined,
    severity: value === null ? null : { value, lower: null, upper: null },
  }) as RuleResult;

test.each([
  ['100 less the mean severity', [result('a', 20), result('b', 60)], 60],
  ['by the weights', [result('a', 20, 3), result('b', 60)], 70],
  ['over the rules that could be read', [result('a', 20), result('b', null)], 80],
  ['and null when none could', [result('a', null)], null],
  ['and null when those that could have no weight', [result('a', 20, 0)], null],
] satisfies [string, RuleResult[], number | null][])('a score is %s', (_, results, score) => {
  expect(scoreOf('delivery', results).score).toBe(score);
});

test('a score names what could not be read, with the reason', () => {
  expect(scoreOf('delivery', [result('a', 20, 2), result('b', null)])).toMatchObject({
    weight: 2,
    read: ['a'],
    notRead: [{ rule: 'b', reason: 'too few' }],
  });
});
