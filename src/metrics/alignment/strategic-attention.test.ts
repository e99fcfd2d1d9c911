import { expect, test } from 'vitest';
import { meetings } from '../fixtures/meetings.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { strategyIn } from '../fixtures/strategy.ts';
import { strategicAttention } from './strategic-attention.ts';

const plan = 'q@0..30d a=0.6 b=0.4; a needs web2 app1; b needs ops3';
const told = (lines: string, strategy = plan) => ({ records: { ...strategyIn(strategy), ...meetings(lines) } });

test.each([
  ['what some goal needs at the cut', 'board@1d open+web open+ops open+app open+app open+app', '', 0.4],
  ['all kinds of items', 'board@1d decided+web information+ops carried+app asked+app kept+app', '', 0.4],
  ['what has no capability as not strategic', 'board@1d open+web open+ops open open open', '', 0.4],
  ['what no record knows as not strategic', 'board@1d open+web open+ops open+odd open+odd open+odd', '', 0.4],
  ['nothing on days without weights', 'board@31d open+web open+ops open+app open+app open+app', '0..60d', null],
  ['nothing of four', 'board@1d open+web open+ops open+app open+app', '', null],
  ['meetings held as the window opens', 'board@1d open+web open+ops open+app open+app open+app', '1d..9d', 0.4],
  ['no meeting held before it', 'board@1d open+web open+ops open+app open+app open+app', '2d..9d', null],
  ['no meeting held as it closes', 'board@1d open+web open+ops open+app open+app open+app', '0..1d', null],
  [
    'each forum apart',
    'board@1d open+web open+web open+web open+web open+web; round@1d open open open open open',
    'by forum',
    { board: 1, round: 0 },
  ],
  ['one capability', 'board@1d open+web open+web open+web open+web open+web open+app', 'where capability=web', 1],
])('attention to strategic capabilities counts %s', async (_, lines, question, share) => {
  expect(await figure(strategicAttention, told(lines), question)).toEqual(share);
});

test('what is unmapped is told beside it, and so are minutes', async () => {
  const world = told('board@1d open:10+web open:20+web open:10+app open:10+app open:50 open:0 open+ops open+odd');
  expect(await beside(strategicAttention, world)).toEqual({ ofMapped: 0.6, mapped: 0.625, ofMinutes: 0.3 });
  expect((await readingsOf(strategicAttention, world))[0]).toMatchObject({ value: 0.375, n: 8, coverage: 1 });
});

test('what was taken up while no goal had a weight lowers the coverage, and its minutes are left out', async () => {
  const world = told('board@1d open:5+web open:5+web open:5+web open:5+web open:5; board@31d open:50+web');
  expect((await readingsOf(strategicAttention, world, '0..60d'))[0]).toMatchObject({
    value: 0.8,
    n: 5,
    coverage: 5 / 6,
    also: { ofMinutes: 0.8 },
  });
});

test('what was taken up while no goal had a weight is neither mapped nor unmapped', async () => {
  const held = 'board@1d open+web open+web open+app open+app open+app open open open open open';
  const world = told(`${held}; board@31d open+web open+web open`);
  expect(await beside(strategicAttention, world, '0..60d')).toMatchObject({ ofMapped: 0.4, mapped: 0.5 });
});
