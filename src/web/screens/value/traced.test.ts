import { expect, test } from 'vitest';
import type { UnitTrace } from '#api/value.ts';
import { type Coverage, evidencedOf, pictureOf, stubsOf } from './traced.ts';

const node = (kind: UnitTrace['nodes'][number]['kind'], key: string | null, amount: string) => ({
  id: `${kind} ${key ?? 'others'}`,
  kind,
  key,
  name: key ?? '3 others',
  count: key === null ? 3 : 1,
  amount,
  byGrade: [],
});

const link = { contributes: null, hypothesis: null, rationale: null };

const trace: UnitTrace = {
  unit: 'EUR',
  whole: '100.00',
  arrived: '40.00',
  stubs: [],
  nodes: [node('investment', 'a', '90.00'), node('initiative', null, '90.00'), node('capability', 'c', '60.00')],
  links: [
    {
      ...link,
      from: 'investment a',
      to: 'initiative others',
      key: null,
      count: 3,
      amount: '90.00',
      passes: null,
      grade: 'B',
    },
    {
      ...link,
      from: 'initiative others',
      to: 'capability c',
      key: 'x',
      count: 1,
      amount: '60.00',
      passes: 0.5,
      grade: 'D',
    },
  ],
  breaks: [
    { at: null, reason: 'no-investment', amount: '10.00' },
    { at: 'initiative others', reason: 'no-capability', amount: '30.00' },
  ],
  records: null,
  barred: 0,
};

test('what stands for several opens the whole, all else itself', () => {
  const { nodes, links } = pictureOf(trace, 'FY26');
  expect(nodes.map(({ key }) => key)).toEqual(['value.investment:a', 'value.trace', 'value.capability:c']);
  expect(links.map(({ key }) => key)).toEqual(['value.trace', 'value.link:initiative%20others>capability%20c']);
});

test('a stub is drawn at what it stays at; money of no line of funding stays at nothing', () => {
  expect(pictureOf(trace, 'FY26').stubs.map(({ from, reason, amount }) => [from, reason, amount])).toEqual([
    ['initiative others', 'no capability', 30],
  ]);
});

const place = (key: string, ...amounts: Coverage['breaks'][number]['amounts']): Coverage['breaks'][number] => ({
  at: { kind: 'outcome', key, name: key },
  side: 'after',
  reason: 'no-benefit',
  amounts,
  links: 0,
  unshared: 0,
});

test('breaks are told in one currency, the most first, and those where only links lack after them', () => {
  const breaks = [
    place('nothing'),
    place('little', { amount: '1.00', currency: 'EUR' }),
    place('francs', { amount: '9.00', currency: 'CHF' }),
    place('much', { amount: '5.00', currency: 'EUR' }, { amount: '7.00', currency: 'CHF' }),
  ];
  const told = stubsOf({ breaks } as Coverage, 'EUR').map(({ at, amount }) => [at?.key, amount]);
  expect(told).toEqual([
    ['much', '5.00'],
    ['little', '1.00'],
    ['nothing', null],
  ]);
});

test('a way is evidenced when its weakest step is', () => {
  const money = {
    currency: 'EUR',
    invested: '10.00',
    traced: '6.00',
    share: 0.6,
    stubs: [],
    byGrade: [
      { grade: 'A' as const, amount: '1.00' },
      { grade: 'C' as const, amount: '2.00' },
      { grade: 'E' as const, amount: '3.00' },
    ],
  };
  expect(evidencedOf(money)).toBe(3);
});
