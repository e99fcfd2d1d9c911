import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { duplicationsIn } from '../fixtures/duplications.ts';
import { fundsIn } from '../fixtures/funds.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { duplicateEffort } from './duplicate-effort.ts';

const ways = 'm1>i1:1 m2>i2:1 m3>i3:1 i1>web:1 i2>web:1 i3>web:1';
const told = (money: string, doubles: string): { records: DesignInput } => ({
  records: {
    ...fundsIn(`${money}; ${ways}; app>o1:1`, 'q@0..30d a=1; a needs web2'),
    duplications: duplicationsIn(doubles),
  },
});

const money = 'm1 60@5d; m2 40@6d; m3 20@7d';
const two = 'd:web i1 i2 *0.5 !1d';

test.each([
  ['what the smaller one spends, as far as it is the same', money, two, '', 20],
  ['all but the largest', money, 'd:web i1 i2 i3 *0.5 !1d', '', 30],
  ['all of it', money, 'd:web i1 i2 *1 !1d', '', 40],
  ['cents', 'm1 0.05@5d; m2 0.04@6d', 'd:web i1 i2 *0.5 !1d', '', 0.02],
  ['each duplication', money, `${two}; e:web i1 i3 *1 !1d`, '', 40],
  ['nothing that nobody confirmed', money, 'd:web i1 i2 *0.5', '', null],
  ['nothing that is confirmed later', money, 'd:web i1 i2 *0.5 !30d', '', null],
  ['what is confirmed on the last day', money, 'd:web i1 i2 *0.5 !29d', '', 20],
  ['nothing that is confirmed after figures are read', money, 'd:web i1 i2 *0.5 !12d', '0..30d at 11d', null],
  ['several amounts of one', 'm1 30@5d 30@6d; m2 20@6d 20@8d', two, '', 20],
  ['no money of another capability', money, 'd:app i1 i2 *0.5 !1d', '', null],
  ['no money before the window', 'm1 60@5d 900@4d; m2 40@6d 900@4d', two, '5d..9d', 20],
  ['money as it opens', 'm1 60@5d; m2 40@5d', two, '5d..9d', 20],
  ['no money as it closes', 'm1 60@5d 900@9d; m2 40@6d 900@9d', two, '5d..9d', 20],
  ['no money after figures are read', 'm1 60@5d 900@9d; m2 40@6d 900@9d', two, '0..30d at 8d', 20],
  ['no budget', 'm1 60@5d 900%q; m2 40@6d 900%q', two, '', 20],
  ['days on which it lasts', 'm1 60@5d 9@4d 9@8d; m2 40@6d 9@4d 9@8d', 'd:web i1 i2 *0.5 !1d @5d..8d', '', 20],
  ['nothing of what is over before', money, 'd:web i1 i2 *0.5 !1d @-9d..0', '', null],
  ['nothing of what begins later', money, 'd:web i1 i2 *0.5 !1d @30d..', '', null],
  ['nothing where money is spent in the window by none of them', `${money}; m9 5@12d`, two, '10d..20d', 0],
  ['nothing where no money at all is on record in the window', `${money}; m9 5@9d 5@20d`, two, '10d..20d', null],
  ['nothing where one has credits only', 'm1 60@5d; m2 -40@6d', two, '', 0],
  ['nothing where only one ever had money', 'm1 60@5d', two, '', null],
  ['nothing where an amount has no rate', 'm1 60@5d; m2 40@6d 3USD@7d', two, '', null],
  ['each capability apart', money, `${two}; e:app i1 i2 *0.5 !1d`, 'by capability', { app: null, web: 20 }],
  ['one capability', money, `${two}; e:app i1 i2 *0.5 !1d`, 'where capability=web', 20],
])('duplicate effort counts %s', async (_, spent, doubles, question, amount) => {
  expect(await figure(duplicateEffort, told(spent, doubles), question)).toEqual(amount);
});

const earlier = 'm1 60@15d 20@5d 900@-5d 7@10d; m2 40@16d 10@6d 900@-5d 7@0 7@10d';

test.each([
  ['what was spent twice in as long a time before', earlier, two, { before: 8.5 }],
  ['nothing before it where it did not last then', earlier, 'd:web i1 i2 *0.5 !1d @7d..', { before: 0 }],
  ['nothing before it where no money at all is on record then', 'm1 60@15d 5@-1d; m2 40@16d', two, { before: null }],
  ['nothing before it where the first money is on record as it opens', 'm1 60@10d; m2 40@16d', two, { before: null }],
  ['nothing before it where only a budget is on record then', 'm1 60@15d 900%q; m2 40@16d', two, { before: null }],
  [
    'nothing before it where money is on record before then only',
    'm1 60@15d; m2 40@16d; m9 5@-2h',
    two,
    { before: null },
  ],
  ['nothing that was spent by none of them then', 'm1 60@15d; m2 40@16d; m9 5@5d', two, { before: 0 }],
  ['less than nothing as nothing', 'm1 60@15d 9@5d; m2 40@16d -9@6d', two, { before: 0 }],
  ['what is suspected', money, `${two}; e:web i1 i3 *1; f:web i1 i3 *1 !25d`, { suspected: 2 }],
])('beside duplicate effort stands %s', async (_, spent, doubles, expected) => {
  expect(await beside(duplicateEffort, told(spent, doubles), '10d..20d')).toMatchObject(expected);
});

test.each([
  ['is a day of the window before', earlier, 8.5],
  ['is one on which money may be on record', 'm1 60@15d; m2 40@16d; m9 5@0d', 0],
])('a day on which clocks are changed %s', async (_, spent, before) => {
  expect(await beside(duplicateEffort, told(spent, two), '10d..479h')).toMatchObject({ before });
});

test('what is suspected, and what has no money, lowers the coverage', async () => {
  const world = told(money, `${two}; e:web i1 i3 *1; f:app i1 i3 *1 !1d; g:web i1 i2 *1 !1d @40d..`);
  const [reading] = await readingsOf(duplicateEffort, world);
  expect(reading).toMatchObject({ value: 20, unit: 'EUR', n: 1, coverage: 1 / 3, interval: 'complete', grade: 'D' });
});

test.each([
  ['is over as the window opens', '@-9d..0'],
  ['begins as it closes', '@30d..'],
  ['begins later', '@31d..'],
])('nothing is on record of what %s', async (_, lasts) => {
  const [reading] = await readingsOf(duplicateEffort, told(money, `d:web i1 i2 *0.5 !1d ${lasts}`));
  expect(reading).toMatchObject({ coverage: null, missing: 'no duplication that lasts into the window is on record' });
});
