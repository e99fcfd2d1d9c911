import { expect, test } from 'vitest';
import { told } from '../fixtures/told.ts';
import { namedWithin } from './named-within.ts';

test.each([
  ['one of its options', ['now', 'later'], 'later', []],
  ['nothing yet', ['now'], undefined, []],
  [
    'no stranger',
    ['now', 'later'],
    'latr',
    ['decision d favoured: latr → the key of an option stated here (now, later); later?'],
  ],
  ['nothing where there are no options', [], 'now', ['decision d favoured: now → the key of an option stated here']],
])('a decision favours %s', (_, options, favoured, expected) => {
  const decision = { key: 'd', type: 't', raisedAt: '2026-01-01T00:00:00Z', favoured };
  const decisions = [{ ...decision, options: options.map((key) => ({ key })) }];
  expect(told(namedWithin, { decisions })).toEqual(expected);
});

test.each([
  ['another one', 'b', []],
  ['none', undefined, []],
  ['not itself', 'a', ['scorecard s measures[0].feeds: a → the key of another measure stated here (b); b?']],
  ['no stranger', 'xyz', ['scorecard s measures[0].feeds: xyz → the key of another measure stated here (b)']],
])('a measure feeds %s', (_, feeds, expected) => {
  const measures = [
    { key: 'a', signal: 4, feeds },
    { key: 'b', signal: 1 },
  ];
  expect(told(namedWithin, { scorecards: [{ key: 's', audience: 'a', measures }] })).toEqual(expected);
});
