import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { forecastCalibration } from './forecast-calibration.ts';

/** Twenty that took 1 to 20 hours, all done before the 2nd day: half within 10.5, 85 % within 17.15, 95 % within 19.05 hours. */
const history = (of = '', changed = ''): string =>
  Array.from({ length: 20 }, (_, n) => `H${n}${of} active@0 done${changed}@${n + 1}h`).join('; ');

const later = (hours: number, name = 'L*5', from = '2d'): string => `${name} active@${from} done@${from}${hours}h`;

test.each([
  ['what took less than 85% of history', `${history()}; ${later(17)}`, '2d..9d', 1],
  ['what took more as outside', `${history()}; ${later(18)}`, '2d..9d', 0],
  ['what took exactly as long as inside', `H*20 active@0 done@5h; ${later(5)}`, '2d..9d', 1],
  ['the share of both', `${history()}; ${later(17, 'L*3')}; ${later(18, 'M*3')}`, '2d..9d', 0.5],
  ['nothing with fewer than twenty before', `H*19 active@0 done@1h; ${later(1)}`, '2d..9d', null],
  ['only what ended before the start', `H*19 active@0 done@1h; X active@0 done@2d; ${later(1)}`, '2d1s..9d', null],
  ['nothing cancelled as history', `H*19 active@0 done@1h; X active@0 dropped@2h; ${later(1)}`, '2d..9d', null],
  ['nothing that never started as history', `H*19 active@0 done@1h; X new@0 done@2h; ${later(1)}`, '2d..9d', null],
  ['no other team as history', `H*19 active@0 done@1h; X red active@0 done@1h; ${later(1)}`, '2d..9d', null],
  ['no other type as history', `H*19 active@0 done@1h; X:bug active@0 done@1h; ${later(1)}`, '2d..9d', null],
  ['no history of another type in its place', `H*20 active@0 done@1h; ${later(1, 'L*5:bug')}`, '2d..9d', null],
  ['no history of another team in its place', `H*20 active@0 done@1h; ${later(1, 'L*5 red')}`, '2d..9d', null],
  ['the same team and type', `${history(':bug', '/red')}; L*5:bug red active@2d done@2d17h`, '2d..9d', 1],
  ['the last 200 only', `H*200 active@0 done@1h; I*200 active@1d done@1d9h; ${later(2)}`, '2d..9d', 1],
  [
    'not the 201st before',
    `I*170 active@0 done@1h; H*170 active@0 done@9h; J*30 active@0 done@10h; ${later(2)}`,
    '2d..9d',
    1,
  ],
  [
    'the 200th before',
    `I*1 active@0 done@9d; H*31 active@10d done@10d12h; J*169 active@11d done@11d1h; ${later(12, 'L*5', '12d')}`,
    '12d..30d',
    1,
  ],
  [
    'the 200th before, and no fewer',
    `I active@0 done@9d; J*170 active@10d done@10d1h; H*30 active@11d done@11d12h; ${later(3, 'L*5', '12d')}`,
    '12d..30d',
    0,
  ],
  [
    'no more than the 200th before',
    `I active@0 done@9d; J*170 active@10d done@10d1h; H*30 active@11d done@11d12h; ${later(12, 'L*5', '12d')}`,
    '12d..30d',
    0,
  ],
  ['not what never started', `${history()}; L*5 new@2d done@2d1h`, '2d..9d', null],
  ['items done as the window opens', `${history()}; ${later(17, 'L*5', '1d7h')}`, '2d..9d', 1],
  [
    'no items done as the window closes',
    `${history()}; ${later(17, 'L*5', '1d7h')}; ${later(18, 'M*5')}`,
    '2d..2d18h',
    1,
  ],
  ['no items done before the window', `${history()}; ${later(17, 'L*5', '1d6h')}; ${later(18, 'M*5')}`, '2d..9d', 0],
  ['no cancelled work', `${history()}; L*5 active@2d dropped@2d1h`, '2d..9d', null],
  ['nothing of an empty log', '', '', null],
  [
    'each team apart',
    `${history('', '/red')}; ${later(17, 'L*5 red')}; ${later(18, 'M*5 blue')}`,
    '2d..9d by team',
    { blue: null, red: 1 },
  ],
  [
    'one type, by its own history',
    `${history(':bug')}; ${later(17, 'L*5:bug')}; ${later(18, 'M*5')}`,
    '2d..9d where item-type=bug',
    1,
  ],
  [
    'each capability, by the history of all',
    `${history('+web')}; ${later(17, 'L*5+web')}; ${later(18, 'M*5')}`,
    '2d..9d by capability',
    { '(none)': 0, web: 1 },
  ],
])('forecast calibration counts %s', async (_, log, question, share) => {
  expect(await figure(forecastCalibration, log, question)).toEqual(share);
});

test.each([
  [10, { p50: 1, p95: 1 }],
  [11, { p50: 0, p95: 1 }],
  [19, { p50: 0, p95: 1 }],
  [20, { p50: 0, p95: 0 }],
])('beside it, %i hours are held against other percentiles of history', async (hours, expected) => {
  expect(await beside(forecastCalibration, `${history()}; ${later(hours)}`, '2d..9d')).toEqual(expected);
});

test('beside it, as long as history is inside every percentile', async () => {
  expect(await beside(forecastCalibration, `H*20 active@0 done@5h; ${later(5)}`, '2d..9d')).toEqual({ p50: 1, p95: 1 });
});

test('items without enough history lower the coverage', async () => {
  const [reading] = await readingsOf(
    forecastCalibration,
    `${history()}; ${later(1)}; ${later(1, 'M*5 blue')}; N*5 active@2d dropped@3d`,
    '2d..9d',
  );
  expect(reading).toMatchObject({ n: 5, coverage: 0.5 });
});
