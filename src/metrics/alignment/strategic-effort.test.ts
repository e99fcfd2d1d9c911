import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { strategyIn } from '../fixtures/strategy.ts';
import { strategicEffort } from './strategic-effort.ts';

const plan = 'q@0..30d a=0.6 b=0.4; a needs web2 app1; b needs ops3';
const told = (log: string, strategy = plan) => ({ records: strategyIn(strategy), log: `${log}; Z .@200d` });

/** Four items that take a day each of four teams, and one more. */
const four =
  'A+app red active@0 done@1d; B+app blue active@0 done@1d; C+app green active@0 done@1d; D+app grey active@0 done@1d';

test.each([
  ['days of what some goal needs at the cut', `${four}; E+web black active@0 done@1d`, '', 0.2],
  ['every day of it', `${four}; E+web black active@0 done@6d`, '', 0.6],
  ['a part of a day as all of it', `${four}; E+web black active@6h done@7h`, '', 0.2],
  ['two days for what goes on past midnight', `${four}; E+web black active@23h done@25h`, '', 0.333333],
  ['no day that begins as the work ends', `${four}; E+web black active@0 done@2d`, '', 0.333333],
  [
    'half a day each where two items share it',
    `${four}; E+web red active@0 done@1d; F+web black active@0 done@1d`,
    '',
    0.3,
  ],
  [
    'an item once where it is active twice on a day',
    `${four}; E+web black active@0 queue@1h active@2h done@3h; F+app black active@0 done@3h`,
    '',
    0.1,
  ],
  ['no day of waiting', `${four}; E+web black queue@0 active@2d done@3d`, '', 0.2],
  ['no work of no team', `${four}; E+app black active@0 done@1d; F+web active@0 done@9d`, '', 0],
  ['work of each team that had the item', `${four}; E+web black active@0 ./white@1d done@2d`, '', 0.333333],
  [
    'what has no capability as not strategic',
    `${four}; E+web black active@0 done@1d; F white active@0 done@5d`,
    '',
    0.1,
  ],
  [
    'what no record knows as not strategic',
    `${four}; E+web black active@0 done@1d; F+odd white active@0 done@5d`,
    '',
    0.1,
  ],
  ['open work up to the instant of reading', `${four}; E+web black active@0`, '0..30d at 6d', 0.6],
  ['days that end in the window', `${four}; E+web black active@0 done@9d`, '0..1d', 0.2],
  ['no day that ends behind it', `${four}; E+web black active@0 done@9d`, '0..1d12h', 0.2],
  ['no day before it', `${four}; E+web black active@-5d done@1d`, '', 0.2],
  [
    'a day that the window has a part of',
    `${four}; E+web black active@6h done@7h; F+web white active@9h done@1d`,
    '8h..9d',
    0.2,
  ],
  ['nothing of four items', four, '', null],
  [
    'the weights of each day',
    'A+web red active@29d done@30d; B*4+app blue active@29d done@30d; C+web green active@30d done@39d',
    '0..60d',
    0.5,
  ],
  ['each team apart', 'A*5+web red active@0 done@1d; B*5+app blue active@0 done@1d', 'by team', { blue: 0, red: 1 }],
  ['one type', 'A*5:bug+web red active@0 done@1d; B*5+app blue active@0 done@1d', 'where item-type=bug', 1],
  [
    'one capability, with the day split over all',
    'A*5+web red active@0 done@1d; B*5+app red active@0 done@1d',
    'where capability=web',
    1,
  ],
])('effort on strategic capabilities counts %s', async (_, log, question, share) => {
  expect(await figure(strategicEffort, told(log), question)).toEqual(share);
});

test('what is unmapped is told beside it, and so are all days', async () => {
  const world = told(`${four}; E+web black active@0 done@1d; F white active@0 done@5d`);
  expect(await beside(strategicEffort, world)).toEqual({ ofMapped: 0.2, mapped: 0.5, teamDays: 10 });
  expect((await readingsOf(strategicEffort, world))[0]).toMatchObject({ n: 6, coverage: 1 });
});

test('days without weights are in no share, and an item with no others lowers the coverage', async () => {
  const world = told(`${four}; E+web black active@29d done@32d; F+web white active@30d done@31d`);
  expect((await readingsOf(strategicEffort, world, '0..60d'))[0]).toMatchObject({
    value: 0.2,
    n: 5,
    coverage: 5 / 6,
    also: { teamDays: 8, mapped: 1, ofMapped: 0.2 },
  });
});
