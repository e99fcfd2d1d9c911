import { expect, test } from 'vitest';
import { meetings } from '../fixtures/meetings.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { forumDecisions } from './forum-decisions.ts';

const edges = 'board@1d decided decided decided open open; board@2d open open open open decided';

test.each([
  ['decisions with a result', 'board@1d decided decided open open open', '', 0.4],
  ['decisions that are on record', 'board@1d kept kept open open open', '', 0.4],
  ['no information, even with a result', 'board@1d decided asked asked information information', '', 0.2],
  ['nothing that was carried over, even to a decision', 'board@1d decided carried carried carried carried', '', 0.2],
  ['items and not minutes', 'board@1d decided:60 open:5 open:5 open:5 open:5', '', 0.2],
  ['items of all meetings together', 'board@1d decided; round@2d open open open information', '', 0.2],
  ['no meeting without an agenda', 'board@1d decided decided decided decided open; board@2d', '', 0.8],
  ['nothing of four items', 'board@1d decided decided open open', '', null],
  ['nothing where no meeting is on record', '', '', null],
  ['meetings held as the window opens', edges, '1d..2d', 0.6],
  ['no meeting held as the window closes', edges, '0..2d', 0.6],
  ['no meeting held before the window', edges, '2d..3d', 0.2],
  ['meetings held as figures are read', edges, '0..3d at 2d', 0.4],
  ['no meeting held after figures are read', edges, '0..3d at 47h', 0.6],
  [
    'each forum apart',
    'board@1d decided decided decided decided open; round@2d open open open open decided',
    'by forum',
    { board: 0.8, round: 0.2 },
  ],
  [
    'each capability apart',
    'board@1d decided+web decided+web decided+web decided+web open+web open open open open decided',
    'by capability',
    { '(none)': 0.2, web: 0.8 },
  ],
  ['one forum', 'board@1d decided decided decided decided open; round@2d open', 'where forum=board', 0.8],
])('the forum decision ratio counts %s', async (_, lines, question, share) => {
  expect(await figure(forumDecisions, { records: meetings(lines) }, question)).toEqual(share);
});

test.each([
  ['minutes as noted', 'board@1d decided:60 kept:20 open:5 information:5 carried:10', { ofMinutes: 0.8 }],
  [
    'no minutes where fewer than five were noted',
    'board@1d decided:60 open:5 open:5 information:5 decided',
    { ofMinutes: null },
  ],
  ['information', 'board@1d decided information asked carried open', { information: 0.4 }],
  ['what was carried over', 'board@1d decided information carried carried open', { carriedOver: 0.4 }],
])('beside the forum decision ratio stand %s', async (_, lines, expected) => {
  expect(await beside(forumDecisions, { records: meetings(lines) })).toMatchObject(expected);
});

test('what no log tells needs none that reaches so far back, and loses nothing by rejected rows', async () => {
  const records = meetings('board@1d decided decided decided decided open');
  const span = { from: '2024-03-01T00:00:00Z', until: '2024-07-20T00:00:00Z' };
  const [reading] = await readingsOf(forumDecisions, { records }, '', { span, rejected: 0.5 });
  expect(reading).toMatchObject({ value: 0.8, n: 5, coverage: 1, grade: 'B', interval: 'wilson' });
  const [after] = await readingsOf(forumDecisions, { records }, '201d..300d', { span });
  expect(after).toMatchObject({ value: null, n: 0, missing: 'the evidence ends on 2024-07-19' });
});
