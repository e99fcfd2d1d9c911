import { expect, test } from 'vitest';
import { planningIn } from '../fixtures/planning.ts';
import { day, initiativesIn } from '../fixtures/portfolio.ts';
import { figure } from '../fixtures/readings.ts';
import { unexplainedShifts } from './unexplained-shifts.ts';

const first = 'q@0..30d; list:q@0 a*10';
const told = (text: string, initiatives = '') => ({ records: planningIn(text, initiatives) });

test.each([
  ['changes without a reason', `${first}; list:q@2d a*5 b*5`, '', '', 1],
  ['not those with one at their place', `${first}; list:q@2d a*5 b*5~`, '', '', 0.5],
  ['not what moved with one', `${first}; list:q@2d a4~ a1 a2 a3 a5 a6 b*4`, '', '', 0.888889],
  ['no place that kept what it had', `${first}; list:q@2d a*5~ b*5`, '', '', 1],
  ['nothing where nothing changed', `${first}; list:q@2d a*10~`, '', '', null],
  ['nothing of four changes', `${first}; list:q@2d a*8 b*2`, '', '', null],
  ['no first list', first, '', '', null],
  ['lists approved as the window opens', `${first}; list:q@2d a*5 b*5`, '', '2d..9d', 1],
  ['no list approved as it closes', `${first}; list:q@2d a*5 b*5`, '', '0..2d', null],
  ['no list approved before it', `${first}; list:q@2d a*5 b*5`, '', '3d..9d', null],
  ['each team apart', `${first}; list:q@2d a*5 b*5~`, 'a*10:red b*5:blue', 'by team', { blue: 0, red: 1 }],
  ['one team', `${first}; list:q@2d a*5 b*5~`, 'a*10:red b*5:blue', 'where team=red', 1],
])('unexplained shifts count %s', async (_, text, initiatives, question, share) => {
  expect(await figure(unexplainedShifts, told(text, initiatives), question)).toEqual(share);
});

test.each([
  ['explains all of its changes', 'it pays', 0],
  ['explains none with blanks', '  ', 1],
  ['explains none without a rationale', undefined, 1],
])('the decision that a list names %s', async (_, rationale, share) => {
  const records = {
    ...planningIn(`${first}; list:q@2d a*5 b*5`),
    initiatives: initiativesIn('a*10 b*5'),
    decisions: [
      { key: 'd', type: 'order', raisedAt: `${day('0')}T00:00:00Z`, ...(rationale === undefined ? {} : { rationale }) },
    ],
  };
  const priorityLists = records.priorityLists?.map((list) => ({ ...list, decision: 'd' }));
  expect(await figure(unexplainedShifts, { records: { ...records, priorityLists } })).toBe(share);
});
