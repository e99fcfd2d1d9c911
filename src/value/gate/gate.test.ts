import { expect, test } from 'vitest';
import { GateOverride } from '#model/gate-override.ts';
import { compileChain } from '../chain/chain.ts';
import { portfolio, toEuro } from '../finance/fixtures/portfolio.ts';
import { gateOf } from './gate.ts';

const whole = 'i1>p1 0.5 B; p1>c1 1 B; c1>o1 1 C; o1>b1 1 D';

type Said = { readonly [key: string]: object };

/** Outcomes and benefits with what is said of them besides. */
const world = (chain: string, money: string, said: Said) => {
  const model = portfolio(chain, money);
  const withSaid = <R extends { readonly key: string }>(records: readonly R[]): R[] =>
    records.map((record) => ({ ...record, ...said[record.key] }));
  return {
    ...model,
    investments: withSaid(model.investments),
    initiatives: withSaid(model.initiatives),
    outcomes: withSaid(model.outcomes),
    benefits: withSaid(model.benefits),
  };
};

const full = {
  o1: { unit: '%', direction: 'up', baseline: { on: '2026-01-01', value: 1 } },
  b1: { businessOwner: 'retail' },
};

const look = (chain: string, money = '', said: Said = full, from = '0', overrides: readonly object[] = []) => {
  const model = { ...world(chain, money, said), gateOverrides: overrides.map((each) => GateOverride.parse(each)) };
  return gateOf(compileChain(model), model, { today: '2026-06-30', convert: toEuro, from });
};

const of = (found: ReturnType<typeof look>, key = 'p1') => found.find(({ node }) => node.key === key);

test.each([
  ['nothing', whole, {}, []],
  ['a baseline', whole, { o1: { ...full.o1, baseline: undefined } }, ['baseline: the outcome o1 has no baseline']],
  ['a unit', whole, { o1: { ...full.o1, unit: undefined } }, ['measure: the outcome o1 has no unit']],
  [
    'a direction',
    whole,
    { o1: { ...full.o1, direction: undefined } },
    ['measure: the outcome o1 has no better direction'],
  ],
  ['an owner', whole, { b1: {} }, ['business-owner: no business owner answers for b1']],
  ['a benefit', 'i1>p1 0.5 B; p1>c1 1 B; c1>o1 1 C', {}, ['benefit: nothing leads from the outcome o1 to a benefit']],
  ['an outcome', 'i1>p1 0.5 B; p1>c1 1 B', {}, ['outcome: nothing leads from it to an outcome']],
  [
    'a baseline from before the first spend',
    `i1=1 EUR 2025-12-31; ${whole}`,
    {},
    ['baseline: the baseline of the outcome o1 is of 2026-01-01, after money first went out on 2025-12-31'],
  ],
  ['nothing, where it was spent on the day of the baseline', `i1=1 EUR 2026-01-01; ${whole}`, {}, []],
  ['nothing, where a credit came before', `i1=-1 EUR 2025-12-31; i1=5 EUR 2026-01-02; ${whole}`, {}, []],
  ['nothing, where one of its outcomes has it all', `${whole}; c1>o2 - E`, {}, []],
  [
    'what the better of its outcomes lacks',
    `${whole}; c1>o2 - E`,
    { b1: {} },
    ['business-owner: no business owner answers for b1'],
  ],
  [
    'everything',
    whole,
    { o1: {}, b1: {} },
    [
      'measure: the outcome o1 has no unit',
      'baseline: the outcome o1 has no baseline',
      'business-owner: no business owner answers for b1',
    ],
  ],
])('a case lacks %s', (_, chain, said, lacks) => {
  const found = look(chain, '', { ...full, ...said });
  for (const key of ['p1', 'i1']) {
    expect(of(found, key)?.lacks.map(({ what, why }) => `${what}: ${why}`)).toEqual(lacks);
    expect(of(found, key)?.result).toBe(lacks.length === 0 ? 'ready' : 'missing');
  }
});

test('a chain that holds only by two outcomes together is none', () => {
  const said = { ...full, b1: {}, o2: { unit: '%', direction: 'up' }, b2: { businessOwner: 'retail' } };
  expect(of(look(`${whole}; c1>o2 - E; o2>b2 1 E`, '', said))?.lacks).toHaveLength(1);
});

