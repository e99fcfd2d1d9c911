import { expect, test } from 'vitest';
import { figure, readingsOf } from '../fixtures/readings.ts';
import { distance } from './distance.ts';

const edges = 'A*5 red ask@0 decide(lead)@1d; B*5 red ask@0 decide(chief)@2d; C*5 red ask(head)@0';

test.each([
  ['steps from the team to the decider', 'A*5 blue ask@0 decide(chief)@1d', '', 2],
  ['a team without a level as on the lowest', 'A*5 red ask@0 decide(chief)@1d', '', 3],
  ['a team that the design does not know as on the lowest', 'A*5 grey ask@0 decide(chief)@1d', '', 3],
  ['a decision below the team as less than nothing', 'A*5 blue ask@0 decide(member)@1d', '', -1],
  ['the team at the end', 'A*5 red ask@0 decide(chief)@1d ./blue@2d', '', 2],
  ['the median of several', 'A*3 red ask@0 decide(lead)@1d; B*2 red ask@0 decide(chief)@1d', '', 1],
  ['those made as the window opens', edges, '1d..2d', 1],
  ['none made as the window closes', edges, '0..2d', 1],
  ['none made before the window', edges, '2d..3d', 3],
  ['none that are open', 'A*5 red ask(head)@0', '', null],
  ['nothing of an empty log', '', '', null],
  [
    'each type apart',
    'A*5:change red ask@0 decide(lead)@1d; B*5 red ask@0 decide(chief)@1d',
    'by decision-type',
    { '(none)': 3, change: 1 },
  ],
  ['each team apart', 'A*5 red ask@0 decide(lead)@1d; B*5 blue ask@0 decide(lead)@1d', 'by team', { blue: 0, red: 1 }],
  [
    'each item type apart',
    'A*5:bug red ask@0 decide(lead)@1d; B*5 red ask@0 decide(chief)@1d',
    'by item-type',
    { '(none)': 3, bug: 1 },
  ],
  ['one capability', 'A*5+web red ask@0 decide(lead)@1d; B*5 red ask@0 decide(chief)@1d', 'where capability=web', 1],
])('distance counts %s', async (_, log, question, levels) => {
  expect(await figure(distance, log, question)).toEqual(levels);
});

test('unknown levels and items without a team lower the coverage', async () => {
  const [reading] = await readingsOf(
    distance,
    'A*5 red ask@0 decide(lead)@1d; B*2 red ask@0 decide@1d; C*3 ask@0 decide(lead)@1d',
  );
  expect(reading).toMatchObject({ value: 1, n: 5, coverage: 0.5 });
});
