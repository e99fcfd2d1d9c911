import { expect, test } from 'vitest';
import { choices } from '../fixtures/choices.ts';
import { beside, figure } from '../fixtures/readings.ts';
import { explicitTradeOffs } from './explicit-trade-offs.ts';

const whole = 'x>y -y$ why';
const four = `a*4@1d ${whole}`;
const edges = `a*3@1d ${whole}; b*2@1d x>y; c*5@2d x>y; d@2d ${whole}`;

test.each([
  ['those that have all parts', `${four}; b@1d x>y`, '', 0.8],
  ['two options and more', `a*4@1d x>y,z -y$ why; b@1d x>y -y$ why`, '', 1],
  ['none of one option', `${four}; b@1d x -y$ why`, '', 0.8],
  ['none that defers nothing', `${four}; b@1d x>y why`, '', 0.8],
  ['none that tells no cost', `${four}; b@1d x>y -y why`, '', 0.8],
  ['a cost of one of two things that are deferred', `${four}; b@1d x>y -y$ -z why`, '', 1],
  ['none without a rationale', `${four}; b@1d x>y -y$`, '', 0.8],
  ['blanks as no rationale', `${four}; b@1d x>y -y$ blank`, '', 0.8],
  ['none that is open', `${four}; open@1d x>y; b@1d ${whole}`, '', 1],
  ['decisions to fund and to prioritise only', `${four}; b:order@1d x>y; c*3:talk@1d x>y`, '', 0.8],
  ['those made as the window opens', edges, '1d..2d', 0.6],
  ['none made as the window closes', edges, '0..2d', 0.6],
  ['none made before the window', edges, '2d..3d', 0.166667],
  ['none made after figures are read', edges, '0..3d at 47h', 0.6],
  ['a correction in place of what it corrects', `${four}; b@1d x>y; c@1d ${whole} fixes=b`, '', 1],
  ['what is only to be corrected', `${four}; b@1d x>y; open@1d ${whole} fixes=b`, '', 0.8],
  ['nothing of four', four, '', null],
  ['nothing where no decision is on record', '', '', null],
  ['each type apart', `a*5:bet@1d ${whole}; b*5:order@1d x>y`, 'by decision-type', { bet: 1, order: 0 }],
  ['each team apart', `a*5/red@1d ${whole}; b*5@1d x>y`, 'by team', { '(none)': 0, red: 1 }],
  ['one capability', `a*5+web@1d ${whole}; b*5@1d x>y`, 'where capability=web', 1],
])('explicit trade-offs count %s', async (_, text, question, share) => {
  expect(await figure(explicitTradeOffs, { records: choices(text) }, question)).toEqual(share);
});

test.each([
  ['options', 'a*3@1d x>y; b*2@1d x', { optionsWeighed: 0.6, deferredNamed: 0, impactTold: 0, rationaleGiven: 0 }],
  ['what is deferred', 'a*3@1d -x; b*2@1d x', { optionsWeighed: 0, deferredNamed: 0.6, impactTold: 0 }],
  ['its cost', 'a*3@1d -x$; b*2@1d -x', { deferredNamed: 1, impactTold: 0.6 }],
  ['the rationale', 'a*3@1d why; b*2@1d blank', { optionsWeighed: 0, rationaleGiven: 0.6 }],
])('beside explicit trade-offs stands the share that has %s', async (_, text, expected) => {
  expect(await beside(explicitTradeOffs, { records: choices(text) })).toMatchObject(expected);
});

test('a type of decisions counts by what it decides and not by its name', async () => {
  const { decisionTypes = [], ...rest } = choices(`a*5@1d ${whole}`);
  const others = decisionTypes.map((type) => ({ ...type, decides: 'other' as const }));
  expect(await figure(explicitTradeOffs, { records: { ...rest, decisionTypes: others } })).toEqual(null);
});
