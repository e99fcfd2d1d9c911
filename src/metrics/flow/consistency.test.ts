import { expect, test } from 'vitest';
import { figure, readingsOf } from '../fixtures/readings.ts';
import { consistency } from './consistency.ts';

/** So many items of a team that take each of some lengths in turn. */
const team = (name: string, count: number, ...lengths: readonly string[]): string =>
  lengths.map((length, n) => `${name}${n}x*${count / lengths.length}:bug ${name} active@0 done@${length}`).join('; ');

/** Between the logarithms of 1 and 2 days within each team, and of 1, 2 and 4 between teams. */
const three = [team('red', 20, '1d', '2d'), team('blue', 20, '2d', '4d'), team('green', 20, '4d', '8d')].join('; ');

test.each([
  ['the variance between teams', three, '', 0.789474],
  [
    'teams that differ in nothing as below nothing',
    [team('red', 20, '1d', '2d'), team('blue', 20, '1d', '2d'), team('green', 20, '1d', '2d')].join('; '),
    '',
    -0.052632,
  ],
  [
    'teams that differ in all',
    [team('red', 20, '1d'), team('blue', 20, '2d'), team('green', 20, '3d')].join('; '),
    '',
    1,
  ],
  [
    'flow times of less than a minute as a minute',
    [team('red', 20, '1s', '1d'), team('blue', 20, '1m', '1d'), team('green', 20, '30s', '1d')].join('; '),
    '',
    -0.052632,
  ],
  [
    'flow times in minutes, not finer',
    [team('red', 20, '60s'), team('blue', 20, '61s'), team('green', 20, '60s')].join('; '),
    '',
    1,
  ],
  ['no two teams', [team('red', 20, '1d', '2d'), team('blue', 20, '2d', '4d')].join('; '), '', null],
  [
    'no team of fewer than twenty',
    `${team('red', 20, '1d', '2d')}; ${team('blue', 20, '2d', '4d')}; ${team('green', 18, '4d', '8d')}`,
    '',
    null,
  ],
  ['teams of more than twenty', `${three}; X*3:bug red active@0 done@1d`, '', 0.805439],
  [
    'items of no team in none',
    `${team('red', 20, '1d', '2d')}; ${team('blue', 20, '2d', '4d')}; X*20:bug active@0 done@1d`,
    '',
    null,
  ],
  ['only the most frequent type', `${three}; X*20:idea gold active@0 done@20d`, '', 0.789474],
  ['of equally frequent types the first by name', `${three}; X*60:zeal red active@0 done@20d`, '', 0.789474],
  ['the first by name in whatever order they come', `A*60:zeal red active@0 done@20d; ${three}`, '', 0.789474],
  ['the most frequent type even if it is the last by name', `${three}; X*20:art gold active@0 done@20d`, '', 0.789474],
  [
    'the most frequent type of each capability',
    `${three}; X*61:idea+web gold active@0 done@20d`,
    'by capability',
    { '(none)': 0.789474, web: null },
  ],
  ['the type that is asked for', `${three}; X*61:idea gold active@0 done@20d`, 'where item-type=bug', 0.789474],
  ['each type apart', `${three}; X*61:idea gold active@0 done@20d`, 'by item-type', { bug: 0.789474, idea: null }],
  ['the most frequent type of those that started', `${three}; X*61:idea gold new@0 done@20d`, '', 0.789474],
  [
    'the most frequent type of those done',
    `${three}; X*61:idea gold active@0 dropped@20d; Y*61:idea gold active@0`,
    '',
    0.789474,
  ],
  ['items done as the window opens', three, '1d..30d', 0.789474],
  ['no items done before the window', three, '25h..30d', null],
  ['no items done as the window closes', three, '0..8d', null],
  ['nothing of an empty log', '', '', null],
])('consistency counts %s', async (_, log, question, share) => {
  expect(await figure(consistency, log, question)).toEqual(share);
});

test('consistency stands on the items of the teams it compares', async () => {
  const [reading] = await readingsOf(consistency, `${three}; X*19:bug gold active@0 done@1d`);
  expect(reading).toMatchObject({ n: 60, interval: 'one-way-random-effects' });
});
