import { expect, test } from 'vitest';
import type { ChainKind, UnitTrace } from '#api/value.ts';
import { waysOf } from './ways.ts';

const trace = (...records: readonly (readonly [kind: ChainKind, key: string, amount: string])[]): UnitTrace => ({
  unit: 'EUR',
  whole: '0',
  arrived: '0',
  stubs: [],
  nodes: [],
  links: [],
  records: records.map(([kind, key, amount]) => ({
    kind,
    key,
    name: key,
    amount,
    byGrade: [
      { grade: 'B', amount },
      { grade: 'D', amount },
    ],
  })),
  breaks: [],
  barred: 0,
});

test('the ways to a benefit stand from the outcomes back to the money, with effect and cost where there is either', () => {
  const effect = trace(
    ['benefit', 'b', '100'],
    ['investment', 'i', '20'],
    ['outcome', 'o', '60'],
    ['initiative', 'p', '30'],
  );
  const cost = trace(['investment', 'i', '7'], ['initiative', 'q', '5'], ['benefit', 'b', '7']);
  expect(
    waysOf(effect, cost, 'b').map((row) => [row.key, row.effect?.amount ?? null, row.cost?.amount ?? null]),
  ).toEqual([
    ['o', '60', null],
    ['p', '30', null],
    ['q', null, '5'],
    ['i', '20', '7'],
  ]);
  expect(waysOf(effect, cost, 'b').at(-1)?.cost?.grades).toBe('B, D');
  expect(waysOf(undefined, undefined, 'b')).toEqual([]);
});
