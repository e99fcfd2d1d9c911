import { expect, test } from 'vitest';
import { each, readIn, told } from '../fixtures/world.ts';
import { scopeSettled } from './scope-settled.ts';

const done = 'done started=03-02 ended=03-09';
const four = { items: each('A B C D', done), events: each('A B C D', '03-01 priority=high') };
const few = 'not-enough-data: too few: 4 of at least 5';

test.each([
  ['what stays as it was', 'E 03-01 priority=high; E 03-05 priority=high', '5/5'],
  ['what changes before the start', 'E 03-01 priority=high; E 03-02 priority=low; E 03-05 priority=low', '5/5'],
  ['no change after the start', 'E 03-01 priority=high; E 03-05 priority=low', '4/5'],
  ['no change that was taken back', 'E 03-01 priority=high; E 03-05 priority=low; E 03-06 priority=high', '4/5'],
  ['no change on the way to the end', 'E 03-01 priority=high; E 03-09 priority=low', '4/5'],
  ['what changes after the end', 'E 03-01 priority=high; E 03-09T00:01 priority=low', '5/5'],
  ['what is first told after the start', 'E 03-01; E 03-05 priority=low', '5/5'],
  ['no change of what was first told after the start', 'E 03-05 priority=low; E 03-06 priority=high', '4/5'],
  ['no change of type', 'E 03-01 type=bug; E 03-05 type=wish', '4/5'],
  ['no change of initiative', 'E 03-01 initiative=one; E 03-05 initiative=two', '4/5'],
  ['rows that carry nothing as no change', 'E 03-01 priority=high; E 03-05; E 03-06 type=bug', '5/5'],
  [
    'the last of several values at the start',
    'E 03-02 priority=low; E 03-02 priority=high; E 03-05 priority=high',
    '5/5',
  ],
  [
    'the last of several values at the start, whichever was known first',
    'E 03-02 priority=high; E 03-02 priority=low; E 03-05 priority=low',
    '5/5',
  ],
  ['no item that tells none of them', 'E 03-01', few],
])('settled scope counts %s', async (_, events, expected) => {
  const world = { items: `${four.items}; E ${done}`, events: `${four.events}; ${events}` };
  expect(told(await readIn(scopeSettled, world))).toBe(expected);
});

test.each([
  ['items that are not done', 'open started=03-02'],
  ['items that were cancelled', 'cancelled started=03-02 ended=03-09'],
  ['items that never started', 'done ended=03-09'],
  ['items done before the window', 'done started=2025-12-01 ended=2025-12-31'],
  ['items done as the window closes', 'done started=12-01 ended=2027-01-01'],
])('settled scope leaves out %s', async (_, fact) => {
  const world = { items: `${four.items}; E ${fact}`, events: `${four.events}; E 2025-11-01 priority=high` };
  expect(await readIn(scopeSettled, world)).toMatchObject({ n: 4, coverage: 1 });
});

test('an item belongs to the window and the period in which it was done', async () => {
  const items = [
    'A done started=2025-12-01 ended=01-01',
    each('B C D E F', 'done started=07-02 ended=08-01'),
    'G done started=07-02 ended=10-01',
    each('H I J K', 'done started=07-02 ended=11-01'),
  ];
  const events = each('A B C D E F G H I J K', '2025-11-01 priority=high');
  const { n, trend } = await readIn(scopeSettled, { items: items.join(';'), events });
  expect([n, trend?.lastPeriod.n, trend?.thisPeriod.n]).toEqual([11, 5, 5]);
});

test('an item that tells none of them lowers the coverage', async () => {
  const world = { items: `${four.items}; E ${done}; F ${done}`, events: `${four.events}; E 03-01 type=bug; F 03-01` };
  expect(await readIn(scopeSettled, world)).toMatchObject({ n: 5, coverage: 5 / 6 });
});

test('a case says what changed, and each of the three is counted', async () => {
  const events = 'E 03-01 priority=high type=bug; E 03-05 priority=low type=wish; F 03-01 type=bug; F 03-05 type=wish';
  const world = { items: `${four.items}; ${each('E F', done)}`, events: `${four.events}; ${events}` };
  const { examples, details } = await readIn(scopeSettled, world);
  expect(examples.map(({ item, because }) => [item, because])).toEqual([
    ['E', 'its priority and its type changed after the start'],
    ['F', 'its type changed after the start'],
  ]);
  expect(details).toEqual({ priorityChanged: 1, typeChanged: 2, initiativeChanged: 0 });
});
