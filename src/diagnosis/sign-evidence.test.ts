import { expect, test } from 'vitest';
import { factsOf } from '#facts/fixtures/facts.ts';
import { at } from '#facts/fixtures/log.ts';
import { longestQueue, usualOlder } from './sign-evidence.ts';

const span = (from: string, until: string, asOf: string) => ({ from: at(from), until: at(until), asOf: at(asOf) });

test.each([
  ['open at the end', 'A*3:change ask@0; B*2:change ask@0 decide@1d; Z .@10d', { open: 3, decided: 2 }],
  ['open then, though decided later', 'A*3:change ask@0 decide@12d; Z .@20d', { open: 3, decided: 0 }],
  ['open until the very end', 'A*3:change ask@0 decide@10d; Z .@20d', { open: 3, decided: 0 }],
  ['not those raised later', 'A:change ask@0; B*3:change ask@11d; Z .@20d', { open: 1, decided: 0 }],
  [
    'not those decided before the window',
    'A*3:change ask@-9d decide@-8d; B:change ask@0; Z .@10d',
    { open: 1, decided: 0 },
  ],
  ['none before which the item was over', 'A*3:change ask@0 dropped@2d; B:change ask@0; Z .@20d', { open: 1 }],
  ['one whose item is over later', 'A*3:change ask@0 dropped@12d; Z .@20d', { open: 3 }],
  ['one that was raised once more after that', 'A*3:change dropped@1d ask@2d; Z .@20d', { open: 3 }],
  ['no days before which nothing was waited for', 'A:change ask@0 dropped@2d; B:change ask@6d; Z .@10d', { days: 4 }],
  ['the days since the first was raised', 'A:change ask@6d; Z .@10d', { days: 4 }],
  ['the days of the window at most', 'A:change ask@-9d; Z .@10d', { days: 10 }],
  ['the days up to now only', 'A:change ask@0; Z .@5d', { days: 5 }],
  ['the decider with most of them', 'A*2:habit ask@0; B*3:change ask@0; Z .@10d', { decider: 'lead', open: 3 }],
  ['the first by name of several', 'A*2:habit ask@0; B*2:change ask@0; Z .@10d', { decider: 'lead' }],
])('a queue counts %s', async (_, log, queue) => {
  const found = await longestQueue(
    await factsOf(log),
    ['lead', 'member'],
    span('0', '10d', log.includes('@5d') ? '5d' : '20d'),
  );
  expect(found).toMatchObject(queue);
});

test('who has no right any more has no queue', async () => {
  const engine = await factsOf('A*3:change ask@0; Z .@10d');
  expect(await longestQueue(engine, ['member'], span('0', '10d', '10d'))).toBeNull();
  expect(await longestQueue(engine, [], span('0', '10d', '10d'))).toBeNull();
});

test.each([
  ['the time beyond the 85th percentile', 'A*9 active@0 done@1d; B active@0 done@11d', 10 / 20],
  ['none where all take the same', 'A*6 active@0 done@2d', 0],
  ['nothing of fewer than five', 'A*4 active@0 done@2d', null],
  ['only what was done in the window', 'A*9 active@0 done@1d; B active@0 done@11d; C*9 active@0 done@40d', 10 / 20],
])('the usual share of old work counts %s', async (_, log, share) => {
  expect(await usualOlder(await factsOf(log), span('0', '30d', '60d'))).toEqual(
    share === null ? null : expect.closeTo(share, 9),
  );
});
