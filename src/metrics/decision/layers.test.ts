import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { layers } from './layers.ts';

const one = 'ask(lead)@0 decide(lead)@1d';
const edges = `A*8 ${one}; B*5 ask(lead)@0 decide(lead)@1d ask(head)@1d decide(head)@2d; C*5 ask(lead)@0 decide(lead)@1d ask(head)@1d`;

test.each([
  ['approvals in a row', 'A*5 ask(lead)@0 decide(lead)@1d ask(head)@2d decide(head)@3d', '', 2],
  ['approvals side by side as one', 'A*5 ask(lead)@0 ask(head)@0 decide(lead)@1d decide(head)@3d', '', 1],
  ['the mean of several', edges, '', 1.384615],
  ['those made as the window opens', edges, '1d..2d', 1],
  ['none made as the window closes', edges, '0..2d', 1],
  ['none made before the window', edges, '2d..3d', 2],
  ['none that are open', 'A*5 ask(lead)@0 decide(lead)@1d ask(head)@1d', '', null],
  ['nothing of an empty log', '', '', null],
  ['each type apart', `A*5:change ${one}; B*5 decide@1d decide@2d`, 'by decision-type', { '(none)': 2, change: 1 }],
  ['each team apart', `A*5 red ${one}; B*5 blue decide@1d decide@2d`, 'by team', { blue: 2, red: 1 }],
  ['each item type apart', `A*5:bug ${one}; B*5 decide@1d decide@2d`, 'by item-type', { '(none)': 2, bug: 1 }],
  ['one capability', `A*5+web ${one}; B*5 decide@1d decide@2d`, 'where capability=web', 1],
])('layers count %s', async (_, log, question, mean) => {
  expect(await figure(layers, log, question)).toEqual(mean);
});

test.each([
  ['of each decision the mean wait', 'A*5 ask(lead)@0 decide(lead)@1d ask(head)@1d decide(head)@4d', 2],
  ['of decisions the mean', 'A*5 ask@0 decide@1d; B*3 ask@0 decide@1d ask@1d decide@6d', 1.75],
  ['no wait where nobody asked', 'A*5 decide@1d', 0],
])('beside them stands %s per layer', async (_, log, days) => {
  expect(await beside(layers, log)).toEqual({ waitPerLayer: days });
});

test('no interval of layers begins below one, since no decision has fewer', async () => {
  const [reading] = await readingsOf(layers, `A*5 ${one}; B decide@1d decide@2d`);
  expect(reading).toMatchObject({ lower: 1, interval: 'student-t' });
});
