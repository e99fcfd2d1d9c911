import { expect, test } from 'vitest';
import type { AtGate } from '#api/finance.ts';
import { byUrgency } from './gate-words.ts';

const row = (key: string, result: AtGate['result'], amount: string | null): AtGate => ({
  kind: 'investment',
  key,
  name: key,
  result,
  lacks: [],
  amount,
  firstSpentOn: null,
  override: null,
});

test('what does not pass comes first, the most money before the rest, unknown money last', () => {
  const rows = [
    row('small', 'below', '1'),
    row('passes', 'ready', '900'),
    row('nobody-knows', 'missing', null),
    row('less', 'missing', '90'),
    row('more', 'missing', '100'),
    row('let', 'overridden', '1000'),
  ];
  expect(rows.toSorted(byUrgency).map(({ key }) => key)).toEqual([
    'more',
    'less',
    'nobody-knows',
    'let',
    'passes',
    'small',
  ]);
});
