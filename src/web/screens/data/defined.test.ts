import { expect, test } from 'vitest';
import { definedAs, usesOf } from './defined.ts';
import { cards, sign } from './fixtures/cards.ts';

test('a definition is told with what it speaks of', () => {
  expect(definedAs('flow.waiting', cards)).toMatchObject({
    what: 'metric',
    version: 2,
    changes: ['Counts otherwise.'],
  });
  expect(definedAs('governance.settled-once', cards)).toMatchObject({ what: 'rule', changes: undefined });
  const told = definedAs('sign.flow-breakdown', cards);
  expect(told?.parts.map(({ leadsTo }) => leadsTo?.title)).toEqual(['Waiting', undefined]);
  expect(definedAs('flow.none', cards)).toBeUndefined();
});

test('a metric is judged by the rules that stand on it or on one of its companions', () => {
  expect(usesOf('flow.waiting', [sign]).map(({ id }) => id)).toEqual(['sign.flow-breakdown.wait']);
  expect(usesOf('quality.rework', [sign])).toEqual([]);
});
