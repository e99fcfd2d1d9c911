import { expect, test } from 'vitest';
import { figure, readingsOf } from '../fixtures/readings.ts';
import { distribution } from './distribution.ts';

const log =
  'A*4:bug red active@0 done@1d; B*2:idea red active@0 done@1d; C*2:idea blue active@0 done@2d; D*2 blue active@0 done@3d; E*9:risk red active@0 dropped@1d; F*9:risk red active@0';

test.each([
  ['the share of the largest type alone', '', 0.4],
  ['the share of each type among all', 'by item-type', { '(none)': 0.2, bug: 0.4, idea: 0.4 }],
  ['the share of each type among those of a team', 'by item-type where team=red', { bug: 0.666667, idea: 0.333333 }],
  ['the share of the largest type of each team', '0..2d by team', { red: 0.666667 }],
  ['nothing of fewer than five', '2d..9d by item-type', { '(none)': null, idea: null }],
  ['no items done as the window closes', '1d..2d by item-type', { bug: 0.666667, idea: 0.333333 }],
  ['no items done before the window', '1d..3d by item-type', { bug: 0.5, idea: 0.5 }],
  ['one type alone as all there is', 'where item-type=bug', null],
  ['the share of the largest type of each capability', 'by capability', { '(none)': 0.4 }],
  ['nothing where nothing is done', '4d..9d', null],
])('flow distribution counts %s', async (_, question, share) => {
  expect(await figure(distribution, log, question)).toEqual(share);
});

test('a type stands on all items, and has its interval from them', async () => {
  const [bug] = (await readingsOf(distribution, log, 'by item-type')).filter(
    ({ subject }) => subject['item-type'] === 'bug',
  );
  expect(bug).toMatchObject({ n: 10, coverage: 1, interval: 'wilson' });
  expect(bug?.lower).toBeCloseTo(0.16818, 5);
});
