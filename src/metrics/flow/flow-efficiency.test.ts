import { expect, test } from 'vitest';
import { beside, figure } from '../fixtures/readings.ts';
import { flowEfficiency } from './flow-efficiency.ts';

const edges =
  'A*5 queue@0 active@12h done@1d; B*5 queue@0 active@0 done@2d; C*5 queue@0 active@6h dropped@1d; D*5 queue@0 active@6h';
const uneven = 'A*3 queue@0 active@9d done@10d; B*2 queue@0 active@1d done@2d';

test.each([
  ['active time in all time', 'A*5 queue@0 active@3d done@4d', '', 0.25],
  ['decisions as waiting', 'A*5 decision@0 active@3d done@4d', '', 0.25],
  ['blocked time as waiting', 'A*5 active@0 block@1d done@4d', '', 0.25],
  ['hand-overs as waiting', 'A*5 red active@0 ./blue@1d done@4d', '', 0.25],
  ['nothing before the start', 'A*5 new@0 queue@8d active@11d done@12d', '', 0.25],
  ['nothing of unknown kind', 'A*5 queue@0 active@3d odd@4d done@9d', '', 0.25],
  [
    'nothing that was blocked or handed over before the start',
    'A*5 red new@0 block@1d unblock@2d ./blue@3d .@4d queue@5d active@8d done@9d',
    '',
    0.25,
  ],
  ['nothing of fewer than five that took time', 'A*4 active@0 done@1d; B*3 active@0 done@0', '', null],
  ['sums, not items', uneven, '', 0.147059],
  ['items done as the window opens', edges, '1d..2d', 0.5],
  ['no items done as the window closes', edges, '0..2d', 0.5],
  ['no items done before the window', edges, '2d..3d', 1],
  ['neither cancelled nor open work', edges, '0..1d', null],
  ['nothing where no time passed', 'A*5 active@0 done@0', '', null],
  ['nothing of an empty log', '', '', null],
  [
    'each team apart',
    'A*5 red queue@0 active@3d done@4d; B*5 blue queue@0 active@2d done@4d',
    'by team',
    { blue: 0.5, red: 0.25 },
  ],
  ['one type', 'A*5:bug queue@0 active@3d done@4d; B*5 queue@0 active@2d done@4d', 'where item-type=bug', 0.25],
  [
    'each capability apart',
    'A*5+web queue@0 active@3d done@4d; B*5 active@0 done@2d',
    'by capability',
    { '(none)': 1, web: 0.25 },
  ],
])('flow efficiency counts %s', async (_, log, question, share) => {
  expect(await figure(flowEfficiency, log, question)).toEqual(share);
});

test.each([
  ['the mean of the items', uneven, { meanOfRatios: 0.26, working: 0.178571 }],
  ['the ratio by the working clock', 'A*5 active@0 queue@4d12h done@5d', { meanOfRatios: 0.9, working: 0.875 }],
  ['no ratio of an item without time', `${uneven}; C*5 active@0 done@0`, { meanOfRatios: 0.26, working: 0.178571 }],
  [
    'nothing of fewer than five that took time',
    'A*4 active@0 done@1d; B*3 active@0 done@0',
    { meanOfRatios: null, working: null },
  ],
  [
    'every kind of waiting by the working clock',
    'A*5 red active@0 ./blue@1d .@2d decision@3d block@4d done@5d',
    { meanOfRatios: 0.4, working: 0.4 },
  ],
])('beside flow efficiency stands %s', async (_, log, expected) => {
  expect(await beside(flowEfficiency, log)).toEqual(expected);
});
