import { expect, test } from 'vitest';
import { lifeStates } from './lifecycle.ts';

/** `start A`, `complete A#7`; a row of an activity without a step is ` A`. */
const rowsOf = (text: string) =>
  text.split(', ').map((row, moment) => {
    const [, transition = '', activity = '', instance = ''] = /^(\w*) ?(\w*)#?(\w*)$/u.exec(row) ?? [];
    return { transition, activity, instance, moment };
  });

const shown = (text: string): string =>
  lifeStates(rowsOf(text))
    .map(({ state: { name } }) => name)
    .join(', ');

test.each([
  [
    'is in an activity from its start, and waits behind its end',
    'start A, complete A, start B, complete B',
    'A, after A, B, after B',
  ],
  ['waits before the first start', 'schedule A, assign A, start A', 'before start, before start, A'],
  ['waits on whatever is planned', 'start A, complete A, schedule B, start B', 'A, after A, after A, B'],
  ['reads words in any case', 'START A, Complete A', 'A, after A'],
  ['reads a row without a step as an end', 'start A,  A', 'A, after A'],
  ['is in the activity that began first', 'start A, start B, complete B, complete A', 'A, A, A, after A'],
  ['goes on with the next one', 'start A, start B, complete A, complete B', 'A, A, B, after B'],
  [
    'is at work until the last of two goes at one activity ends',
    'start A, start A, complete A, complete A',
    'A, A, A, after A',
  ],
  [
    'keeps goes apart by their instance',
    'start A#1, start B#2, start A#3, complete A#3, complete A#1, complete B#2',
    'A, A, A, A, B, after B',
  ],
  [
    'pairs an end without an instance with the first',
    'start A#1, start A#2, complete A, complete A',
    'A, A, A, after A',
  ],
  ['pairs no end with the start of another instance', 'start A#1, complete A#2', 'A, after A'],
  ['sees a start of one instance once', 'start A#1, start A#1, complete A#1', 'A, A, after A'],
  ['waits while all is suspended', 'start A, suspend A, resume A, complete A', 'A, A suspended, A, after A'],
  [
    'is at work while anything is not',
    'start A, start B, suspend A, complete B, resume A, complete A',
    'A, A, B, A suspended, A, after A',
  ],
  ['takes to resume what nobody suspended for a start', 'resume A, complete A', 'A, after A'],
  ['leaves a suspension of nothing alone', 'suspend A, start A', 'before start, A'],
  ['waits behind an end without a start', 'complete A, complete B, start C', 'after A, after B, C'],
  ['stays at work on an end without a start of something else', 'start A, complete B, complete A', 'A, A, after A'],
  ['is at work on a start without an end while nothing follows', 'start A', 'A'],
  ['gives up a start without an end at the next start', 'start A, start B, complete B', 'A, B, after B'],
  ['gives up a start without an end at the next end', 'start A, complete B, start C', 'A, after B, C'],
  ['gives up nothing at other rows', 'start A, assign B, note B', 'A, A, A'],
  ['waits behind what was aborted', 'start A, ate_abort A, start B', 'A, after A, B'],
  ['leaves an abortion of nothing alone', 'start A, complete A, ate_abort B', 'A, after A, after A'],
  ['is over when all of it is aborted', 'start A, start B, pi_abort A', 'A, A, aborted'],
  ['can begin again', 'start A, pi_abort A, start B', 'A, aborted, B'],
  ['leaves what never began alone', 'start A, withdraw B, autoskip C, manualskip D, complete A', 'A, A, A, A, after A'],
  ['leaves rows without an activity alone', 'start A, complete , start , complete A', 'A, A, A, after A'],
])('an item %s', (_, rows, states) => {
  expect(shown(rows)).toBe(states);
});

test.each([
  ['its start', 'schedule A, start A, suspend A, resume A, complete A', '-A---'],
  ['its end, where nobody saw it begin', 'assign A, complete A, complete A', '-AA'],
  ['each start of several', 'start A, start A, complete A, complete A', 'AA--'],
])('one go at an activity is told by %s', (_, rows, told) => {
  expect(
    lifeStates(rowsOf(rows))
      .map(({ tells }) => (tells ? 'A' : '-'))
      .join(''),
  ).toBe(told);
});

test('an item is at work in an activity only, waits elsewhere, and is over when it is aborted', () => {
  const found = lifeStates(rowsOf('assign A, start A, suspend A, resume A, complete A, pi_abort A'));
  expect(found.map(({ state: { kind, atWork } }) => `${kind} ${atWork}`)).toEqual([
    'queue false',
    'active true',
    'queue false',
    'active true',
    'queue false',
    'cancelled false',
  ]);
});
