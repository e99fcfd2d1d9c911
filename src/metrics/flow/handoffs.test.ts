import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { handoffs } from './handoffs.ts';

const edges =
  'A*8 red active@0 ./blue@0 done@1d; B*5 red active@0 ./blue@0 ./red@1d done@2d; C*5 red active@0 ./blue@0 ./red@0 ./blue@0 dropped@1d; D*5 red active@0 ./blue@0 ./red@0 ./blue@0';

test.each([
  ['changes of team', 'A*5 red active@0 ./blue@1d ./red@2d ./green@3d done@4d', '', 3],
  ['no rows without a team', 'A*5 red active@0 .@1d ./red@2d done@4d', '', 0],
  ['no first team', 'A*5 active@0 ./red@1d done@4d', '', 0],
  ['no items of no team', 'A*5 active@0 done@4d; B*5 red active@0 ./blue@1d done@4d', '', 1],
  ['nothing where no team is known', 'A*5 active@0 done@4d', '', null],
  ['the mean over items', edges, '', 1.384615],
  ['items done as the window opens', edges, '1d..2d', 1],
  ['no items done as the window closes', edges, '0..2d', 1],
  ['no items done before the window', edges, '2d..3d', 2],
  ['neither cancelled nor open work', edges, '0..1d', null],
  ['nothing of an empty log', '', '', null],
  ['each team apart, by the team of the end', edges, 'by team', { blue: 1, red: 2 }],
  [
    'one type',
    'A*5:bug red active@0 ./blue@0 done@1d; B*5 red active@0 done@1d',
    'by item-type',
    { '(none)': 0, bug: 1 },
  ],
  ['one capability', 'A*5+web red active@0 ./blue@0 done@1d; B*5 red active@0 done@1d', 'where capability=web', 1],
])('hand-offs count %s', async (_, log, question, mean) => {
  expect(await figure(handoffs, log, question)).toEqual(mean);
});

test.each([
  [
    'changes of person and the total of team hand-offs',
    'A*5 red active~ann@0 ./blue~bob@1d .~ann@2d .@3d .~bob@4d done@5d; B*3 active~ann@0 done@1d',
    { people: 1.875, total: 5 },
  ],
  ['the total of however few', 'A*2 red active@0 ./blue@1d ./red@2d done@3d', { people: null, total: 4 }],
])('beside hand-offs stands %s', async (_, log, expected) => {
  expect(await beside(handoffs, log)).toEqual(expected);
});

test('where no team is known the reason is said, and no total is made up', async () => {
  const [reading] = await readingsOf(handoffs, 'A*5 active@0 done@4d');
  expect(reading).toMatchObject({
    value: null,
    coverage: 0,
    missing: 'no team is known for any of the items',
    also: { people: null, total: null },
  });
});
