import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { strategyIn } from '../fixtures/strategy.ts';
import { strategicItems } from './strategic-items.ts';

const plan = 'q@0..30d a=0.6 b=0.4; a needs web2 app1; b needs ops3';
const told = (strategy: string, log: string, more = '') => ({
  records: strategyIn(strategy, more),
  log: `${log}; Z .@200d`,
});
const items = (lines: string) =>
  lines
    .split(' ')
    .map((line) => `${line} active@0 done@1d`)
    .join('; ');

test.each([
  ['what some goal needs at the cut', plan, items('A*2+web B*3+app'), '', 0.4],
  ['what another goal needs', plan, items('A*2+ops B*3+app'), '', 0.4],
  [
    'nothing that a goal without a weight needs',
    'q@0..30d a=1; a needs web2; b needs ops3',
    items('A*2+web B*3+ops'),
    '',
    0.4,
  ],
  [
    'nothing that a goal weighs as nought needs',
    'q@0..30d a=1 b=0; a needs web2; b needs ops3',
    items('A*2+web B*3+ops'),
    '',
    0.4,
  ],
  ['what has no capability as not strategic', plan, items('A*2+web B*3'), '', 0.4],
  ['what no record knows as not strategic', plan, items('A*2+web B*3+odd'), '', 0.4],
  [
    'the period in which an item was done',
    `${plan}; r@30d..60d b=1`,
    'A*2+web active@0 done@1d; B*3+web active@0 done@31d',
    '0..60d',
    0.4,
  ],
  [
    'the first moment of a period',
    `p@-30d..0 b=1; ${plan}`,
    'A*2+web active@-9d done@0; B*3+ops active@-9d done@-1s',
    '-1d..30d',
    1,
  ],
  ['nothing on days without weights', plan, 'A*5+web active@0 done@31d', '0..60d', null],
  [
    'no item from the end of a period on',
    plan,
    `${items('A*2+web B*3+app')}; C*5+web active@0 done@30d`,
    '0..60d',
    0.4,
  ],
  ['the shorter of two periods', `y:year@-30d..90d b=1; ${plan}`, items('A*2+web B*3+app'), '', 0.4],
  ['the shorter of two, told first', `${plan}; y:year@-30d..90d b=1`, items('A*2+web B*3+app'), '', 0.4],
  [
    'the longer where the shorter weighs nothing',
    'q@0..30d a=0; y:year@-30d..90d a=1; a needs web2',
    items('A*2+web B*3+ops'),
    '',
    0.4,
  ],
  ['items done as the window opens', plan, 'A*2+web active@0 done@1d; B*3 active@0 done@2d', '1d..30d', 0.4],
  ['no items done as it closes', plan, 'A*5+web active@0 done@1d; B*3 active@0 done@2d', '0..2d', 1],
  ['no items done before it', plan, 'A*5+web active@0 done@2d; B*3 active@0 done@1d', '2d..9d', 1],
  [
    'no cancelled or open work',
    plan,
    'A*2+web active@0 done@1d; B*3 active@0 done@1d; C+web active@0 dropped@1d; D+web active@0',
    '',
    0.4,
  ],
  ['nothing of four', plan, items('A*4+web'), '', null],
  ['each team apart', plan, 'A*5+web red active@0 done@1d; B*5 blue active@0 done@1d', 'by team', { blue: 0, red: 1 }],
  ['each capability apart', plan, items('A*5+web B*5+app'), 'by capability', { app: 0, web: 1 }],
  ['one type', plan, items('A*5:bug+web B*5+app'), 'where item-type=bug', 1],
])('items on strategic capabilities count %s', async (_, strategy, log, question, share) => {
  expect(await figure(strategicItems, told(strategy, log), question)).toEqual(share);
});

test('what is unmapped is told beside it, and lowers no coverage', async () => {
  const world = told(plan, items('A*4+web B*4+app C*2+x D*2+odd E*8'), 'x');
  expect(await beside(strategicItems, world)).toEqual({ ofMapped: 0.4, mapped: 0.5, withoutGoal: 0.6 });
  expect((await readingsOf(strategicItems, world))[0]).toMatchObject({ value: 0.2, n: 20, coverage: 1 });
});

test('work without a goal is what no goal with a weight depends on at all', async () => {
  const world = told('q@0..30d a=1; a needs web1 app0; b needs ops3', items('A+web B+app C+ops D+odd E'));
  expect(await beside(strategicItems, world)).toMatchObject({ withoutGoal: 0.8 });
});

test('items done while no goal had a weight lower the coverage', async () => {
  const world = told(plan, `${items('A*5+web')}; B*5+web active@0 done@31d`);
  expect((await readingsOf(strategicItems, world, '0..60d'))[0]).toMatchObject({ value: 1, n: 5, coverage: 0.5 });
  const none = told('q@0..30d; a needs web3', items('A*5+web'));
  expect((await readingsOf(strategicItems, none))[0]).toMatchObject({
    value: null,
    missing: 'no goal had a weight on the days on which they were done',
  });
});

test('items done while no goal had a weight are in no share beside it', async () => {
  const world = told(plan, `${items('A*2+web B*3+app C*5')}; D*10+web active@0 done@31d; E*10 active@0 done@31d`);
  expect(await beside(strategicItems, world, '0..60d')).toEqual({ ofMapped: 0.4, mapped: 0.5, withoutGoal: 0.5 });
});
