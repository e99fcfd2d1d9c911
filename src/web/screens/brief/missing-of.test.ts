import { expect, test } from 'vitest';
import type { Diagnosis } from '#model/diagnosis.ts';
import { missingOf } from './missing-of.ts';

const dimension = (name: 'delivery' | 'capabilities', ...notRead: string[]) => ({
  dimension: name,
  score: null,
  weight: 0,
  read: [],
  notRead: notRead.map((rule) => ({ rule, reason: 'no rows' })),
});

const told = (text: string, titles: Readonly<Record<string, string>> = {}) =>
  missingOf(
    {
      missing: [text],
      dimensions: [
        dimension('delivery', 'delivery.within-target', 'delivery.commitments-kept'),
        dimension('capabilities'),
      ],
      coverage: [{ source: 'tickets' }],
    } as unknown as Diagnosis,
    new Map(Object.entries(titles)),
  );

test.each([
  ['a rule', 'delivery.within-target: the design states no target', 'delivery.within-target'],
  [
    'the first of several rules',
    'delivery.commitments-kept, delivery.within-target: no rows',
    'delivery.commitments-kept',
  ],
  ['a dimension', 'capabilities: no rule of this dimension can be held against event logs', 'dimension.capabilities'],
  ['a source', 'tickets: 1 channel name has no key (12.7% of the rows)', 'source.tickets'],
  ['nothing that is known', 'no log was read: only what records tell has figures', undefined],
])('what could not be said of %s opens it', (_, text, opens) => {
  expect(told(text).map((each) => each.opens)).toEqual([opens]);
});

test.each([
  ['a rule', 'delivery.within-target: no rows', 'Work is done within its target time: no rows'],
  [
    'several rules',
    'delivery.commitments-kept, delivery.within-target: no rows: none',
    'Commitments are kept, Work is done within its target time: no rows: none',
  ],
  ['a source', 'tickets: 1 channel name has no key', 'Tickets: 1 channel name has no key'],
  ['nothing that has a title', 'no log was read: only what records tell', 'no log was read: only what records tell'],
])('what could not be said of %s is told by what people call it', (_, text, said) => {
  const titles = {
    'delivery.within-target': 'Work is done within its target time',
    'delivery.commitments-kept': 'Commitments are kept',
    tickets: 'Tickets',
  };
  expect(told(text, titles).map((each) => each.text)).toEqual([said]);
});
