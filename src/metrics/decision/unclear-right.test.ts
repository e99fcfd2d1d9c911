import { expect, test } from 'vitest';
import { factsOf } from '#facts/fixtures/facts.ts';
import { design } from '#facts/fixtures/log.ts';
import { type DesignModel, emptyDesign } from '#model/design-model.ts';
import { beside, figure, groundOf } from '../fixtures/readings.ts';
import { read } from '../read.ts';
import { unclearRight } from './unclear-right.ts';

const edges = 'A*3 .@0 ask@1d; B*2:change .@0 ask@1d; C*5 .@0 ask@2d';

test.each([
  ['decisions without a right', 'A*3:rumour ask@0; B*2:change ask@0', '', 0.6],
  ['decisions of no type', 'A*3 ask@0; B*2:change ask@0', '', 0.6],
  ['decisions of two deciders', 'A*3:dispute ask@0; B*2:change ask@0', '', 0.6],
  ['no decisions of one decider by two rights', 'A*3:habit ask@0; B*2:change ask@0', '', 0],
  ['open and closed ones', 'A*3 ask@0 decide@1d; B*2:change ask@0', '', 0.6],
  ['those raised as the window opens', edges, '1d..2d', 0.6],
  ['none raised as the window closes', edges, '0..2d', 0.6],
  ['none raised before the window', edges, '2d..3d', 1],
  ['nothing of an empty log', '', '', null],
  ['each type apart', 'A*5:dispute ask@0; B*5:change ask@0', 'by decision-type', { change: 0, dispute: 1 }],
  ['each team apart', 'A*5:dispute red ask@0; B*5:change blue ask@0', 'by team', { blue: 0, red: 1 }],
  ['each item type apart', 'A*5:dispute ask@0; B*5:change ask@0', 'by item-type', { change: 0, dispute: 1 }],
  ['one capability', 'A*5:dispute+web ask@0; B*5:change ask@0', 'where capability=web', 1],
])('unclear rights count %s', async (_, log, question, share) => {
  expect(await figure(unclearRight, log, question)).toEqual(share);
});

test.each([
  ['how many have to agree', 'A*5:dispute ask@0', { agreeingMean: 2, agreeingMax: 2 }],
  ['nobody where the right asks for nobody', 'A*5:change ask@0', { agreeingMean: 0, agreeingMax: 0 }],
  ['their mean and the most of them', 'A*4:dispute ask@0; B*2:habit ask@0', { agreeingMean: 1.333333, agreeingMax: 2 }],
  ['nothing of decisions without a right', 'A*5:dispute ask@0; B*9:rumour ask@0', { agreeingMean: 2, agreeingMax: 2 }],
  ['nothing where there are no others', 'A*5:rumour ask@0', { agreeingMean: null, agreeingMax: null }],
])('beside unclear rights stands %s', async (_, log, expected) => {
  expect(await beside(unclearRight, log)).toEqual(expected);
});

const later: DesignModel = { ...design, design: { ...design.design, from: '2024-01-10' } };

test.each<[string, DesignModel, object]>([
  [
    'no value where no design states a right',
    emptyDesign,
    { value: null, n: 0, coverage: 0, missing: 'no design states a decision right' },
  ],
  ['all as unclear before the first design that does', later, { value: 1, n: 6 }],
])('unclear rights tell %s', async (_, inForce, expected) => {
  const engine = await factsOf('A*6:change ask@0 decide@1d', undefined, { design: inForce });
  const window = { from: '2024-01-01T00:00:00Z', until: '2024-02-01T00:00:00Z' };
  const [reading] = await read(await groundOf(engine), unclearRight, { window });
  expect(reading).toMatchObject(expected);
});
