import { expect, test } from 'vitest';
import { factsOf } from '#facts/fixtures/facts.ts';
import { mapping } from '#facts/fixtures/log.ts';
import { beside, figure, groundOf } from '../fixtures/readings.ts';
import { read } from '../read.ts';
import { escalationRate } from './escalation-rate.ts';

const edges =
  'A*3 ask@0 escalate@0 decide@1d; B*2 ask@0 decide@1d; C*5 ask@0 escalate@0 decide@2d; D*5 ask@0 escalate@1d';

test.each([
  ['decisions that were escalated', 'A*2 ask@0 escalate@1d decide@2d; B*3 ask@0 decide@2d', '', 0.4],
  [
    'a decision once, however often it was',
    'A*2 ask@0 escalate@1d escalate@2d decide@3d; B*3 ask@0 decide@2d',
    '',
    0.4,
  ],
  ['those made as the window opens', edges, '1d..2d', 0.6],
  ['none made as the window closes', edges, '0..2d', 0.6],
  ['none made before the window', edges, '2d..3d', 1],
  ['none that are open', 'A*5 ask@0 escalate@1d', '', null],
  ['no emergency', 'A*5 ask@0 decide@1d; B*5:urgent ask@0 escalate@1d decide@2d', '', 0],
  ['nothing of an empty log', '', '', null],
  [
    'each type apart',
    'A*5:change ask@0 escalate@1d decide@2d; B*5 ask@0 decide@2d',
    'by decision-type',
    { '(none)': 0, change: 1 },
  ],
  ['each team apart', 'A*5 red ask@0 escalate@1d decide@2d; B*5 blue ask@0 decide@2d', 'by team', { blue: 0, red: 1 }],
  [
    'each item type apart',
    'A*5:bug ask@0 escalate@1d decide@2d; B*5 ask@0 decide@2d',
    'by item-type',
    { '(none)': 0, bug: 1 },
  ],
  ['one capability', 'A*5+web ask@0 escalate@1d decide@2d; B*5 ask@0 decide@2d', 'where capability=web', 1],
])('the escalation rate counts %s', async (_, log, question, share) => {
  expect(await figure(escalationRate, log, question)).toEqual(share);
});

test.each([
  [
    'how far above the intended level they went',
    'A*3:change ask(lead)@0 escalate(chief)@1d decide(chief)@2d; B*2:change ask(lead)@0 decide(lead)@1d',
    { depth: 1.2 },
  ],
  [
    'the highest level reached, not the deciding one',
    'A*5:change ask(lead)@0 escalate(chief)@1d decide(lead)@2d',
    { depth: 2 },
  ],
  [
    'nothing below the intended level',
    'A*5:change ask(member)@0 decide(member)@2d; B*5:change ask(lead)@0 decide(head)@1d',
    { depth: 0.5 },
  ],
  [
    'nothing where no level is intended',
    'A*5:change ask(lead)@0 decide(chief)@2d; B*5 ask(lead)@0 decide(chief)@1d',
    { depth: 2 },
  ],
  [
    'nothing where no level is known',
    'A*5:change ask@0 decide@2d; B*4:change ask(lead)@0 decide(chief)@1d',
    { depth: null },
  ],
  [
    'nothing of emergencies',
    'A*5:change ask(lead)@0 decide(chief)@2d; B*5:urgent ask(lead)@0 discuss(peer)@1d decide(chief)@2d',
    { depth: 2, sideways: 0 },
  ],
  [
    'emergencies that went up, apart',
    'A*5 ask@0 decide@1d; B*2:urgent ask@0 escalate@1d decide@2d; C*3:urgent ask@0 decide@2d',
    { emergency: 0.4 },
  ],
  ['nothing apart where there is no emergency', 'A*5 ask@0 escalate@1d decide@1d', { emergency: null }],
  [
    'moves to the side',
    'A*3 ask(lead)@0 discuss(peer)@1d decide(lead)@2d; B*2 ask(lead)@0 decide(peer)@1d',
    { sideways: 1.6 },
  ],
])('beside it stand %s', async (_, log, expected) => {
  expect(await beside(escalationRate, log)).toMatchObject(expected);
});

test.each([
  [
    'a value of decisions with a known level only',
    'A*6 ask(lead)@0 decide(chief)@1d; B*6 ask@0 decide@1d',
    { value: 1, n: 6 },
  ],
  [
    'no value where no level is known',
    'A*6 ask@0 decide@1d',
    { value: null, n: 0, missing: escalationRate.lacking, also: { depth: null, sideways: null } },
  ],
])('a log that names no escalation gives %s', async (_, log, expected) => {
  const { decisions } = mapping;
  const steps = decisions?.steps.filter(({ to }) => to !== 'escalate') ?? [];
  const unnamed = { ...mapping, ...(decisions ? { decisions: { ...decisions, steps } } : {}) };
  const engine = await factsOf(log, undefined, { mapping: unnamed });
  const window = { from: '2024-01-01T00:00:00Z', until: '2024-02-01T00:00:00Z' };
  const [reading] = await read(await groundOf(engine), escalationRate, { window });
  expect(reading).toMatchObject(expected);
});
