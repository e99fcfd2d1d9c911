import { expect, test } from 'vitest';
import { planningIn } from '../fixtures/planning.ts';
import { beside, figure } from '../fixtures/readings.ts';
import { priorityChurn } from './priority-churn.ts';

const q = 'q@0..30d';
const first = `${q}; list:q@0 a*10`;
const told = (text: string, initiatives = '') => ({ records: planningIn(text, initiatives) });

test.each([
  ['nothing where nothing changed', `${first}; list:q@2d a*10`, '', '', 0],
  ['what entered and what left', `${first}; list:q@2d a*9 b`, '', '', 0.1],
  ['what moved by three places, once', `${first}; list:q@2d a4 a*3 a5 a6 a7 a8 a9 a10`, '', '', 0.05],
  ['what moved down by three as well', `${first}; list:q@2d a2 a3 a4 a1 a5 a6 a7 a8 a9 a10`, '', '', 0.05],
  ['nothing that moved by two', `${first}; list:q@2d a3 a1 a2 a4 a5 a6 a7 a8 a9 a10`, '', '', 0],
  ['nothing that what enters above pushes down', `${q}; list:q@0 a*5; list:q@2d b*5 a*5`, '', '', 0.333333],
  ['what stands eleventh as not among the first', `${first}; list:q@2d a*9 b a10`, '', '', 0.1],
  ['what stood eleventh as not among them', `${q}; list:q@0 a*11; list:q@2d a*9 a11 a10`, '', '', 0.1],
  ['what stands tenth as among them', `${q}; list:q@0 a*11; list:q@2d a*11`, '', '', 0],
  ['as many places as a short list has', `${q}; list:q@0 a b c; list:q@2d a b d`, '', '', 0.333333],
  ['places of two lists of unlike length', `${q}; list:q@0 a b; list:q@2d a b c`, '', '', 0.2],
  ['no first list', first, '', '', null],
  ['ranks in their order, whatever stands first on record', `${first}; list:q@2d a*10; list:q@1d a*9 b`, '', '', 0.1],
  ['nothing that was done by then', `${first}; list:q@2d a1 a2 a3 a4 a5 a6 a7 a8 a9`, 'a10@2d', '', 0],
  ['those behind it as they moved up', `${first}; list:q@2d a4 a5 a6 a7 a8 a9 a10`, 'a*3@1d', '', 0],
  ['what was done only later', `${first}; list:q@2d a*9`, 'a10@3d', '', 0.052632],
  ['what was stopped', `${first}; list:q@2d a*9`, 'a10@1d!stopped', '', 0.052632],
  ['what came into the place of what was done', `${first}; list:q@2d a*9 b`, 'a10@1d', '', 0.052632],
  ['lists approved as the window opens', `${first}; list:q@2d a*9 b`, '', '2d..9d', 0.1],
  ['no list approved as it closes', `${first}; list:q@2d a*9 b`, '', '0..2d', null],
  ['no list approved before it', `${first}; list:q@2d a*9 b`, '', '3d..9d', null],
  ['each team apart', `${first}; list:q@2d a*9 b`, 'a*10:red b:blue', 'by team', { blue: null, red: 0.052632 }],
  ['one team', `${first}; list:q@2d b*5`, 'a*10:red b*5:blue', 'where team=blue', 1],
])('churn of priorities counts %s', async (_, text, initiatives, question, share) => {
  expect(await figure(priorityChurn, told(text, initiatives), question)).toEqual(share);
});

test('what became of places stands beside it', async () => {
  const world = told(`${first}; list:q@2d a5 a1 a2 a3 a4 a6 a7 b c d`);
  expect(await beside(priorityChurn, world)).toEqual({ entered: 3, left: 3, moved: 1 });
  expect(await beside(priorityChurn, told(`${q}; list:q@0 a; list:q@2d a*12 a`))).toEqual({
    entered: 10,
    left: 1,
    moved: 0,
  });
});
