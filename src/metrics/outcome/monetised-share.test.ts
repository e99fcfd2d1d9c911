import { expect, test } from 'vitest';
import { benefitsIn } from '../fixtures/benefits.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { monetisedShare } from './monetised-share.ts';

const told = (text: string) => ({ records: benefitsIn(`period p@0..10d q@10d..20d; ${text}`) });

const some = 'benefit a*3:cost; benefit b:cost:hours';
const kinds = 'benefit a:cost; benefit b:cost:hours; benefit c:risk:points';

test.each([
  ['benefits with a currency', some, '', 0.75],
  ['any currency', 'benefit a*3:cost:USD; benefit b:cost:hours', '', 0.75],
  [
    'each as one, whatever is known of it',
    `benefit a*3:cost plan@0 p=9 q=9 then@5d p=1 did p=3; benefit b:cost:hours`,
    '',
    0.75,
  ],
  ['losses', 'benefit a*3:cost loss; benefit b:cost:hours loss', '', 0.75],
  ['no benefit that feeds others', `${some}; benefit c*4:cost:hours supporting`, '', 0.75],
  ['no benefit whose plan is approved later', `${some}; benefit c:cost plan@30d p=9`, '0..30d', 0.75],
  ['a benefit from the day of its plan', 'benefit b:cost:hours; benefit c:cost plan@29d p=9', '0..30d', 0.5],
  [
    'a benefit from its first forecast',
    'benefit b:cost:hours; benefit c:cost plan@35d p=9 then@9d p=9',
    '0..30d at 40d',
    0.5,
  ],
  ['nothing without benefits', '', '', null],
  ['each effect apart', kinds, 'by effect', { cost: 0.5, risk: 0 }],
  ['one effect', kinds, 'where effect=cost', 0.5],
])('benefits in money counts %s', async (_, text, question, share) => {
  expect(await figure(monetisedShare, told(text), question)).toEqual(share);
});

test.each([
  ['approved plans', 'benefit a:cost plan@0 p=9 q=3; benefit b*3:cost:hours did p=3', '', { planned: 0.25 }],
  ['plans that were forecast before', 'benefit a*4:cost plan@9d p=9 then@3d q=3', '', { planned: 1 }],
  ['a plan of one period', 'benefit a*4:cost plan@0 p=9', '', { planned: 1 }],
  ['no drafts', 'benefit a:cost plan p=9; benefit b*3:cost:hours then@0 p=3', '', { planned: 0 }],
  ['no plan that is approved later', 'benefit a:cost plan@31d p=9 then@3d q=3', '0..30d at 40d', { planned: 0 }],
  ['cash among what is in money', 'benefit a:cost cash; benefit b*3:cost no-cash', '', { cashReleasing: 0.25 }],
  ['no cash of what nobody stated', 'benefit a:cost cash; benefit b*3:cost', '', { cashReleasing: 1 }],
  ['no cash of hours', 'benefit a:cost cash; benefit b*3:cost:hours no-cash', '', { cashReleasing: 1 }],
])('beside benefits in money stands %s', async (_, text, question, expected) => {
  expect(await beside(monetisedShare, told(text), question)).toMatchObject(expected);
});

test('the register is complete', async () => {
  const [reading] = await readingsOf(monetisedShare, told(some));
  expect(reading).toMatchObject({ n: 4, coverage: 1, interval: 'complete', grade: 'D' });
});
