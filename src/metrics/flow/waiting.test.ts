import { expect, test } from 'vitest';
import { beside, figure } from '../fixtures/readings.ts';
import { waiting } from './waiting.ts';

const each = 'A*5 red queue@0 active@1d decision@3d active@7d block@8d unblock@16d ./blue@17d .@33d done@40d';
const edges = 'A*5 queue@0 active@1h done@1d; B*5 queue@0 done@2d; C*5 queue@0 dropped@1d; D*5 queue@0';

test.each([
  ['queues, decisions, blocks and hand-overs', each, '0..60d', 29],
  ['nothing before the start', 'A*5 new@0 queue@8d active@11d done@12d', '', 3],
  ['what is new again', 'A*5 active@0 new@1d active@3d done@4d', '', 2],
  ['no pause before a reopening', 'A*5 queue@0 done@1d active@5d done@6d', '', 1],
  ['the mean over items', 'A*5 queue@0 done@1d; B*3 active@0 done@1d', '', 0.625],
  ['not what never started', 'A*5 new@0 done@3d; B*5 queue@0 done@2d', '', 2],
  ['items done as the window opens', edges, '1d..2d', 0.041667],
  ['no items done as the window closes', edges, '0..2d', 0.041667],
  ['no items done before the window', edges, '2d..3d', 2],
  ['neither cancelled nor open work', edges, '0..1d', null],
  ['nothing of an empty log', '', '', null],
  ['each team apart', 'A*5 red queue@0 done@1d; B*5 blue queue@0 done@2d', 'by team', { blue: 2, red: 1 }],
  ['one type', 'A*5:bug queue@0 done@1d; B*5 queue@0 done@2d', 'where item-type=bug', 1],
  [
    'nothing that was blocked or handed over before the start',
    'A*5 red new@0 block@1d unblock@2d ./blue@3d .@4d queue@5d active@8d done@9d',
    '',
    3,
  ],
  ['each capability apart', 'A*5+web queue@0 done@1d; B*5 queue@0 done@2d', 'by capability', { '(none)': 2, web: 1 }],
  ['each stage apart', each, '0..60d by stage', { active: 24, decision: 4, queue: 1 }],
  ['every visit of a stage', 'A*5 queue@0 active@1d queue@2d active@4d done@5d', 'by stage', { active: 0, queue: 3 }],
  [
    'a stage per item that came there',
    'A*5 queue@0 active@1d done@5d; B*5 queue@0 shelf@3d done@4d',
    'by stage',
    { active: 0, queue: 2, shelf: 1 },
  ],
  ['no stage before the start', 'A*5 new@0 queue@1d done@2d', 'by stage', { queue: 1 }],
  ['a new stage after the start', 'A*5 queue@0 new@1d done@3d', 'by stage', { new: 2, queue: 1 }],
  ['no stage after the end', 'A*5 queue@0 done@1d shipped@4d', 'by stage', { queue: 1 }],
  ['no stage in which it was done', 'A*5 queue@0 done@1d queue@4d done@6d', 'by stage', { queue: 3 }],
  ['no stage in which it was cancelled', 'A*5 queue@0 dropped@1d queue@4d done@6d', 'by stage', { queue: 3 }],
  [
    'stages of unknown kind by what was blocked in them',
    'A*5 queue@0 odd@1d block@2d done@4d',
    'by stage',
    { odd: 2, queue: 1 },
  ],
  [
    'blocks in the stage they fell into',
    'A*5 queue@0 block@1d decision@2d done@4d',
    'by stage',
    { decision: 2, queue: 2 },
  ],
  ['stages of items done as the window opens', edges, '1d..2d by stage', { active: 0, queue: 0.041667 }],
  ['stages of no items done before the window', edges, '2d..3d by stage', { queue: 2 }],
  ['stages of one team', 'A*5 red queue@0 done@1d; B*5 blue queue@0 done@2d', 'by stage where team=red', { queue: 1 }],
  ['stages of one type', 'A*5:bug queue@0 done@1d; B*5 queue@0 done@2d', 'by stage where item-type=bug', { queue: 1 }],
  [
    'stages of one capability',
    'A*5+web queue@0 done@1d; B*5 queue@0 done@2d',
    'by stage where capability=web',
    { queue: 1 },
  ],
  [
    'each boundary apart',
    'A*5 red active@0 ./blue@1d .@3d ./red@4d .@8d done@9d',
    'by boundary',
    { 'blue → red': 4, 'red → blue': 2 },
  ],
  [
    'a boundary per hand-over',
    'A*3 red active@0 ./blue@1d .@3d ./green@4d ./red@4d .@5d ./blue@6d .@10d done@11d',
    'by boundary',
    { 'blue → green': null, 'green → red': null, 'red → blue': 3 },
  ],
  [
    'blocked time at a boundary',
    'A*5 red active@0 ./blue@1d block@2d comment@3d unblock@3d .@4d done@9d',
    'by boundary',
    { 'red → blue': 1 },
  ],
  [
    'what is blocked past comments at a boundary',
    'A*5 red active@0 block@1d ./blue@2d comment@3d .@6d done@9d',
    'by boundary',
    { 'red → blue': 4 },
  ],
  [
    'no boundary before the start',
    'A*5 red new@0 ./blue@1d .@2d queue/red@3d .@5d done@9d',
    'by boundary',
    { 'blue → red': 2 },
  ],
  [
    'no boundary from the end on',
    'A*5 red active@0 ./blue@1d .@3d done/green@4d ./red@5d',
    'by boundary',
    { 'red → blue': 2 },
  ],
  [
    'boundaries of items done as the window opens',
    'A*5 red active@0 ./blue@0 .@1h done@1d; B*5 red active@0 ./blue@0 done@2d',
    '1d..2d by boundary',
    { 'red → blue': 0.041667 },
  ],
  [
    'boundaries of no items done before the window',
    'A*5 red active@0 ./blue@0 .@1h done@1d; B*5 red active@0 ./blue@0 done@2d',
    '2d..3d by boundary',
    { 'red → blue': 2 },
  ],
  [
    'boundaries of done items only',
    'A*5 red active@0 ./blue@1d .@2d done@4d; B*5 red active@0 ./blue@1d dropped@4d; C*5 red active@0 ./blue@1d',
    'by boundary',
    { 'red → blue': 1 },
  ],
  [
    'boundaries of one team',
    'A*5:bug+web red active@0 ./blue@1d .@2d done@4d; B*5 red active@0 ./blue@1d .@4d ./green@5d done@5d',
    'by boundary where team=blue',
    { 'red → blue': 1 },
  ],
  [
    'boundaries of one type',
    'A*5:bug+web red active@0 ./blue@1d .@2d done@4d; B*5 red active@0 ./blue@1d .@4d done@5d',
    'by boundary where item-type=bug',
    { 'red → blue': 1 },
  ],
  [
    'boundaries of one capability',
    'A*5:bug+web red active@0 ./blue@1d .@2d done@4d; B*5 red active@0 ./blue@1d .@4d done@5d',
    'by boundary where capability=web',
    { 'red → blue': 1 },
  ],
  [
    'boundaries in the stage that work was handed over into',
    'A*5 red active@0 queue/blue@1d active@3d done@4d; B*5 red active@0 ./blue@1d .@2d done@5d',
    'by boundary where stage=queue',
    { 'red → blue': 2 },
  ],
  [
    'teams in one stage',
    'A*5 red queue@0 shelf@1d done@5d; B*5 blue queue@0 done@2d',
    'by team where stage=queue',
    { blue: 2, red: 1 },
  ],
])('waiting counts %s', async (_, log, question, days) => {
  expect(await figure(waiting, log, question)).toEqual(days);
});

