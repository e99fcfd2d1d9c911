import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { readIn } from '../fixtures/world.ts';
import { strengthWhereItMatters } from './strength-where-it-matters.ts';

const levels = (text: string) =>
  text.split(' ').flatMap((word) => {
    const [, capability = '', level = '', on = '', scale = 'iso'] =
      /^(\w+)=([\d.]+)@([\d-]+)(?::(\w+))?$/u.exec(word) ?? [];
    return capability === ''
      ? []
      : [{ capability, level: Number(level), on: on.length > 5 ? on : `2026-${on}`, scale }];
  });

const aims = (text: string) =>
  text.split(' ').map((word) => {
    const [, key = '', parent, level, scale = 'iso'] = /^(\w+)(?:<(\w+))?(?:>([\d.]+)(?::(\w+))?)?$/u.exec(word) ?? [];
    const maturityTarget = level === undefined ? {} : { maturityTarget: { level: Number(level), scale } };
    return { key, kind: 'it' as const, ...(parent === undefined ? {} : { parent }), ...maturityTarget };
  });

/** `a>4 b<a` are capabilities, `a3 b1` what they are worth to the one goal, `a=2@03-01` levels. */
const strategy = (capabilities: string, needs: string, rated: string): DesignInput => ({
  planningPeriods: [
    { key: 'year', kind: 'year', from: '2026-01-01', to: '2027-01-01' },
    { key: 'before', kind: 'year', from: '2025-01-01', to: '2026-01-01' },
  ],
  goals: [
    { key: 'grow', statement: 'more', weights: [{ period: 'year', weight: 0.5 }] },
    { key: 'shrink', statement: 'less', weights: [{ period: 'before', weight: 1 }] },
  ],
  goalCapabilities: needs.split(' ').map((need) => {
    const [, capability = '', importance = '', old] = /^([a-z]+)(\d)(!)?$/u.exec(need) ?? [];
    return { goal: old === undefined ? 'grow' : 'shrink', capability, importance: Number(importance) };
  }),
  capabilities: aims(capabilities),
  maturityAssessments: levels(rated),
});

const said = async (design: DesignInput, asOf = '12-31') => {
  const { value, n, coverage, broke, missing } = await readIn(strengthWhereItMatters, { design, asOf });
  return value === null ? missing : [Number(value.toFixed(4)), n, Number(coverage?.toFixed(4)), broke];
};

test.each([
  ['what is there of what is needed', 'a>4 b>4', 'a1 b1', 'a=4@03-01 b=2@03-01', [0.75, 2, 1, 1]],
  ['what matters more for more', 'a>4 b>4', 'a1 b3', 'a=4@03-01 b=2@03-01', [0.625, 2, 1, 1]],
  ['high targets for more than low ones', 'a>5 b>1', 'a1 b1', 'a=4@03-01 b=1@03-01', [0.8333, 2, 1, 1]],
  ['nothing for what is beyond need', 'a>4 b>2', 'a1 b1', 'a=2@03-01 b=5@03-01', [0.6667, 2, 1, 1]],
  ['the last level', 'a>4', 'a1', 'a=4@03-01 a=1@05-01 a=2@04-01', [0.25, 1, 1, 1]],
  ['levels up to the day on which it is read', 'a>4', 'a1', 'a=4@03-01 a=1@12-31', [0.25, 1, 1, 1]],
  ['one that nobody rated as not known', 'a>4 b>4', 'a1 b3', 'a=4@03-01', [1, 1, 0.25, 0]],
  ['one rated a year ago as not known', 'a>4 b>4', 'a1 b3', 'a=4@03-01 b=1@2025-12-31', [1, 1, 0.25, 0]],
  ['one rated less than a year ago', 'a>4 b>4', 'a1 b3', 'a=4@03-01 b=2@2026-01-01', [0.625, 2, 1, 1]],
  ['another scale as not known', 'a>4 b>4:cmmi', 'a1 b3', 'a=4@03-01 b=1@03-01', [1, 1, 0.25, 0]],
  ['the level and target of the nearest above', 'a>4 b<a', 'b1', 'a=2@03-01', [0.5, 1, 1, 1]],
  ['nothing of what no goal needs', 'a>4 b>4', 'a1 b0', 'a=4@03-01 b=0@03-01', [1, 1, 1, 0]],
  ['nothing of goals that weigh nothing now', 'a>4 b>4', 'a1 b3!', 'a=4@03-01 b=0@03-01', [1, 1, 1, 0]],
  ['nothing without a target', 'a>4 b', 'a1 b3', 'a=4@03-01 b=0@03-01', [1, 1, 1, 0]],
  ['nothing whose target is nought', 'a>4 b>0', 'a1 b3', 'a=4@03-01 b=1@03-01', [1, 1, 1, 0]],
  [
    'nothing where no level is known',
    'a>4',
    'a1',
    '',
    'no capability that goals depend on has an assessment on the scale of its target that is less than a year old',
  ],
])('strength where it matters is %s', async (_, capabilities, needs, rated, expected) => {
  expect(await said(strategy(capabilities, needs, rated))).toEqual(expected);
});

