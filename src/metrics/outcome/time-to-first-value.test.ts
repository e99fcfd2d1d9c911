import { expect, test } from 'vitest';
import { benefitsIn } from '../fixtures/benefits.ts';
import { beside, figure, readingsOf, rowsOf } from '../fixtures/readings.ts';
import { timeToFirstValue } from './time-to-first-value.ts';

const told = (text: string) => ({ records: benefitsIn(`period p@0..10d q@10d..20d; ${text}`) });

/** As many investments as there are days, each leading to some benefits. */
const five = (way: string, days = '1d 1d 1d 1d 1d'): string =>
  days
    .split(' ')
    .map((time, n) => `invest m${n}@${time} ${way}`)
    .join('; ');

const b = 'benefit b:cost did p=5!12d';
const two = `${five('web>b')}; ${five('app>c', '2d 2d 2d 2d 2d').replaceAll('invest m', 'invest n')}; ${b}; benefit c:cost did p=5!22d`;

test.each([
  ['the days to the first confirmed value', `${five('web>b')}; ${b}`, '', 11],
  ['the first of several', `${five('web>b,c')}; ${b} q=3!9d; benefit c:cost did p=5!8d`, '', 7],
  ['a value without an instant from the end of its period', `${five('web>b')}; benefit b:cost did p=5!`, '', 9],
  ['no value that nobody confirmed', `${five('web>b')}; benefit b:cost did p=5 q=4!22d`, '', 21],
  ['no value of nothing', `${five('web>b')}; benefit b:cost did p=0!12d q=4!22d`, '', 21],
  ['no loss', `${five('web>b,c')}; ${b}; benefit c:cost loss did p=5!3d`, '', 11],
  ['nothing that feeds others', `${five('web>b,c')}; ${b}; benefit c:cost supporting did p=5!3d`, '', 11],
  ['no value that stood at the approval', `${five('web>b')}; benefit b:cost did p=4!1d q=5!12d`, '', 11],
  [
    'no value of what was over by the approval',
    `period o@-9d..1d; ${five('web>b')}; benefit b:cost did o=4!8d p=5!12d`,
    '',
    11,
  ],
  ['what cannot be in money as well', `${five('web>b')}; benefit b:cost:hours did p=5!12d`, '', 11],
  [
    'no value of another investment',
    `${five('web>b')}; ${b}; invest x@2d app>c; benefit c:cost did p=3!3d`,
    '0..2d',
    11,
  ],
  ['nothing where no value has come', `${five('web>b')}; benefit b:cost`, '', null],
  ['nothing where no way leads to a benefit', `${five('web')}; ${b}`, '', null],
  [
    'what has none yet by its age',
    `${five('web>b')}; ${five('app', '3d 3d 4d').replaceAll('invest m', 'invest n')}; ${b}`,
    '0..30d at 13d',
    11,
  ],
  ['no value that is confirmed after figures are read', `${five('web>b')}; ${b}`, '0..30d at 11d', null],
  ['a value of just that instant', `${five('web>b')}; ${b}`, '0..30d at 12d', 11],
  ['approvals as the window opens', `${five('web>b')}; ${b}`, '1d..9d', 11],
  ['none as it closes', `${five('web>b', '2d 2d 2d 2d 2d')}; ${b}`, '0..2d', null],
  ['none after figures are read', `${five('web>b', '9d 9d 9d 9d 9d')}; ${b}`, '0..30d at 8d', null],
  ['no investment without a day', `${five('web>b')}; ${b}; invest x web>b; invest y web>b`, '', 11],
  ['none before it opens', `${five('web>b')}; ${b}`, '2d..9d', null],
  [
    'the middle',
    `${five('web>b', '1d 1d 1d')}; ${five('app>c', '2d 2d').replaceAll('invest m', 'invest n')}; ${b}; benefit c:cost did p=5!22d`,
    '',
    11,
  ],
  ['nothing of four', `${five('web>b', '1d 1d 1d 1d')}; ${b}`, '', null],
  ['each capability apart', two, 'by capability', { app: 20, web: 11 }],
  ['one capability', two, 'where capability=app', 20],
  ['what reaches no capability', `${five('')}; ${b}`, 'by capability', { '(none)': null }],
])('the time to first value counts %s', async (_, text, question, days) => {
  expect(await figure(timeToFirstValue, told(text), question)).toEqual(days);
});

test('beside it stands how many have a value', async () => {
  const world = told(`${five('web>b')}; ${five('app', '3d 3d 4d').replaceAll('invest m', 'invest n')}; ${b}`);
  expect(await beside(timeToFirstValue, world)).toEqual({ valued: 0.625 });
  expect((await readingsOf(timeToFirstValue, world))[0]).toMatchObject({ n: 8, coverage: 1, grade: 'D' });
});

test('a row says which benefit was the first', async () => {
  const world = told(`invest m@1d web>b,c; ${b}; benefit c:cost did p=5!8d`);
  expect(await rowsOf(timeToFirstValue, world)).toMatchObject([{ investment: 'm', benefit: 'c', days: 7 }]);
});

test.each([
  ['is approved just then', '9d', 6],
  ['is approved later', '10d', 5],
])('of investments is counted at the instant of reading what %s', async (_, time, n) => {
  const world = told(`${five('web>b')}; invest x@${time} web>b; benefit b:cost`);
  expect((await readingsOf(timeToFirstValue, world, '0..30d at 9d'))[0]).toMatchObject({ n, value: null });
});
