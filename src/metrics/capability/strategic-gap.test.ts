import { expect, test } from 'vitest';
import { capabilitiesIn } from '../fixtures/capabilities.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { strategicGap } from './strategic-gap.ts';

const told = (text: string) => ({ records: capabilitiesIn(text) });

const need = 'goal g=1 a3 b2 c1; can a>4 b>3 c>5';
const turn = 'period q@0..9d r@9d..30d; goal g=1/q a2; goal h=1/r b2; can a>4 b>4; rated a=3@1d b=1@1d';
const scales = 'goal g=1 a2 b2 c3; can a>4 b>4 c>3:cmmi; rated a=3@1d b=1@1d c=1@1d:cmmi';

test.each([
  // (3 × 2 + 2 × 0) ÷ 5
  ['gaps by what capabilities are worth', `${need}; rated a=2@1d b=3@1d c=0@1d`, '', 1.2],
  [
    'what several goals need together',
    'goal g=0.5 a2 b2; goal h=0.5 b3; can a>4 b>4; rated a=3@1d b=1@1d',
    '',
    2.428571,
  ],
  ['no goals without weight', 'goal g=1 a2; goal h=0 b3; can a>4 b>5; rated a=3@1d b=1@1d', '', 1],
  ['a level above the target as no gap', `${need}; rated a=5@1d b=2@1d`, '', 0.4],
  ['the last assessment by the end of the window', `${need}; rated a=1@1d a=2@9d a=4@10d b=3@1d`, '0..10d', 1.2],
  ['none that is a year old', `${need}; rated a=2@-350d b=2@1d`, '', 1],
  ['what is strategic in the period that ends the window', turn, '0..10d', 3],
  ['what is strategic up to the last day of a period', turn, '0..9d', 1],
  ['nothing where no period holds the end of the window', turn, '0..60d', null],
  ['nothing before the first period', turn, '-9d..0', null],
  ['the target and the level of the nearest above', 'goal g=1 b2; can a>4 b<a; rated a=1@1d', '', 3],
  ['its own target before that above', 'goal g=1 b2; can a>4 b<a>2; rated a=1@1d', '', 1],
  ['the target above where it has none', 'goal g=1 c2; can a>4 b<a>3 c<b; rated c=1@1d', '', 2],
  ['no level on another scale than the target', 'goal g=1 a2 b2; can a>4 b>4; rated a=1@1d:cmmi b=3@1d', '', 1],
  ['the scale of most targets', scales, '', 2],
  ['the first scale by name of several', 'goal g=1 a2 b2; can a>4:y b>4:x; rated a=1@1d:y b=3@1d:x', '', 1],
  ['nothing that is not strategic', 'goal g=1 a1; can a>4; rated a=1@1d', '', null],
  ['nothing without targets', 'goal g=1 a2; can a; rated a=1@1d', '', null],
  ['each scale apart', scales, 'by scale', { cmmi: 2, iso: 2 }],
  ['each capability apart', `${need}; rated a=2@1d b=3@1d`, 'by capability', { a: 2, b: 0 }],
  ['one capability', `${need}; rated a=2@1d b=3@1d`, 'where capability=a', 2],
  [
    'those without a target on no scale',
    'goal g=1 a2 b2; can a>4 b; rated a=1@1d b=1@1d',
    'by scale',
    { '(none)': null, iso: 3 },
  ],
])('the strategic gap counts %s', async (_, text, question, gap) => {
  expect(await figure(strategicGap, told(text), question)).toEqual(gap);
});

const six = 'goal g=1 a*3:2 b*3:3; can a*3>3 b*3>4';

test.each([
  ['the greatest gap', `${six}; rated a*3=2@1d b*3=2@1d b2=0@2d`, { greatest: 4 }],
  ['the share at its target', `${six}; rated a*3=3@1d b*3=2@1d`, { atTarget: 0.5 }],
  ['what is above its target as at it', `${six}; rated a*3=4@1d b*3=2@1d`, { atTarget: 0.5, above: 3 }],
  ['none above that is just at it', `${six}; rated a*3=3@1d b*3=2@1d`, { above: 0 }],
])('beside the strategic gap stands %s', async (_, text, expected) => {
  expect(await beside(strategicGap, told(text))).toMatchObject(expected);
});

test('a strategic capability without a level lowers the coverage', async () => {
  const [reading] = await readingsOf(strategicGap, told('goal g=1 a*3:2 b2; can a*3>4 b>4; rated a*3=3@1d'));
  expect(reading).toMatchObject({ value: 1, n: 3, coverage: 0.75, interval: 'complete', grade: 'D' });
});
