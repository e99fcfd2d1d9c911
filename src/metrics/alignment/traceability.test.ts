import { expect, test } from 'vitest';
import { fundsIn } from '../fixtures/funds.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { traceability } from './traceability.ts';

const plan = 'q@0..30d a=1; a needs web2';
const told = (text: string, teams = '') => ({ records: fundsIn(text, plan, teams) });
const whole = 'm1>i1:1 i1>web:1 web>o1:1 o1>b1:1; b1';

test.each([
  ['what comes to a measured benefit', `m1 40@1d; m2 60@1d; ${whole}`, '', 0.4],
  ['what every link of the way passes on', 'm1 100@1d; m1>i1:0.5 i1>web:0.5 web>o1:0.5 o1>b1:0.8; b1', '', 0.1],
  ['all ways to it', 'm1 100@1d; m1>i1:0.5 m1>i2:0.5 i1>web:0.4 i2>web:0.6 web>o1:1 o1>b1:1; b1', '', 0.5],
  [
    'what a supporting benefit passes on, once',
    'm1 100@1d; m1>i1:1 i1>web:1 web>o1:1 o1>b1:0.5 b1>b2:0.5; b1; b2',
    '',
    0.5,
  ],
  ['nothing of a benefit that nothing measures', 'm1 100@1d; m1>i1:1 i1>web:1 web>o1:1 o1>b1:1', '', 0],
  ['links of the day', 'm1 40@1d 60@2d; m1>i1:1 i1>web:1 web>o1:1 o1>b1:1@..2d; b1', '', 0.4],
  ['other currencies by their rate', `m1 80USD@1d; m2 60@1d; ${whole}; USD:0.5@0`, '', 0.4],
  ['no budget', `m1 40@1d; m2 60@1d 900%q; ${whole}`, '', 0.4],
  ['money spent as the window opens', `m1 40@1d; m2 60@1d 900@0; ${whole}`, '1d..9d', 0.4],
  ['no money spent as it closes', `m1 40@1d; m2 60@1d 900@2d; ${whole}`, '0..2d', 0.4],
  ['nothing where nothing is spent', whole, '', null],
])('traceability counts %s', async (_, text, question, share) => {
  expect(await figure(traceability, told(text), question)).toEqual(share);
});

test('where the rest breaks off is told, and all of it is the whole', async () => {
  const ways = 'm2>i2:1 m3>i3:1 m4>i4:1 m5>i5:1 i3>web2:1 i4>web3:1 web3>o2:1 i5>web4:1 web4>o3:1 o3>b2:1';
  const world = told(`m1 30@1d; m2 20@1d; m3 16@1d; m4 12@1d; m5 10@1d; m6 12@1d; ${whole}; ${ways}`);
  expect(await figure(traceability, world)).toBe(0.3);
  expect(await beside(traceability, world)).toEqual({
    noInvestment: 0,
    noInitiative: 0.12,
    noCapability: 0.2,
    noOutcome: 0.16,
    noBenefit: 0.12,
    noMeasure: 0.1,
    ofInitiatives: null,
    ofBenefits: null,
  });
});

const five = [1, 2, 3, 4, 5];
const chains = five.map((n) => `m${n}>i${n} i${n}>web`).join(' ');

test.each([
  ['all in whole chains', `${chains} web>o1 o1>b1; b1`, 'i*5^1d', '', 1],
  ['not those without money', 'm1>i1 m2>i2 i1>web i2>web i3>web i4>web i5>web web>o1 o1>b1; b1', 'i*5^1d', '', 0.4],
  ['not those that lead nowhere', `m1>i1 m2>i2 m3>i3 m4>i4 m5>i5 i1>web i2>web web>o1 o1>b1; b1`, 'i*5^1d', '', 0.4],
  ['not those on the way to what nothing measures', `${chains} web>o1 o1>b1`, 'i*5^1d', '', 0],
  ['links that held once', `${chains} web>o1@..1d o1>b1; b1`, 'i*5^1d', '', 1],
  ['no link that is to come', `${chains} web>o1@8d.. o1>b1; b1`, 'i*5^1d', '0..30d at 7d', 0],
  ['a link from its first day on', `${chains} web>o1@7d.. o1>b1; b1`, 'i*5^1d', '0..30d at 7d', 1],
  ['those under way in the window', `${chains} web>o1 o1>b1; b1`, 'i*5^1d@3d i6^30d i7^-9d@-1d i8', '', 1],
  ['none that ended before it', `${chains} web>o1 o1>b1; b1`, 'i*5^1d@3d i6^-9d@-1d', '4d..9d', null],
  ['those that end in its first day', `${chains} web>o1 o1>b1; b1`, 'i*5^1d@4d', '4d..9d', 1],
  ['no fewer than five', `${chains} web>o1 o1>b1; b1`, 'i*4^1d', '', null],
])('of initiatives count %s', async (_, text, teams, question, share) => {
  const investments = five.map((n) => `m${n} 1@-90d`).join('; ');
  expect(await beside(traceability, told(`${investments}; ${text}`, teams), question)).toMatchObject({
    ofInitiatives: share,
  });
});

test('of benefits count those that go back to money', async () => {
  const world = told('m1 1@1d; m1>i1 i1>web web>o1 o1>b1 o1>b2 o2>b3 o2>b4 b2>b5');
  expect(await beside(traceability, world)).toMatchObject({ ofBenefits: 0.6 });
});

test('each team of an initiative stands apart, and what has no rate lowers the coverage', async () => {
  const world = told(`m1 40@1d; m2 60@1d; m3 5USD@1d; ${whole}; m2>i2:1 i2>app:1 m3>i3:1`, 'i1:red i2:blue');
  expect(await figure(traceability, world, 'by team')).toMatchObject({ blue: 0, red: 1 });
  const [reading] = await readingsOf(traceability, world);
  expect(reading).toMatchObject({ value: 0.4, n: 2, coverage: 2 / 3, interval: 'complete' });
});

test('initiatives and benefits, which are no money, take nothing from the coverage', async () => {
  const [reading] = await readingsOf(traceability, told(`m1 40@1d; ${whole}; b2; b3`, 'i*5^1d'));
  expect(reading).toMatchObject({ value: 1, n: 1, coverage: 1 });
});

test('where nothing is spent that is said, whatever initiatives are under way', async () => {
  const [reading] = await readingsOf(traceability, told(whole, 'i*5^1d'));
  expect(reading).toMatchObject({ value: null, n: 0, missing: 'no spend is on record in the window' });
});