test.each([
  ['what it is made of', each, '0..60d', { queue: 1, decision: 4, blocked: 8, handoff: 16, atBoundaries: 0.551724 }],
  [
    'what it is made of in a queue',
    'A*5 red queue@0 block@1d unblock@3d ./blue@4d .@8d done@16d',
    'by stage',
    { queue: 10, decision: 0, blocked: 2, handoff: 4, atBoundaries: 0.25 },
  ],
  [
    'what it is made of in a decision',
    'A*5 red decision@0 block@1d unblock@3d ./blue@4d .@8d done@16d',
    'by stage',
    { queue: 0, decision: 10, blocked: 2, handoff: 4, atBoundaries: 0.25 },
  ],
  [
    'the mean of what it is made of',
    `${each}; B*3 active@0 done@1d`,
    '0..60d',
    { queue: 0.625, decision: 2.5, blocked: 5, handoff: 10, atBoundaries: 0.551724 },
  ],
  [
    'all blocks and hand-overs of a stage',
    'A*5 red active@0 queue/blue@1d .@2d block@3d unblock@4d active@5d queue@6d block@7d unblock@8d ./red@9d .@11d done@12d',
    'where stage=queue',
    { queue: 5, decision: 0, blocked: 2, handoff: 3, atBoundaries: 0.3 },
  ],
  [
    'nothing of items that never started',
    'A*5 new@0 done@3d',
    '',
    { queue: null, decision: null, blocked: null, handoff: null, atBoundaries: null },
  ],
  [
    'no more than the wait at a boundary',
    'A*5 red queue@0 ./blue@1d .@3d done@4d',
    'by boundary',
    { queue: null, decision: null, blocked: null, handoff: 2, atBoundaries: null },
  ],
])('beside waiting stands %s', async (_, log, question, expected) => {
  expect(await beside(waiting, log, question)).toEqual(expected);
});
