import { expect, test } from 'vitest';
import { sumOfDecimals } from '#model/decimal.ts';
import { compareDecimals } from '#model/money.ts';
import { compileChain } from './chain.ts';
import { fundingAmounts } from './coverage.ts';
import { chainModel } from './fixtures/chains.ts';
import { fundingIn } from './funding.ts';
import { drawn } from './grouped.ts';
import { stubReasons } from './stubs.ts';
import { traceOf } from './trace.ts';

const always = { from: '0001-01-01', to: '9999-01-01' };

const drawnOf = (text: string, limit: number, key?: string) => {
  const model = chainModel(text);
  const chain = compileChain(model);
  const amounts = fundingAmounts(chain, fundingIn(model, 'spend', always).lines);
  const through = chain.nodes.find((node) => node.key === key);
  const [trace] = traceOf(chain, 'forward', amounts);
  if (!trace) throw new Error('there is money');
  return { trace, picture: drawn(trace, stubReasons(model), limit, through) };
};

const wide = `i1=100; ${Array.from({ length: 9 }, (_, n) => `i1>p${n + 1} 0.${n === 0 ? 2 : 1}; p${n + 1}>c${n + 1} 1`).join('; ')}`;

test('what fits is drawn record by record', () => {
  const { picture } = drawnOf('i1=6; i1>p1 0.5; p1>c1 1', 40);
  expect(picture.nodes.map(({ id, amount }) => `${id} ${amount}`)).toEqual([
    'investment i1 6.00',
    'initiative p1 3.00',
    'capability c1 3.00',
  ]);
  expect(picture.stubs.map(({ at, reason, amount }) => `${at} ${reason} ${amount}`)).toEqual([
    'investment i1 no-initiative 3.00',
    'capability c1 no-outcome 3.00',
  ]);
});

test.each([4, 6, 10, 18])('no more than %i links are drawn, and no amount is lost by it', (limit) => {
  const { trace, picture } = drawnOf(wide, limit);
  expect(picture.links.length).toBeLessThanOrEqual(limit);
  expect(picture.nodes.filter(({ kind }) => kind === 'initiative').reduce((n, { count }) => n + count, 0)).toBe(9);
  for (const kind of ['initiative', 'capability'] as const) {
    const all = sumOfDecimals(picture.nodes.filter((node) => node.kind === kind).map(({ amount }) => amount));
    expect(compareDecimals(all, trace.whole)).toBe(0);
  }
});

test('the greatest are drawn by themselves, and so is the one that is asked for', () => {
  const alone = (key?: string) =>
    drawnOf(wide, 6, key).picture.nodes.flatMap(({ kind, node }) => (kind === 'initiative' && node ? [node.key] : []));
  expect(alone()).toContain('p1');
  expect(alone()).not.toContain('p9');
  expect(alone('p9')).toContain('p9');
});

test('what benefits drawn as one hand to each other is in them once', () => {
  const { picture } = drawnOf('i1=8; i1>p1 1; p1>c1 1; c1>o1 1; o1>b1 0.5; o1>b2 0.25; o1>b3 0.25; b2>b3 1', 4);
  const benefits = picture.nodes.filter(({ kind }) => kind === 'benefit').map(({ amount }) => amount);
  expect(compareDecimals(sumOfDecimals(benefits), '8')).toBe(0);
  expect(picture.links.every(({ from, to }) => from !== to)).toBe(true);
});
