import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { at, readIn } from '../fixtures/world.ts';
import { moneyFollowsImportance } from './money-follows-importance.ts';

const day = (text: string): string => new Date(at(text)).toISOString().slice(0, 10);

type Told = { readonly spend: string; readonly weights?: string; readonly needs?: string; readonly children?: string };

/**
 * `pay 40@03-01 ops 60@03-02`: spend that an investment, and an initiative of that name, pass on to a capability; without
 * a link behind a `?`. `h1=1 h2=0.4` are weights of goal a (the rest is b's) in the halves of the year; `a:pay3` is a need.
 */
const strategic = ({ spend, weights = 'h1=1 h2=1', needs = 'a:pay2 a:ops2', children = '' }: Told): DesignInput => {
  const lines = spend
    .split(' ')
    .flatMap((word, index, all) => (index % 2 === 0 ? [[word, all[index + 1] ?? ''] as const] : []));
  const links = needs.split(' ').map((word) => {
    const [, goal = '', capability = '', importance] = /^(\w+):([a-z]+)(\d)$/.exec(word) ?? [];
    return { goal, capability, importance: Number(importance) };
  });
  const names = [
    ...new Set([...links.map(({ capability }) => capability), ...lines.map(([name]) => name.replace('?', ''))]),
  ];
  const halves = weights.split(' ').map((word) => word.split('='));
  return {
    planningPeriods: [
      { key: 'h1', kind: 'half', from: '2026-01-01', to: '2026-07-01' },
      { key: 'h2', kind: 'half', from: '2026-07-01', to: '2027-01-01' },
    ],
    goals: ['a', 'b'].map((key) => ({
      key,
      statement: key,
      weights: halves.map(([period = '', weight]) => ({
        period,
        weight: key === 'a' ? Number(weight) : 1 - Number(weight),
      })),
    })),
    capabilities: names.map((key) => {
      const parent = children
        .split(' ')
        .find((word) => word.startsWith(`${key}/`))
        ?.split('/')[1];
      return { key, kind: 'business' as const, ...(parent === undefined ? {} : { parent }) };
    }),
    goalCapabilities: links,
    initiatives: names.map((key) => ({ key })),
    investments: lines.map(([name, amount], index) => {
      const [, coins = '', currency = 'EUR', time = ''] = /^(-?\d+)([A-Z]+)?@(.+)$/.exec(amount) ?? [];
      return {
        key: `${name.replace('?', '')}-${index}`,
        basis: 'project' as const,
        class: 'grow' as const,
        spend: [{ on: day(time), amount: { amount: coins, currency } }],
      };
    }),
    chainLinks: [
      ...names.map((key) => linked({ initiative: key }, { capability: key })),
      ...lines.flatMap(([name], index) =>
        name.endsWith('?') ? [] : [linked({ investment: `${name}-${index}` }, { initiative: name })],
      ),
    ],
  };
};

const linked = (giver: object, receiver: object) =>
  ({ giver, receiver, passes: 1, grade: 'D', rationale: 'so it is' }) as NonNullable<DesignInput['chainLinks']>[number];

const read = (told: Told, window?: string) => {
  const [from = '', until = ''] = (window ?? '2026-01-01..2027-01-01').split('..');
  const span = { from: `${from}T00:00:00Z`, until: `${until}T00:00:00Z` };
  return readIn(moneyFollowsImportance, { design: strategic(told) }, { window: span });
};

const five = 'pay 10@03-01 pay 10@03-02 pay 20@03-03 ops 30@03-04 ops 30@03-05';

