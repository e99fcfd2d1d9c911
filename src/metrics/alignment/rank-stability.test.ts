import { expect, test } from 'vitest';
import { planningIn } from '../fixtures/planning.ts';
import { figure, readingsOf } from '../fixtures/readings.ts';
import { rankStability } from './rank-stability.ts';

const q = 'q@0..30d';
const told = (text: string, initiatives = '') => ({ records: planningIn(text, initiatives) });

test.each([
  ['lists that are alike', `${q}; list:q@0 a*5; list:q@2d a*5`, '', '', 1],
  ['a list that was turned round', `${q}; list:q@0 a b c d e; list:q@2d e d c b a`, '', '', -1],
  ['one pair of ten', `${q}; list:q@0 a b c d e; list:q@2d b a c d e`, '', '', 0.8],
  ['only what stands on both', `${q}; list:q@0 a b x c d e; list:q@2d y b a c d e`, '', '', 0.8],
  ['pairs of each of two changes', `${q}; list:q@0 a b c; list:q@2d c b a; list:q@4d c b a`, '', '', 0],
  ['no first list', `${q}; list:q@0 a*5`, '', '', null],
  ['nothing of four in all', `${q}; list:q@0 a*4; list:q@2d a*4`, '', '', null],
  ['the next period after this one', `r@30d..60d; ${q}; list:r@9d e d c b a; list:q@0 a b c d e`, '', '', -1],
  [
    'a late list of this period before that of the next',
    `${q}; r@30d..60d; list:q@0 a*5; list:r@9d a*5; list:q@8d a5 a4 a3 a2 a1`,
    '',
    '',
    -1,
  ],
  [
    'periods of each kind apart',
    `${q}; y:year@0..90d; list:q@0 a*5; list:y@1d a5 a4 a3 a2 a1; list:q@2d a*5`,
    '',
    '',
    1,
  ],
  ['goals and initiatives apart', `${q}; list:q@0 a b c d e; list:q@1d !e !d !c !b !a; list:q@2d a b c d e`, '', '', 1],
  ['goals as well', `${q}; list:q@0 !a !b !c !d !e; list:q@1d !e !d !c !b !a`, '', '', -1],
  ['no list of a period that is not on record', `${q}; list:x@0 a*5; list:x@1d a*5`, '', '', null],
  ['lists approved as the window opens', `${q}; list:q@0 a*5; list:q@2d a*5`, '', '2d..9d', 1],
  ['no list approved as it closes', `${q}; list:q@0 a*5; list:q@2d a*5`, '', '0..2d', null],
  ['no list approved before it', `${q}; list:q@0 a*5; list:q@2d a*5`, '', '3d..9d', null],
  ['lists of the day on which figures are read', `${q}; list:q@0 a*5; list:q@2d a*5`, '', '0..30d at 2d', 1],
  ['no later list', `${q}; list:q@0 a*5; list:q@2d a*5`, '', '0..30d at 1d', null],
  [
    'each team apart',
    `${q}; list:q@0 a*5 b*5; list:q@2d b*5 a5 a4 a3 a2 a1`,
    'a*5:red b*5:blue',
    'by team',
    { blue: 1, red: -1 },
  ],
  ['one team', `${q}; list:q@0 a*5 b*5; list:q@2d b*5 a5 a4 a3 a2 a1`, 'a*5:red b*5:blue', 'where team=blue', 1],
  ['goals as of no team', `${q}; list:q@0 !a !b !c !d !e; list:q@1d !a !b !c !d !e`, '', 'by team', { '(none)': 1 }],
])('rank stability counts %s', async (_, text, initiatives, question, tau) => {
  expect(await figure(rankStability, told(text, initiatives), question)).toEqual(tau);
});

test('lists say all there is to say', async () => {
  const [reading] = await readingsOf(rankStability, told(`${q}; list:q@0 a*6 b; list:q@2d a*6 c`));
  expect(reading).toMatchObject({ value: 1, n: 6, lower: 1, upper: 1, interval: 'complete', coverage: 1 });
});
