import { expect, test } from 'vitest';
import { planningIn } from '../fixtures/planning.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { surprises } from './surprises.ts';

const q = 'q@0..10d';
const agreed = `${q}; list:q@-3d a*3`;

const told = (text: string, initiatives: string, log?: string) => ({
  records: planningIn(text, initiatives),
  ...(log === undefined ? {} : { log: `${log}; Z .@200d` }),
});

test.each([
  ['what begins after the priorities were agreed', agreed, 'a*3^1d b*2^1d', '', 0.4],
  ['nothing that began before', agreed, 'a*3^1d b*2^-9d', '', 0],
  ['nothing that began on the very day', agreed, 'a*3^1d b*2^-3d', '', 0],
  ['what began on the next day', agreed, 'a*3^1d b*2^-2d', '', 0.4],
  ['nothing that an earlier plan has', `${agreed}; plan@-9d b*2`, 'a*3^1d b*2^1d', '', 0],
  ['nothing that the plan of that day has', `${agreed}; plan@-3d b*2`, 'a*3^1d b*2^1d', '', 0],
  ['what only a later plan has', `${agreed}; plan@-2d b*2`, 'a*3^1d b*2^1d', '', 0.4],
  [
    'nothing that an earlier list of another period has',
    `${agreed}; p@-30d..0; list:p@-40d b*2`,
    'a*3^1d b*2^1d',
    '',
    0,
  ],
  ['what only a later list has', `${agreed}; list:q@-2d a*3 b*2`, 'a*3^1d b*2^1d', '', 0.4],
  ['from the first of several lists', `${q}; list:q@-1d a*3 b*2; list:q@-3d a*3`, 'a*3^1d b*2^1d', '', 0.4],
  ['no list of goals', `${q}; list:q@-9d !x; list:q@0 a*3 b*2`, 'a*3^1d b*2^1d', '', 0],
  ['no list that a goal stands on for what it ranks', `${agreed}; list:q@-9d !b1 !b2`, 'a*3^1d b*2^1d', '', 0.4],
  ['nothing where no priorities were agreed', q, 'a*5^1d', '', null],
  ['nothing where no initiative is on record', agreed, '', '', null],
  ['what went on in the period', agreed, 'a*3^-9d b*2^1d', '', 0.4],
  ['nothing that was over before it', agreed, 'a*5^-9d b*2^-2d@-1d', '', 0],
  ['what was over on its first day', agreed, 'a*3^-9d b*2^-2d@0', '', 0.4],
  ['what began on its last day', agreed, 'a*3^-9d b*2^9d', '', 0.4],
  ['nothing that begins after it', agreed, 'a*5^-9d b*2^10d', '', 0],
  ['nothing that has not begun', agreed, 'a*5^-9d b*2', '', 0],
  ['nothing that begins after figures are read', agreed, 'a*3^1d c*2^-9d b*2^7d', '0..30d at 6d', 0],
  ['what begins on the day on which they are', agreed, 'a*3^1d b*2^7d', '0..30d at 7d', 0.4],
  [
    'no plan after figures are read',
    `${q}; list:q@7d a*3; list:q@5d a*3 b*2; plan@1d b*2`,
    'a*3^1d b*2^7d',
    '0..30d at 7d',
    0,
  ],
  ['no list after figures are read', `${q}; list:q@7d a*5`, 'a*5^1d', '0..30d at 6d', null],
  ['no period that has not begun', `${q}; r@10d..20d; list:q@-3d a*5; list:r@-3d a*5`, 'a*5^1d', '0..30d at 9d', 0],
  ['periods that end as the window closes', agreed, 'a*3^1d b*2^1d', '5d..10d', 0.4],
  ['no period that ends as the window opens', agreed, 'a*3^1d b*2^1d', '10d..20d', null],
  ['no period that ends later', agreed, 'a*3^1d b*2^1d', '0..9d', null],
  ['each period by itself', `${agreed}; r@10d..20d; list:r@8d a*3`, 'a*3^1d b*2^1d', '', 0.2],
  ['the inner of two periods', `y@0..30d; list:y@-9d a*3; ${agreed}`, 'a*3^1d b*2^-5d', '', 0],
  ['a period around one without priorities', `y@0..30d; list:y@-9d a*3; ${q}`, 'a*3^1d b*2^-5d', '', 0.4],
  ['nothing of four', agreed, 'a*2^1d b*2^1d', '', null],
  ['no operational or mandatory initiative', agreed, 'a*3^1d c*2^-9d b*2^1d!operational d*2^1d!mandatory', '', 0],
  ['strategic ones', agreed, 'a*3^1d b*2^1d!strategic', '', 0.4],
  ['each team apart', agreed, 'a*5:red^1d b*5:blue^-9d', 'by team', { blue: 0, red: 0.4 }],
  ['one team', agreed, 'a*5:red^1d b*5:blue^-9d', 'where team=red', 0.4],
  ['what is of no team', agreed, 'a*5:red^1d b*5^-9d', 'where team=(none)', 0],
])('surprises count %s', async (_, text, initiatives, question, share) => {
  expect(await figure(surprises, told(text, initiatives), question)).toEqual(share);
});

