import { expect, test } from 'vitest';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { atIntendedLevel } from './at-intended-level.ts';

const edges =
  'A*3:change ask@0 decide(lead)@1d; B*2:change ask@0 decide(chief)@1d; C*5:change ask@0 decide(peer)@2d; D*5:change ask(chief)@0';
const split = 'A*5:change ask@0 decide(lead)@1d; B*3:change ask@0 decide(head)@1d; C*2:change ask@0 decide(member)@1d';

test.each([
  ['what was decided at its level', split, '', 0.5],
  ['another decider of the same level', 'A*5:change ask@0 decide(peer)@1d', '', 1],
  ['those made as the window opens', edges, '1d..2d', 0.6],
  ['none made as the window closes', edges, '0..2d', 0.6],
  ['none made before the window', edges, '2d..3d', 1],
  ['none of unknown level', `${split}; D*5:change ask@0 decide@1d`, '', 0.5],
  ['none without an intended level', `${split}; D*5 ask@0 decide(lead)@1d`, '', 0.5],
  ['nothing of an empty log', '', '', null],
  [
    'each type apart',
    'A*5:change ask@0 decide(lead)@1d; B*5:habit ask@0 decide(lead)@1d',
    'by decision-type',
    { change: 1, habit: 0 },
  ],
  [
    'each team apart',
    'A*5:change red ask@0 decide(lead)@1d; B*5:change blue ask@0 decide(head)@1d',
    'by team',
    { blue: 0, red: 1 },
  ],
  [
    'each item type apart',
    'A*5:change ask@0 decide(lead)@1d; B*5:habit ask@0 decide(lead)@1d',
    'by item-type',
    { change: 1, habit: 0 },
  ],
  [
    'one capability',
    'A*5:change+web ask@0 decide(lead)@1d; B*5:change ask@0 decide(head)@1d',
    'where capability=web',
    1,
  ],
])('decided at the intended level counts %s', async (_, log, question, share) => {
  expect(await figure(atIntendedLevel, log, question)).toEqual(share);
});

test('beside it stand decisions above and below it', async () => {
  expect(await beside(atIntendedLevel, split)).toEqual({ over: 0.3, under: 0.2 });
});

test('decisions of unknown level lower the coverage', async () => {
  const [reading] = await readingsOf(atIntendedLevel, `${split}; D*10:change ask@0 decide@1d`);
  expect(reading).toMatchObject({ n: 10, coverage: 0.5 });
});
