import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { reopenRate } from './reopen-rate.ts';

const edges = 'A*3 ask@0 decide@1d reopen@2d; B*2 ask@0 decide@1d; C*5 ask@0 decide@2d reopen@3d; D*9 ask@0';

test.each([
  ['what was raised again', 'A*2 ask@0 decide@1d reopen@5d; B*3 ask@0 decide@1d', '0..30d at 200d', 0.4],
  ['what was raised again on the 90th day', 'A*5 ask@0 decide@1d reopen@91d', '0..30d at 200d', 1],
  ['nothing that was raised again later', 'A*5 ask@0 decide@1d reopen@91d1s', '0..30d at 200d', 0],
  ['what is 90 days old', 'A*5 ask@0 decide@1d', '0..30d at 91d', 0],
  ['nothing that is younger', 'A*5 ask@0 decide@1d reopen@2d; B*5 ask@0 decide@1d1s reopen@2d', '0..30d at 91d', 1],
  ['nothing young at all', 'A*5 ask@0 decide@1d reopen@2d', '0..30d at 90d', null],
  ['each cycle by itself', 'A*5 ask@0 decide@1d reopen@2d decide@3d', '0..30d at 200d', 0.5],
  ['those made as the window opens', edges, '1d..2d at 200d', 0.6],
  ['none made as the window closes', edges, '0..2d at 200d', 0.6],
  ['none made before the window', edges, '2d..3d at 200d', 1],
  ['nothing of an empty log', '', '', null],
  [
    'each type apart',
    'A*5:change ask@0 decide@1d reopen@2d; B*5 ask@0 decide@1d',
    '0..2d by decision-type at 200d',
    { '(none)': 0, change: 1 },
  ],
  [
    'each team apart',
    'A*5 red ask@0 decide@1d reopen@2d; B*5 blue ask@0 decide@1d',
    '0..2d by team at 200d',
    { blue: 0, red: 1 },
  ],
  [
    'each item type apart',
    'A*5:bug ask@0 decide@1d reopen@2d; B*5 ask@0 decide@1d',
    '0..2d by item-type at 200d',
    { '(none)': 0, bug: 1 },
  ],
  ['one capability', 'A*5+web ask@0 decide@1d reopen@2d; B*5 ask@0 decide@1d', '0..2d where capability=web at 200d', 1],
])('the reopen rate counts %s', async (_, log, question, share) => {
  expect(await figure(reopenRate, log, question)).toEqual(share);
});

test.each([
  ['younger decisions', 'A*5 ask@0 decide@1d; B*3 ask@0 decide@2d', 3],
  ['however few', 'B ask@0 decide@2d', 1],
  ['none where all are old', 'A*5 ask@0 decide@1d', 0],
])('beside it are counted %s', async (_, log, young) => {
  expect(await beside(reopenRate, log, '0..30d at 91d')).toMatchObject({ young });
});

test('younger decisions lower the coverage', async () => {
  const [reading] = await readingsOf(reopenRate, 'A*5 ask@0 decide@1d; B*5 ask@0 decide@2d', '0..30d at 91d');
  expect(reading).toMatchObject({ n: 5, coverage: 0.5 });
});

test.each([
  ['decisions that were discussed or sent back', 'A*2 ask@0 discuss@1d decide@2d; B*3 ask@0 return@1d decide@2d', 1],
  ['each decision once', 'A*2 ask@0 discuss@1d discuss@2d decide@3d; B*3 ask@0 decide@2d', 0.4],
  ['young ones too', 'A*3 ask@0 discuss@1d decide@10d; B*3 ask@0 decide@10d', 0.5],
  ['none that are open', 'A*5 ask@0 decide@2d; B*5 ask@0 discuss@1d', 0],
  ['nothing where the log never tells of a discussion', 'A*5 ask@0 decide@2d', null],
])('revisited counts %s', async (_, log, revisited) => {
  expect(await beside(reopenRate, log, '0..30d at 91d')).toMatchObject({ revisited });
});
