import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { commitmentsKept } from './commitments-kept.ts';

const edges =
  'A*3 active@0!1d done@1d; B*2 active@0!1h done@1d; C*5 active@0!3d done@2d; D*9 active@0!9d dropped@1d; E*9 active@0!9d';

test.each([
  ['what is done by the promised time', 'A*3 active@0!3d done@2d; B*2 active@0!1d done@2d', '', 0.6],
  ['what is done at the very promised time', 'A*5 active@0!2d done@2d', '', 1],
  ['by the promise before the start', 'A*5 new@0!9d active@1d!2d .@2d!9d done@3d', '', 0],
  ['what is open and overdue as not kept', 'A*4 active@0!3d done@2d; B active@0!5d; C active@9d', '', 0.8],
  ['nothing open of which the time has not passed', 'A*5 active@0!3d done@2d; B*5 active@0!9d; C active@9d', '', 1],
  [
    'nothing open that was promised for before the window',
    'A*5 active@0!3d done@2d; B*5 active@0!1d; C active@9d',
    '2d..30d',
    1,
  ],
  [
    'what is open and was promised as the window opens',
    'A*5 active@0!3d done@3d; B*5 active@0!2d; C active@9d',
    '2d..30d',
    0.5,
  ],
  [
    'nothing open that was promised for as the window closes',
    'A*5 active@0!3d done@2d; B*5 active@0!4d; C active@9d',
    '0..4d',
    1,
  ],
  [
    'what is open and was first promised for after the window',
    'A*5 new@0!20d .@1d!3d active@2d; C active@9d',
    '0..5d',
    0,
  ],
  [
    'what is open and was first promised for before the window',
    'A*5 new@0!1d .@1d!3d active@2d; C active@9d',
    '2d..5d',
    0,
  ],
  ['nothing without a promise', 'A*5 active@0!3d done@2d; B*5 active@0 done@2d', '', 1],
  ['items done as the window opens', edges, '1d..2d at 5d', 0.6],
  ['no items done as the window closes', edges, '0..2d at 5d', 0.6],
  ['no items done before the window', edges, '2d..3d at 5d', 1],
  ['no cancelled work', edges, '0..30d at 12d', 0.421053],
  ['nothing of an empty log', '', '', null],
  ['each team apart', 'A*5 red active@0!3d done@2d; B*5 blue active@0!1d done@2d', 'by team', { blue: 0, red: 1 }],
  ['each type apart', 'A*5:bug active@0!3d done@2d; B*5 active@0!1d done@2d', 'by item-type', { '(none)': 0, bug: 1 }],
  ['one capability', 'A*5+web active@0!3d done@2d; B*5 active@0!1d done@2d', 'where capability=web', 1],
])('commitments kept counts %s', async (_, log, question, share) => {
  expect(await figure(commitmentsKept, log, question)).toEqual(share);
});

test.each([
  ['the first promise', 'A*5 new@0!1d active@1d!3d done@2d', { first: 0, slipP50: -1, slipP85: -1, openOverdue: 0 }],
  [
    'a first promise kept to the moment',
    'A*5 new@0!2d active@1d!1d done@2d',
    { first: 1, slipP50: 1, slipP85: 1, openOverdue: 0 },
  ],
  [
    'slips in days',
    Array.from({ length: 11 }, (_, n) => `A${n} active@0!1d done@${n === 10 ? 21 : n + 1}d`).join(';'),
    { first: 0.090909, slipP50: 5, slipP85: 8.5, openOverdue: 0 },
  ],
  ['slips of open work so far', 'A*5 active@0!5d; B active@9d', { first: 0, slipP50: 4, slipP85: 4, openOverdue: 5 }],
  [
    'the number of however few open ones',
    'A active@0!5d; B active@9d',
    { first: null, slipP50: null, slipP85: null, openOverdue: 1 },
  ],
])('beside commitments kept stand %s', async (_, log, expected) => {
  expect(await beside(commitmentsKept, log)).toEqual(expected);
});

test('items without a promise are no gap in it', async () => {
  const [reading] = await readingsOf(commitmentsKept, 'A*5 active@0!3d done@2d; B*5 active@0 done@2d');
  expect(reading).toMatchObject({ n: 5, coverage: 1 });
});