test('a year is read at its end, and a quarter at its own', async () => {
  const design = strategy('a>4', 'a1', 'a=1@03-31 a=2@06-30 a=4@07-01 a=3@12-30');
  const result = await readIn(strengthWhereItMatters, { design });
  expect(result).toMatchObject({ value: 0.75, trend: { lastPeriod: { value: 1 }, thisPeriod: { value: 0.75 } } });
  const early = await readIn(
    strengthWhereItMatters,
    { design },
    { window: { from: '2026-01-01T00:00:00Z', until: '2026-07-01T00:00:00Z' } },
  );
  expect(early).toMatchObject({ value: 0.5, interval: 'complete', trend: { lastPeriod: { value: 0.25 } } });
});

test('what goals weigh at the end of the window counts, and nothing of the next period', async () => {
  const design = strategy('a>4 b>4', 'a1 b3!', 'a=4@2025-03-01 b=2@2025-06-01');
  const window = { from: '2025-01-01T00:00:00Z', until: '2026-01-01T00:00:00Z' };
  expect(await readIn(strengthWhereItMatters, { design }, { window })).toMatchObject({ value: 0.5, n: 1 });
});

test('a level is known up to the very end of its year', async () => {
  const design = strategy('a>4', 'a1', 'a=2@2025-07-01');
  const half = { window: { from: '2026-01-01T00:00:00Z', until: '2026-07-01T00:00:00Z' } };
  expect((await readIn(strengthWhereItMatters, { design }, half)).value).toBe(0.5);
});

test('every gap is told with its level and its target', async () => {
  const design = strategy('a>4 b>3.5 c>4', 'a1 b1 c1', 'a=2.5@03-01 b=3@03-01 c=4@03-01');
  const { examples } = await readIn(strengthWhereItMatters, { design });
  expect(examples.map(({ object, because, at }) => [object, because, at])).toEqual([
    ['a', 'is at level 2.5 where 4 is aimed at', '2026-12-31T00:00:00.000Z'],
    ['b', 'is at level 3 where 3.5 is aimed at', '2026-12-31T00:00:00.000Z'],
  ]);
});

test('what is mastered beyond its target comes with the least needed first, of equals the most beyond', async () => {
  const design = strategy('a>4 b>1 c>1 d>4', 'a1 b2 c1 d1', 'a=5@03-01 b=5@03-01 c=5@03-01 d=4@03-01');
  const { details } = await readIn(strengthWhereItMatters, { design });
  expect(details).toMatchObject({
    beyondTarget: {
      rows: [
        ['c', 0.5, 5, 1],
        ['a', 0.5, 5, 4],
        ['b', 1, 5, 1],
      ],
    },
  });
});

test.each([
  ['targets', strategy('a', 'a1', 'a=2@03-01')],
  ['importance', strategy('a>4', 'a0', 'a=2@03-01')],
  ['weights', { ...strategy('a>4', 'a1', 'a=2@03-01'), goals: [{ key: 'grow', statement: 'more' }] }],
])('without %s nothing is designed to be held against', async (_, design) => {
  expect((await readIn(strengthWhereItMatters, { design })).status).toBe('not-designed');
});
