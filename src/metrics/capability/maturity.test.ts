import { expect, test } from 'vitest';
import { capabilitiesIn } from '../fixtures/capabilities.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { maturity } from './maturity.ts';

const told = (text: string) => ({ records: capabilitiesIn(text) });

const tree = 'can a b<a c<a d; rated a=2@1d d=4@1d';
const twoScales = 'can a*3 b*2 c; rated a*3=2@1d b*2=5@1d:cmmi b1=1@1d';

test.each([
  ['the mean of what was found', 'can a*2 b; rated a*2=2@1d b=5@1d', '', 3],
  ['few as they are', 'can a; rated a=2.5@1d', '', 2.5],
  ['the last assessment', 'can a; rated a=2@1d a=4@9d a=3@5d', '', 4],
  ['the one of the day that ends the window', 'can a; rated a=2@1d a=4@9d', '0..10d', 4],
  ['none of the day after', 'can a; rated a=2@1d a=4@10d', '0..10d', 2],
  ['none after figures are read', 'can a; rated a=2@1d a=4@9d', '0..30d at 8d', 2],
  ['the one of the day on which they are read', 'can a; rated a=2@1d a=4@9d', '0..30d at 9d', 4],
  ['assessments before the window', 'can a; rated a=2@-90d', '5d..10d', 2],
  ['an assessment up to a year old', 'can a; rated a=2@-335d', '0..30d', 2],
  ['none that is a year old', 'can a; rated a=2@-336d', '0..30d', null],
  ['no earlier level than a stale one', 'can a; rated a=5@-400d a=2@-336d', '0..30d', null],
  ['capabilities with none below them', 'can a b<a c<a; rated a=5@1d b=1@1d c=2@1d', '', 1.5],
  ['the level of the nearest above, where none was found', tree, '', 2.666667],
  ['the nearest of several above', 'can a b<a c<b; rated a=1@1d b=3@1d', '', 3],
  ['a level of its own before that above', 'can a b<a; rated a=1@9d b=3@1d', '', 3],
  ['nothing that nobody assessed', 'can a*2', '', null],
  ['nothing without capabilities', 'rated a=2@1d', '', null],
  ['the scale on which most have a level', twoScales, '', 1.75],
  ['the first scale by name of several', 'can a b; rated a=2@1d:x b=4@1d:w', '', 4],
  ['the scale with levels that are not stale', 'can a*2 b; rated a*2=2@-400d b=3@1d:z', '', 3],
  ['each scale apart', twoScales, 'by scale', { '(none)': null, cmmi: 5, iso: 1.75 }],
  ['one scale', twoScales, 'where scale=cmmi', 5],
  ['each capability apart', 'can a b; rated a=2@1d b=4@1d', 'by capability', { a: 2, b: 4 }],
  ['one capability', 'can a b; rated a=2@1d b=4@1d', 'where capability=b', 4],
])('maturity counts %s', async (_, text, question, level) => {
  expect(await figure(maturity, told(text), question)).toEqual(level);
});

const weighed = 'goal g=0.75 a3 b1; goal h=0.25 b2; can a b c; rated a=4@1d b=1@1d c=5@1d';

test.each([
  // a is worth 2.25, b 0.75 + 0.5.
  ['what goals need, by how much', weighed, '', { weighted: 2.928571 }],
  [
    'weights of the period that ends the window',
    `period q@0..9d r@9d..30d; goal g=1/q a3; goal h=1/r b3; can a b; rated a=4@1d b=1@1d`,
    '0..10d',
    { weighted: 1 },
  ],
  [
    'weights up to the last day of a period',
    `period q@0..9d r@9d..30d; goal g=1/q a3; goal h=1/r b3; can a b; rated a=4@1d b=1@1d`,
    '0..9d',
    { weighted: 4 },
  ],
  ['no weights where no goal has any', 'can a b; rated a=4@1d b=1@1d', '', { weighted: null }],
  ['the least level', 'can a*4 b; rated a*4=3@1d b=1@1d', '', { least: 1 }],
  ['no least of four', 'can a*4; rated a*4=3@1d', '', { least: null }],
  ['what is stale', 'can a b*2; rated a=4@1d b*2=1@-350d', '', { stale: 2, unrated: 0 }],
  ['what has no level on the scale', 'can a*2 b c; rated a*2=4@1d b=1@1d:cmmi', '', { stale: 0, unrated: 2 }],
  [
    'what has a level on any scale as rated there',
    'can a*2 b c; rated a*2=4@1d b=1@1d:cmmi',
    'where scale=cmmi',
    { unrated: 0 },
  ],
])('beside maturity stands %s', async (_, text, question, expected) => {
  expect(await beside(maturity, told(text), question)).toMatchObject(expected);
});

test('what has no level on the scale lowers the coverage, and a judgement is graded as one', async () => {
  const [reading] = await readingsOf(maturity, told('can a*3 b c; rated a*3=4@1d b=2@-350d'));
  expect(reading).toMatchObject({ value: 4, n: 3, coverage: 0.6, interval: 'complete', lower: 4, grade: 'D' });
});

test('a few capabilities that nobody assessed lately say so', async () => {
  const [reading] = await readingsOf(maturity, told('can a*3'));
  expect(reading).toMatchObject({ value: null, n: 0, coverage: 0, missing: maturity.lacking });
});
