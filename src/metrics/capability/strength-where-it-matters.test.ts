import { expect, test } from 'vitest';
import { capabilitiesIn } from '../fixtures/capabilities.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { strengthWhereItMatters } from './strength-where-it-matters.ts';

const told = (text: string) => ({ records: capabilitiesIn(text) });

const eight = 'goal g=0.5 a3 b3 c2 d2 e1 f1; goal h=0.5 a3 c3; can a b c d e f g h';
const rising = 'rated a=5@1d b=4@1d c=4.5@1d d=3@1d e=2@1d f=2@1d g=1@1d h=1@1d';
const falling = 'rated a=1@1d b=2@1d c=1.5@1d d=3@1d e=4@1d f=4@1d g=5@1d h=5@1d';

test.each([
  ['the most needed as the most mature', `${eight}; ${rising}`, '', 1],
  ['the least needed as the most mature', `${eight}; ${falling}`, '', -1],
  ['what no goal needs', `${eight}; ${rising}; rated g=5@2d h=5@2d`, '', -0.012425],
  ['goals by their weights', `${eight}; ${rising}; goal x=1 g3`, '', 0.493902],
  ['the last assessment by the end of the window', `${eight}; ${rising}; rated a=1@10d`, '0..10d', 1],
  ['nothing of seven', `goal g=1 a3 b2; can a b c d e f g; ${rising}`, '', null],
  ['no level that is a year old', `${eight}; ${rising}; can i; rated i=5@-350d`, '', 1],
  ['none with others below it', `${eight}; ${rising}; can i j<i; goal g=1 i3; rated i=1@1d j=1@1d`, '', 1],
  ['one scale', `${eight}; ${rising}; can i; goal y=1 i3; rated i=1@1d:cmmi`, '', 1],
  [
    'the scale of most, however high the levels on another',
    `${eight}; ${falling}; can p q r s t u v; rated p=5@1d:a q=5@1d:a r=5@1d:a s=5@1d:a t=5@1d:a u=5@1d:a v=5@1d:a`,
    '',
    -1,
  ],
  ['each scale apart', `${eight}; ${rising}; can i; rated i=1@1d:cmmi`, 'by scale', { cmmi: null, iso: 1 }],
  ['what has no level on no scale', `${eight}; ${rising}; can i`, 'by scale', { '(none)': null, iso: 1 }],
  [
    'nothing where no goal weighs anything',
    'can a b c d e f g h; rated a=5@1d b=4@1d c=1@1d d=1@1d e=1@1d f=1@1d g=1@1d h=1@1d',
    '',
    null,
  ],
])('strength where it matters counts %s', async (_, text, question, value) => {
  expect(await figure(strengthWhereItMatters, told(text), question)).toEqual(value);
});

const five = 'goal g=1 a3 b2 c2 d1 e1; can a b c d e';

test.each([
  [
    'what is needed more and mastered less than the median',
    `${five}; rated a=1@1d b=3@1d c=3@1d d=3@1d e=3@1d`,
    '',
    { weakWhereNeeded: 1, strongWhereNot: 0 },
  ],
  [
    'what is needed less and mastered more than the median',
    `${five}; rated a=3@1d b=3@1d c=3@1d d=5@1d e=4@1d`,
    '',
    { weakWhereNeeded: 0, strongWhereNot: 2 },
  ],
  [
    'the median of those with a level',
    `${five}; goal h=1 f3; can f; rated a=1@1d b=3@1d c=4@1d d=3@1d e=4@1d`,
    '',
    { weakWhereNeeded: 1, strongWhereNot: 1 },
  ],
  [
    'the medians of one scale',
    `${five}; can x y z; rated a=1@1d b=3@1d c=3@1d d=3@1d e=3@1d x=1@1d:w y=1@1d:w z=1@1d:w`,
    'where scale=iso',
    { weakWhereNeeded: 1 },
  ],
  [
    'nothing that is needed just as the median',
    'goal g=1 a3 b2 c2 d1 e1; can a b c d e; rated a=3@1d b=1@1d c=3@1d d=3@1d e=3@1d',
    '',
    { weakWhereNeeded: 0 },
  ],
  [
    'the median of what is not stale',
    'goal g=1 a3 b2 c1; can a b c x y z; rated a=5@1d b=1@1d c=3@1d x=3@-400d y=3@-400d z=3@-400d',
    '',
    { weakWhereNeeded: 0 },
  ],
  [
    'of scales with as many known levels that with most levels',
    'goal g=1 a3 b2 c1; can a b c; rated a=1@1d:z b=5@1d:z c=3@-400d:z a=5@1d:y b=1@1d:y',
    '',
    { weakWhereNeeded: 1, strongWhereNot: 1 },
  ],
])('beside strength where it matters stands %s', async (_, text, question, expected) => {
  expect(await beside(strengthWhereItMatters, told(text), question)).toMatchObject(expected);
});

test('of fewer than eight only the list is told, and says so', async () => {
  const [reading] = await readingsOf(strengthWhereItMatters, told(`${five}; rated a=1@1d b=3@1d c=3@1d d=3@1d`));
  expect(reading).toMatchObject({ value: null, n: 4, coverage: 0.8, missing: 'too few: 4 of at least 8', grade: 'D' });
});
