import { expect, test } from 'vitest';
import { dependenciesIn } from '../fixtures/portfolio.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { dependencies } from './dependencies.ts';

/** Five items under way, one of them in an initiative, and one that is over. */
const log =
  'A red active@0 .@40d; B red active@0; C:bug+web red active@0; D blue active@0; E%app red active@0; F red active@0 done@2d';
const always = 'F<blue@-1d..0';

const told = (line: string, initiatives?: string) => ({ log, records: dependenciesIn(line, initiatives) });

test.each([
  ['what blocks an item', 'A<blue@1d', '', 0.2],
  ['each of several', 'A<blue@1d A<green@1d B<blue@2d', '', 0.6],
  ['an item of another team that blocks', 'A<D@1d', '', 0.2],
  ['an initiative of another team that blocks', 'A<%web@1d', '', 0.2],
  ['what blocks the initiative of an item', '%app<blue@1d', '', 0.2],
  ['no initiative held up by the team of its item', '%app<red@1d', '', 0],
  ['no item of another log', `x/A<blue@1d ${always}`, '', 0],
  ['no other initiative', '%web<blue@1d', '', 0],
  ['nothing of the same team', 'A<red@1d A<B@1d', '', 0],
  ['nothing that is needed only', 'A?blue@1d', '', 0],
  ['nothing on a whole team', 'red<blue@1d', '', 0],
  ['no item that is over', 'F<blue@1d', '', 0],
  ['no item that is over as the window closes', 'F<blue@1d A<blue@1d', '0..2d', 0.2],
  ['items that are over later', 'F<blue@1d', '0..47h', 0.166667],
  ['none before they start', 'A<blue@-1d', '-2d..0', null],
  ['nothing that is resolved', 'A<blue@1d..9d', '', 0],
  ['nothing that is resolved as the window closes', `A<blue@1d..9d ${always}`, '0..9d', 0],
  ['what is resolved later', 'A<blue@1d..9d', '0..8d', 0.2],
  ['what is resolved after figures are read', 'A<blue@1d..9d', '0..30d at 8d', 0.2],
  ['nothing raised as the window closes', `A<blue@9d ${always}`, '0..9d', 0],
  ['nothing raised after figures are read', `A<blue@9d ${always}`, '0..30d at 8d', 0],
  ['nothing before any is on record', 'A<blue@9d', '0..9d', null],
  ['nothing where none is on record', '', '', null],
])('dependencies count %s', async (_, line, question, links) => {
  expect(await figure(dependencies, told(line, 'app:red web:blue'), question)).toEqual(links);
});

const many = 'A*5:bug+web red active@0 .@40d; B*5 green active@0';
const held = ['1d', '2d', '3d', '4d', '20d'].map((time, index) => `A${index + 1}<blue@${time}`).join(' ');
const manyTold = (line: string) => ({ log: many, records: dependenciesIn(line) });

test.each([
  ['each team apart', 'by team', { green: 0, red: 1 }],
  ['each type apart', 'by item-type', { '(none)': 0, bug: 1 }],
  ['one capability', 'where capability=web', 1],
])('dependencies count %s', async (_, question, links) => {
  expect(await figure(dependencies, manyTold(held), question)).toEqual(links);
});

test.each([
  ['what is held up, once', `${held} A1<green@9d`, '', { heldUp: 0.5 }],
  ['days since the first that blocks', `${held} A3<green@9d`, '', { daysHeldUp: 27 }],
  ['days until figures are read', held, '0..30d at 25d', { daysHeldUp: 22 }],
  ['days of what still blocks', `${held} A3<green@0..9d A3?green@0`, '', { daysHeldUp: 27 }],
  ['no days of the same team', `${held} A3<red@0`, '', { daysHeldUp: 27 }],
  ['no days of fewer than five', 'A1<blue@1d', '', { daysHeldUp: null }],
  ['what is needed', 'A1?blue@1d A1?green@1d A2?red@1d A3<blue@1d', '', { needs: 0.2 }],
])('beside dependencies stand %s', async (_, line, question, expected) => {
  expect(await beside(dependencies, manyTold(line), question)).toMatchObject(expected);
});

test.each([
  ['what holds it up is of no known team', 'A1<%web@1d A2<x/B1@1d A3<blue@1d', { value: 0.125, n: 8, coverage: 0.8 }],
  ['one of several is of no known team', 'A1<%web@1d A1<blue@1d A3<blue@1d', { value: 1 / 9, n: 9, coverage: 0.9 }],
])('an item lowers the coverage where %s', async (_, line, expected) => {
  const [reading] = await readingsOf(dependencies, manyTold(line));
  expect(reading).toMatchObject(expected);
});

test('an item without a team lowers the coverage once something holds it up', async () => {
  const world = { log: 'A*5 active@0 .@40d; B*5 active@0', records: dependenciesIn('A1<blue@1d') };
  const [reading] = await readingsOf(dependencies, world);
  expect(reading).toMatchObject({ value: 0, n: 9, coverage: 0.9, also: { heldUp: 0 } });
});
