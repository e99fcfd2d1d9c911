import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { latency } from './latency.ts';

const edges = 'A*5:change .@0 ask@1d decide@3d; B*5:change .@0 ask@2d decide@6d';

test.each([
  ['from raised to decided', 'A*5 .@0 ask@1d decide@3d', '', 2],
  ['from creation where nobody asks', 'A*5^1d discuss@2d decide@6d', '', 5],
  ['the median of several', 'A*3 ask@0 decide@1d; B*3 ask@0 decide@3d', '', 2],
  ['open ones with their age', 'A*3 ask@0 decide@1d; B*4 ask@0 ; C ask@0 decide@9d', '', 9],
  ['open ones that could still take any time', 'A*3 ask@0 decide@1d; B*5 ask@0', '', null],
  ['a reopened one as two', 'A*3 ask@0 decide@1d reopen@5d decide@12d', '', 4],
  ['those raised as the window opens', edges, '1d..2d', 2],
  ['none raised as the window closes', edges, '0..2d', 2],
  ['none raised before the window', edges, '2d..3d', 4],
  ['nothing of fewer than five', 'A*4 ask@0 decide@1d', '', null],
  ['nothing of an empty log', '', '', null],
  [
    'each type apart',
    'A*5:change ask@0 decide@1d; B*5:habit ask@0 decide@2d',
    'by decision-type',
    { change: 1, habit: 2 },
  ],
  [
    'those without a type apart',
    'A*5 ask@0 decide@1d; B*5:habit ask@0 decide@2d',
    'by decision-type',
    { '(none)': 1, habit: 2 },
  ],
  [
    'each team of one type',
    'A*5:change red ask@0 decide@1d; B*5:change blue ask@0 decide@2d; C*5:habit red ask@0 decide@3d',
    'by team where decision-type=change',
    { blue: 2, red: 1 },
  ],
  ['each item type apart', 'A*5:bug ask@0 decide@1d; B*5 ask@0 decide@2d', 'by item-type', { '(none)': 2, bug: 1 }],
  ['one capability', 'A*5+web ask@0 decide@1d; B*5 ask@0 decide@2d', 'where capability=web', 1],
])('decision latency counts %s', async (_, log, question, days) => {
  expect(await figure(latency, log, question)).toEqual(days);
});

test.each([
  [
    'what is closed, apart from what is open',
    'A*6 ask@0 decide@2d; B*5 ask@0 decide@4d; C*3 ask@0; D .@20d',
    { closedP50: 2, closedP85: 4, open: 3 },
  ],
  [
    'how long all but one in twenty took',
    'A*19 ask@0 decide@2d; B ask@0 decide@4d; C ask@0 decide@6d; D*5 ask@0; E .@20d',
    { closedP85: 2, closedP95: 4, open: 5 },
  ],
  [
    'how long before it was needed it was raised',
    'A*3 ask@1d?9d decide@2d; B*2 ask@1d?4d; C*5 ask@0',
    { toNeeded: 8, open: 7 },
  ],
  ['that it was raised after it was needed', 'A*3 ask@3d?1d; B*2 .@0?7d ask@3d', { toNeeded: -2 }],
  ['the first time by which it is said to be needed', 'A*5 ask@0?3d .@1d?8d', { toNeeded: 3 }],
  [
    'the other clocks',
    'A*3 ask@0 discuss@1d decide@3d communicate@7d act@15d; B*2 ask@0 discuss@2d decide@3d communicate@8d act@18d',
    { toFirstStep: 1, toCommunicated: 4, toActed: 8 },
  ],
  [
    'the wait for information',
    'A*3 ask@0 ask-information@1d give-information@4d decide@8d; B*2 ask@0 ask-information@1d decide@6d',
    { informationWait: 3 },
  ],
  [
    'no clock without both of its ends',
    'A*5 ask@0; B .@9d',
    {
      closedP50: null,
      closedP85: null,
      closedP95: null,
      open: 5,
      toNeeded: null,
      toFirstStep: null,
      toCommunicated: null,
      toActed: null,
      informationWait: 0,
    },
  ],
])('beside it stand %s', async (_, log, expected) => {
  expect(await beside(latency, log)).toMatchObject(expected);
});

test('open decisions are part of it, not a gap in it', async () => {
  const [reading] = await readingsOf(latency, 'A*5 ask@0 decide@1d; B*3 ask@0; C .@9d');
  expect(reading).toMatchObject({ n: 8, coverage: 1, interval: 'kaplan-meier' });
});

test.each([
  [
    'the time to the first step of decisions that nobody has the right to',
    'A*5:rumour ask@0 discuss@12h decide@4d',
    '',
    0.125,
  ],
  ['the same where several have the right', 'A*5:dispute ask@0 discuss@2d decide@4d', '', 0.5],
  ['the same of what was moved sideways', 'A*5:change ask(lead)@0 discuss(peer)@1d decide(peer)@4d', '', 0.25],
  ['no time of what stayed with one decider', 'A*5:change ask(lead)@0 discuss(lead)@1d decide(lead)@4d', '', 0],
  ['no time of a decision with one decider', 'A*5:change ask@0 discuss@1d decide@4d', '', 0],
  ['no time where one role decides by two rights', 'A*5:habit ask@0 discuss@1d decide@4d', '', 0],
  ['those with one decider as time of decisions', 'A*2:change ask@0 decide@4d; B*3:rumour ask@0 decide@4d', '', 0.6],
  ['all time of what nobody took up yet', 'A*5:rumour ask@0; B*5:change ask@0; C .@10d', '', 0.5],
  ['the step that decides as the first', 'A*5:rumour ask@0 decide@4d', '', 1],
])('whose is it counts %s', async (_, log, question, whoseIsIt) => {
  expect(await beside(latency, log, question)).toMatchObject({ whoseIsIt });
});

test.each([
  ['nothing of a decision without levels', 'A*5 ask@0 discuss@1d escalate@2d decide@4d', null],
  ['what was moved sideways', 'A*5 ask(lead)@0 discuss(peer)@1d decide(peer)@4d', 0.25],
])('where no design states a right, whose is it counts %s', async (_, log, whoseIsIt) => {
  expect(await beside(latency, { log, records: { decisionRights: [] } })).toMatchObject({ whoseIsIt });
});
