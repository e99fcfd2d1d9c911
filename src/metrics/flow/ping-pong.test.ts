import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { pingPong } from './ping-pong.ts';

const edges =
  'A*3 red active@0 ./blue@0 ./red@0 done@1d; B*2 red active@0 done@1d; C*5 red active@0 ./blue@0 ./red@1d done@2d; D*5 red active@0 dropped@1d; E*5 red active@0';

test.each([
  ['A, B, A', 'A*5 red active@0 ./blue@1d ./red@2d done@3d', '', 1],
  ['no A, B', 'A*5 red active@0 ./blue@1d done@3d', '', 0],
  ['no A, B, C, A', 'A*5 red active@0 ./blue@1d ./green@2d ./red@3d done@4d', '', 0],
  ['items with a team only', 'A*5 red active@0 ./blue@1d ./red@2d done@3d; B*5 active@0 done@1d', '', 1],
  ['items done as the window opens', edges, '1d..2d', 0.6],
  ['no items done as the window closes', edges, '0..2d', 0.6],
  ['no items done before the window', edges, '2d..3d', 1],
  ['neither cancelled nor open work', edges, '0..1d', null],
  ['nothing of an empty log', '', '', null],
  [
    'each team apart',
    'A*5 red active@0 ./blue@1d ./red@2d done@3d; B*5 blue active@0 done@1d',
    'by team',
    { blue: 0, red: 1 },
  ],
  [
    'one type',
    'A*5:bug red active@0 ./blue@1d ./red@2d done@3d; B*5 blue active@0 done@1d',
    'by item-type',
    { '(none)': 0, bug: 1 },
  ],
  [
    'one capability',
    'A*5+web red active@0 ./blue@1d ./red@2d done@3d; B*5 blue active@0 done@1d',
    'where capability=web',
    1,
  ],
])('ping-pong counts %s', async (_, log, question, share) => {
  expect(await figure(pingPong, log, question)).toEqual(share);
});

test.each([
  [
    'any return',
    'A*5 red active@0 ./blue@1d ./green@2d ./red@3d done@4d; B*5 red active@0 done@1d',
    { anyReturn: 0.5, stages: 0 },
  ],
  [
    'any return of items with a team only',
    'A*5 red active@0 ./blue@1d ./red@3d done@4d; B*5 active@0 done@1d',
    { anyReturn: 1, stages: 0 },
  ],
  [
    'stages that hold A, B, A, with or without a team',
    'A*2 red active@0 queue@1d active@2d done@3d; B*3 active@0 done@1d',
    { anyReturn: null, stages: 0.4 },
  ],
  [
    'no stages that come back from further round',
    'A*5 red active@0 queue@1d test@2d active@3d done@4d',
    { anyReturn: 0, stages: 0 },
  ],
  [
    'stages past rows that tell none',
    'A*5 red active@0 queue@1d .@2d queue@3d ./blue@4d active@5d done@6d',
    { anyReturn: 0, stages: 1 },
  ],
  ['stages after the end as well', 'A*5 red active@0 done@1d shipped@2d done@3d', { anyReturn: 0, stages: 1 }],
])('beside ping-pong stands %s', async (_, log, expected) => {
  expect(await beside(pingPong, log)).toEqual(expected);
});

test('items without a team lower the coverage', async () => {
  const [reading] = await readingsOf(pingPong, 'A*5 red active@0 done@3d; B*5 active@0 done@1d');
  expect(reading).toMatchObject({ n: 5, coverage: 0.5, grade: 'C' });
});