test.each([
  ['asked for from the limit on', '50', 'missing'],
  ['not asked for below it', '50.01', 'below'],
])('a case is %s', (_, from, result) => {
  const found = look(whole, 'i1 budget y26=100', { o1: {} }, from);
  expect([of(found)?.amount, of(found)?.result, of(found, 'i1')?.result]).toEqual(['50.00', result, 'missing']);
});

test.each([
  [
    'beside money that has one',
    'i1=1000 EUR 2026-01-01; i1=5000000 CHF 2026-01-01; i1>p1 1 B',
    '',
    'missing',
    'missing',
  ],
  ['in a later budget', 'i1=1000 EUR 2026-01-01; i1>p1 1 B', 'i1 budget y27=5000000 CHF', 'missing', 'missing'],
  [
    'but not where no link passes it on to',
    'i1=5 CHF 2026-01-01; i2=1000 EUR 2026-01-01; i1>p1; i2>p1 1 B',
    '',
    'below',
    'missing',
  ],
  ['but not beside it', 'i1=1000 EUR 2026-01-01; i2=5 CHF 2026-01-01; i1>p1 1 B; i2>p2 1 B', '', 'below', 'below'],
  [
    'but not by a link that did not hold on its day',
    'i1=1000 EUR 2026-05-01; i1=5 CHF 2026-01-01; i1>p1 1 B from=2026-02-01',
    '',
    'below',
    'missing',
  ],
  ['but not before it is spent', 'i1=1000 EUR 2026-01-01; i1=5 CHF 2026-07-01; i1>p1 1 B', '', 'below', 'below'],
])('a case is asked for where money without a rate leads: %s', (_, chain, money, initiative, investment) => {
  const found = look(chain, money, full, '50000');
  expect([of(found)?.result, of(found, 'i1')?.result]).toEqual([initiative, investment]);
});

test('who does not say what it costs is asked all the same', () => {
  expect(of(look('p1>c1 1 B', '', full, '1000'))).toMatchObject({ amount: null, result: 'missing' });
});

test.each([
  ['from its day on', { on: '2026-06-30' }, 'overridden'],
  ['not before', { on: '2026-07-01' }, 'missing'],
  ['not from the day on which it ends', { on: '2026-01-01', until: '2026-06-30' }, 'missing'],
  ['until then', { on: '2026-01-01', until: '2026-07-01' }, 'overridden'],
])('an override holds %s', (_, days, result) => {
  const override = { initiative: 'p1', grantedBy: 'cio', reason: 'law', ...days };
  const found = look(whole, '', { o1: {} }, '0', [override, { ...override, initiative: undefined, investment: 'p1' }]);
  expect([of(found)?.result, of(found)?.override?.reason, of(found, 'i1')?.result]).toEqual([
    result,
    result === 'overridden' ? 'law' : undefined,
    'missing',
  ]);
});

test('what is ready needs no override, and has it told', () => {
  const override = { initiative: 'p1', grantedBy: 'cio', reason: 'law', on: '2026-01-01' };
  expect(of(look(whole, '', full, '0', [override]))).toMatchObject({ result: 'ready', override: { reason: 'law' } });
});

test('what is over, and what keeps running what there is, is not asked', () => {
  const chain = 'i1>p1 0.5 B; i2>p2 0.5 B; p3>c1 1 B';
  const found = look(chain, '', { i2: { class: 'run' }, p2: { status: 'done' }, p3: { status: 'stopped' } });
  expect(found.map(({ node }) => node.key)).toEqual(['i1', 'p1']);
});

test.each([
  ['that its link passed', 'i1=5 EUR 2026-03-01; i1=5 EUR 2026-02-01; i1>p1 0.5 B', '2026-02-01'],
  [
    'on a day on which the link held',
    'i1=5 EUR 2026-02-01; i1=5 EUR 2026-03-01; i1>p1 0.5 B from=2026-02-15',
    '2026-03-01',
  ],
  ['and none that it claims no share of', 'i1=5 EUR 2026-02-01; i1>p1', undefined],
  ['by today', 'i1=5 EUR 2026-07-01; i1>p1 0.5 B', undefined],
])('money first went out for an initiative with the first spend %s', (_, chain, on) => {
  expect(of(look(chain))?.firstSpentOn).toBe(on);
});
