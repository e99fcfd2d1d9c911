import { expect, test } from 'vitest';
import { planningIn } from '../fixtures/planning.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { planDrift } from './plan-drift.ts';

const told = (text: string, initiatives = '') => ({ records: planningIn(text, initiatives) });

const q = 'q@0..10d';
const two = 'q@0..10d; r@10d..20d';
const teams = 'plan@0 a*5=30d b*5=30d; plan@10d a*5=33d b*5=31d';

test.each([
  ['how far planned ends moved', `${q}; plan@0 a*5=30d; plan@5d a*5=33d`, '', 3],
  ['moves to an earlier end as well', `${q}; plan@0 a*5=30d; plan@5d a*5=26d`, '', 4],
  ['the median of several', `${q}; plan@0 a*5=30d; plan@5d a1=30d a2=31d a3=28d a4=37d a5=39d`, '', 2],
  ['what did not move', `${q}; plan@0 a*5=30d; plan@5d a*5=30d`, '', 0],
  ['from the last plan before the period', `${q}; plan@-9d a*5=20d; plan@-2d a*5=30d; plan@5d a*5=33d`, '', 3],
  ['from the plan of its first day', `${q}; plan@-2d a*5=20d; plan@0 a*5=30d; plan@5d a*5=33d`, '', 3],
  ['else from the first plan of all', `${q}; plan@2d a*5=30d; plan@5d a*5=33d`, '', 3],
  ['to the last plan of the period', `${q}; plan@0 a*5=30d; plan@5d a*5=33d; plan@9d a*5=37d`, '', 7],
  ['to the plan of the day after it', `${q}; plan@0 a*5=30d; plan@5d a*5=33d; plan@10d a*5=37d`, '', 7],
  ['to no later plan', `${q}; plan@0 a*5=30d; plan@5d a*5=33d; plan@11d a*5=37d`, '', 3],
  ['plans in the order of their days', `${q}; plan@5d a*5=33d; plan@0 a*5=30d`, '', 3],
  ['nothing of one plan', `${q}; plan@0 a*5=30d`, '', null],
  ['nothing of a period before all plans', `${q}; plan@11d a*5=30d; plan@12d a*5=33d`, '', null],
  ['nothing of a period after all plans', `${q}; plan@-9d a*5=30d; plan@-5d a*5=33d`, '', null],
  ['nothing where no period is on record', 'plan@0 a*5=30d; plan@5d a*5=33d', '', null],
  ['nothing where no plan is on record', q, '', null],
  ['each period by itself', `${two}; plan@0 a*5=30d; plan@10d a*5=34d; plan@20d a*5=30d`, '', 4],
  ['the inner of two periods', `y@0..20d; ${two}; plan@0 a*5=30d; plan@10d a*5=34d; plan@20d a*5=30d`, '', 4],
  ['periods that end as the window closes', `${q}; plan@0 a*5=30d; plan@5d a*5=33d`, '5d..10d', 3],
  ['no period that ends as the window opens', `${q}; plan@0 a*5=30d; plan@5d a*5=33d`, '10d..20d', null],
  ['no period that ends later', `${q}; plan@0 a*5=30d; plan@5d a*5=33d`, '0..9d', null],
  ['no plan after figures are read', `${q}; plan@0 a*5=30d; plan@5d a*5=33d; plan@8d a*5=40d`, '0..30d at 7d', 3],
  ['the plan of the day on which figures are read', `${q}; plan@0 a*5=30d; plan@5d a*5=33d`, '0..30d at 5d', 3],
  ['nothing of four', `${q}; plan@0 a*4=30d; plan@5d a*4=33d`, '', null],
  ['each team apart', `${q}; ${teams}`, 'by team', { blue: 1, red: 3 }],
  ['one team', `${q}; ${teams}`, 'where team=blue', 1],
])('plan drift counts %s', async (_, text, question, days) => {
  expect(await figure(planDrift, told(text, 'a*5:red b*5:blue'), question)).toEqual(days);
});

test('plan drift stands under no team where no record tells one', async () => {
  const world = told(`${q}; plan@0 a*5=30d c*5=30d; plan@5d a*5=33d c*5=31d`, 'a*5');
  expect(await figure(planDrift, world, 'by team')).toEqual({ '(none)': 2 });
});

test.each([
  ['the tail', 'plan@0 a*5=30d; plan@5d a1=50d a2=40d a3=31d a4=30d a5=29d', { p85: 14 }],
  ['the share that moved later', 'plan@0 a*5=30d; plan@5d a1=50d a2=40d a3=31d a4=30d a5=29d', { movedLater: 0.6 }],
  ['those that are in one plan only', 'plan@0 a*5=30d b=9d; plan@5d a*5=30d c*2=9d', { unmatched: 3 }],
  ['those without an end in one of them', 'plan@0 a*5=30d b c=9d; plan@5d a*5=30d b=9d c', { unmatched: 2 }],
  ['none that is over and gone', 'plan@0 a*5=30d d=9d; plan@5d a*5=30d', { unmatched: 0 }],
  ['none that was over on the very day', 'plan@0 a*5=30d d=9d; plan@4d a*5=30d', { unmatched: 0 }],
  ['what is over and still in the plan', 'plan@0 a*5=30d d=9d; plan@5d a*5=30d d', { unmatched: 1 }],
  ['what is over later', 'plan@0 a*5=30d d=9d; plan@3d a*5=30d', { unmatched: 1 }],
])('beside plan drift stand %s', async (_, plans, expected) => {
  expect(await beside(planDrift, told(`${q}; ${plans}`, 'a*5 d@4d'))).toMatchObject(expected);
});

test('initiatives without a match lower the coverage', async () => {
  const [reading] = await readingsOf(planDrift, told(`${q}; plan@0 a*6=30d b=9d; plan@5d a*6=33d c*3=9d`));
  expect(reading).toMatchObject({ value: 3, n: 6, coverage: 0.6 });
});