/** Five that are no surprise; of the others b3 is on a later list, c on the first one and not begun. */
const listed = `${q}; list:q@-3d a*3 c; list:q@-2d a*3 b3`;
const known = 'a*3^1d d*2^-9d b*3 c';

test.each([
  ['initiatives that have items in the period', 'A%b1 new@-9d active@1d done@2d; B%b2 active@3d', 0.285714],
  ['none whose items started before', 'A%b1 active@-9d done@2d; B%b2 active@-4d done@2d', 0],
  ['none of which one of several items did', 'A%b1 active@3d; B%b1 active@-9d done@-8d; C%b2 active@3d', 0.142857],
  ['none whose items started before a list had it', 'A%b3 active@-9d done@1d', 0],
  ['what a list had before its items started', 'A%b3 active@3d', 0.166667],
  ['nothing that the first list had', 'A%c active@3d', 0],
  ['no items that are over before the period', 'A%b1 active@-2d done@-1d; B%b2 active@-2d done@-1d', 0],
  ['no items that are over as the period begins', 'A%b1 active@-2d done@0; B%b2 active@-2d done@0', 0],
  ['items that are over in its first moment', 'A%b1 active@-2d done@1s; B%b2 active@-2d done@1s', 0.285714],
  ['items that start in its last second', 'A%b1 active@9d23h59m59s; B%b2 active@9d23h59m59s', 0.285714],
  ['no items that start as the period ends', 'A%b1 active@10d; B%b2 active@10d', 0],
  ['no items that have not started', 'A%b1 new@1d; B%b2 new@1d', 0],
  ['no items of another initiative', 'A%b1 active@3d; B%b2 active@-2d done@-1d', 0.166667],
  ['no initiative that no record knows', 'A*2%x active@1d', 0],
])('surprises count %s', async (_, log, share) => {
  expect(await figure(surprises, told(listed, known, log))).toEqual(share);
});

test.each([
  ['those that nobody chose', 'b*3^1d!operational c*2^-9d!mandatory', { operationalAndMandatory: 0.6 }],
  ['no others', 'b*5^1d!strategic', { operationalAndMandatory: null }],
])('beside surprises stand %s', async (_, initiatives, expected) => {
  expect(await beside(surprises, told(agreed, `a*5^1d ${initiatives}`))).toEqual(expected);
});

test('what nobody chose is not in the figure and no gap in it', async () => {
  const [reading] = await readingsOf(surprises, told(agreed, 'a*5^1d b*5^1d!operational'));
  expect(reading).toMatchObject({ n: 5, coverage: 1, interval: 'wilson' });
});
