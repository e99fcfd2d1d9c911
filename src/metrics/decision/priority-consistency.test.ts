import { expect, test } from 'vitest';
import { choices } from '../fixtures/choices.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { priorityConsistency } from './priority-consistency.ts';

const list = 'list@0 x y z';
const four = `${list}; a*4@1d y>x`;
const edges = `${list}; a*3@1d x>y; b*2@1d y>x; c*5@2d y>x; d@2d x>y`;

test.each([
  ['those that favour what ranks higher', `${list}; a*4@1d x>y; b@1d y>x`, '', 0.8],
  ['the best ranked of several others', `${list}; a*4@1d x>y; b@1d y>z,x`, '', 0.8],
  ['what was deferred among the others', `${list}; a*4@1d x>y; b@1d y>z -x`, '', 0.8],
  ['goals as well', 'list@0 x! y!; a*4@1d x!>y!; b@1d y!>x!', '', 0.8],
  ['no side that stands for the same', `${four}; b@1d x>x; e@1d z>z -y; c@1d x>y -x`, '', 0.166667],
  ['no side that stands for nothing', `${four}; b@1d x>y?; c@1d x?>y; d@1d x>y`, '', 0.2],
  ['nothing that favours nobody', `${four}; b@1d x,y; c@1d x>y`, '', 0.2],
  ['nothing that is open', `${four}; open@1d x>y; c@1d x>y`, '', 0.2],
  ['the list that was approved last', 'list@0 x y; list@1d y x; a*4@2d x>y; b@2d y>x', '', 0.2],
  ['a list from the day of its approval on', 'list@0 x y; list@2d y x; a*4@1d x>y; b@2d y>x', '', 1],
  ['no list of another period', 'list@0 x y; list:q2@-5d y x; a*5@2d x>y', '', 1],
  ['a list of the quarter and one of the year, the later first', 'list@0 y x; list:year@1d x y; a*5@2d x>y', '', 1],
  ['of two approved on one day that of the shorter', 'list:year@0 y x; list@0 x y; a*5@2d x>y', '', 1],
  ['the next list where one lacks a side', 'list@1d y z; list:year@0 x y; a*5@2d x>y', '', 1],
  ['goals beside initiatives, each by its own list', 'list@0 x y; list@1d x! y!; a*5@2d x>y', '', 1],
  ['those made as the window opens', edges, '1d..2d', 0.6],
  ['none made as the window closes', edges, '0..2d', 0.6],
  ['none made before the window', edges, '2d..3d', 0.166667],
  ['none made after figures are read', edges, '0..3d at 47h', 0.6],
  ['a correction in place of what it corrects', `${four}; b@1d x>y; c@1d y>x fixes=b`, '', 0],
  ['nothing of four', `${list}; a*4@1d x>y`, '', null],
  ['nothing where no decision is on record', list, '', null],
  [
    'each type apart',
    `${list}; a*5:bet@1d x>y; b*4:order@1d x>y; c:order@1d y>x`,
    'by decision-type',
    { bet: 1, order: 0.8 },
  ],
  ['each team apart', `${list}; a*5/red@1d x>y; b*5@1d y>x`, 'by team', { '(none)': 0, red: 1 }],
  ['one capability', `${list}; a*5+web@1d x>y; b*5@1d y>x`, 'where capability=web', 1],
])('decisions by the priorities count %s', async (_, text, question, share) => {
  expect(await figure(priorityConsistency, { records: choices(text) }, question)).toEqual(share);
});

test.each([
  ['what goes against them', `${list}; a*4@1d x>y; b*3@1d y>x`, { exceptions: 3, exceptionsExplained: null }],
  [
    'the share of it that is explained',
    `${list}; a*4@1d x>y why; b*4@1d y>x why; c@1d y>x`,
    { exceptions: 5, exceptionsExplained: 0.8 },
  ],
])('beside decisions by the priorities stands %s', async (_, text, expected) => {
  expect(await beside(priorityConsistency, { records: choices(text) })).toEqual(expected);
});

test.each([
  ['sides that no list ranks', `${list}; a*5@1d x>y; b*5@1d x>w`, { value: 1, n: 5, coverage: 0.5 }],
  ['days on which no list stood', 'list@2d x y; a*5@1d x>y; b*5@2d x>y', { value: 1, n: 5, coverage: 0.5 }],
  ['mixed sides', `${list}; a*5@1d x>y; b*5@1d x>y!`, { value: 1, n: 5, coverage: 0.5 }],
  ['no decisions that are not between two', `${list}; a*5@1d x>y; b*5@1d x why`, { value: 1, n: 5, coverage: 1 }],
])('%s lower the coverage', async (_, text, expected) => {
  const [reading] = await readingsOf(priorityConsistency, { records: choices(text) });
  expect(reading).toMatchObject(expected);
});

test('where no list ranks anything, the figure says so', async () => {
  const [reading] = await readingsOf(priorityConsistency, { records: choices('a*5@1d x>y') });
  expect(reading).toMatchObject({ value: null, coverage: 0, missing: priorityConsistency.lacking });
});