test.each([
  ['what each capability has up to its due', { spend: five }, 0.9],
  ['the weights of goals', { spend: five, weights: 'h1=0.4 h2=1', needs: 'a:pay3 b:ops3' }, 1],
  ['importance', { spend: five, needs: 'a:pay3 a:ops1' }, 0.65],
  ['capabilities without any money', { spend: five, needs: 'a:pay1 a:ops1 a:web2' }, 0.5],
  ['capabilities without any importance', { spend: five, needs: 'a:pay3 a:ops0' }, 0.4],
  [
    'the weights of each stretch apart',
    {
      spend: 'pay 50@03-01 ops 50@08-01 pay 1@03-02 ops 1@08-02 pay 1@03-03',
      weights: 'h1=1 h2=0',
      needs: 'a:pay3 b:ops3',
    },
    1,
  ],
  ['a net credit as nothing', { spend: 'pay 100@03-01 pay 10@03-02 pay 10@03-02 ops 10@03-04 ops -30@03-05' }, 0.5],
  ['a day without weights as unknown', { spend: `${five} web 900@08-01`, weights: 'h1=1' }, 0.9],
])('money follows importance counts %s', async (_, told, value) => {
  expect((await read(told)).value).toBeCloseTo(value, 9);
});

test.each([
  ['spent as the window opens', '2026-03-01..2026-03-06', 0.9],
  ['not spent as it closes', '2026-03-01..2026-03-05', null],
  ['not spent before it', '2026-03-02..2026-03-06', null],
])('money is taken that was %s', async (_, window, value) => {
  const found = await read({ spend: five }, window);
  if (value === null) expect(found).toMatchObject({ status: 'not-enough-data', n: 4 });
  else expect(found.value).toBeCloseTo(value, 9);
});

test('what may be spent is no money that went anywhere', async () => {
  const { investments = [], ...told } = strategic({ spend: five });
  const budget = [{ period: 'h1', amount: { amount: '900', currency: 'EUR' } }];
  const design = { ...told, investments: investments.map((each, index) => (index === 0 ? { ...each, budget } : each)) };
  const span = { from: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' };
  const found = await readIn(moneyFollowsImportance, { design }, { window: span });
  expect(found).toMatchObject({ n: 5, value: expect.closeTo(0.9, 9) });
});

test('unmapped money, and that of what has others below it, lower the coverage', async () => {
  const found = await read({ spend: `${five} lost? 60@03-06 all 40@03-07`, children: 'pay/all ops/all' });
  expect(found).toMatchObject({ n: 5, coverage: 0.5, interval: 'complete', status: 'read' });
  expect(found.value).toBeCloseTo(0.9, 9);
  const foreign = await read({ spend: `${five} pay 900USD@03-06` });
  expect(foreign).toMatchObject({ n: 5, coverage: 1 });
});

test.each([
  ['more than twice its due', 'pay 68@03-01 ops 5@03-01 web 2@03-02 web 20@03-03 ops 5@03-04', 'ops pay'],
  ['within a half and twice', 'pay 60@03-01 ops 20@03-01 web 5@03-02 web 5@03-03 web 10@03-04', ''],
])('a capability breaks it with %s', async (_, spend, broken) => {
  const { examples } = await read({ spend, needs: 'a:pay1 a:ops1 a:web1' });
  expect(new Set(examples.map(({ object }) => object))).toEqual(new Set(broken.split(' ').filter(Boolean)));
});

test('a case says what it has and what it is due, and the order stands beside it', async () => {
  const { examples, details, broke } = await read({ spend: five, needs: 'a:pay3 a:ops0 a:web1' });
  expect(broke).toBe(2);
  expect(examples.map(({ object, because }) => `${object}: ${because}`).toSorted()).toEqual([
    'ops: it has 60% of the money and 0% of the importance',
    'web: it has 0% of the money and 25% of the importance',
  ]);
  expect(details).toMatchObject({ capabilities: 3 });
  expect(details.rankCorrelation).toBeCloseTo(-1 / 3, 9);
  expect(details.furthest).toMatchObject({
    columns: ['capability', 'importance', 'share'],
    rows: [
      ['ops', 0, 0.6],
      ['pay', 0.75, 0.4],
      ['web', 0.25, 0],
    ],
  });
});

test('without a weight or an importance nothing is designed', async () => {
  for (const told of [
    { spend: five, weights: '' },
    { spend: five, needs: 'a:pay0 a:ops0' },
  ]) {
    const design = strategic(told);
    const goals = told.weights === '' ? design.goals?.map((goal) => ({ ...goal, weights: [] })) : design.goals;
    expect((await readIn(moneyFollowsImportance, { design: { ...design, goals } })).status).toBe('not-designed');
  }
});
