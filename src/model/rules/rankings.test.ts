import { expect, test } from 'vitest';
import { told } from '../fixtures/told.ts';
import { rankings } from './rankings.ts';

/** `l1 q1 2026-01-01 1:a 2:b` as a list of initiatives; `1:goal.a` ranks a goal. */
const list = (text: string) => {
  const [key = '', period = '', approvedOn = '', ...ranks] = text.split(' ');
  const ranking = ranks.map((each) => {
    const [rank, subject = ''] = each.split(':');
    const [, goal] = subject.split('goal.');
    return { rank: Number(rank), ...(goal === undefined ? { initiative: subject } : { goal }) };
  });
  return { key, period, approvedOn, ranking };
};

test.each([
  ['says what comes first', 'l1 q1 2026-01-01 1:a 2:b', []],
  ['may leave ranks out', 'l1 q1 2026-01-01 2:a 5:b', []],
  ['gives a rank once', 'l1 q1 2026-01-01 1:a 2:b 1:c', ['priority-list l1 ranking[2].rank: 1 → every rank once']],
  [
    'ranks one kind of thing',
    'l1 q1 2026-01-01 1:a 2:goal.b',
    ['priority-list l1 ranking[1].goal: b → the key of an initiative, as above'],
  ],
  ['may be approved anew on another day', 'l1 q1 2026-01-01 1:a; l2 q1 2026-01-02 1:b', []],
  ['may be approved with one of another period', 'l1 q1 2026-01-01 1:a; l2 q2 2026-01-01 1:b', []],
  ['may be approved with one of goals', 'l1 q1 2026-01-01 1:a; l2 q1 2026-01-01 1:goal.b', []],
  [
    'is approved once on a day',
    'l1 q1 2026-01-01 1:a; l2 q1 2026-01-01 1:b',
    ['priority-list l2 approvedOn: 2026-01-01 → another day than that of l1, which ranks the same for q1'],
  ],
])('a priority list %s', (_, lists, expected) => {
  expect(told(rankings, { priorityLists: lists.split('; ').map(list) })).toEqual(expected);
});
