import { expect, test } from 'vitest';
import { capabilitiesIn } from '../fixtures/capabilities.ts';
import { figure, readingsOf } from '../fixtures/readings.ts';
import { atTarget } from './at-target.ts';

const told = (text: string) => ({ records: capabilitiesIn(text) });

const kinds = 'outcome a*5:cost 20@0<10@9d 15@5d; outcome b*5:revenue 10@0>20@9d 20@5d';

test.each([
  ['what is above its target', 'outcome a*3 10@0>20@9d 21@5d; outcome b*2 10@0>20@9d 19@5d', '', 0.6],
  ['what is just at it', 'outcome a*3 10@0>20@9d 20@5d; outcome b*2 10@0>20@9d 19@5d', '', 0.6],
  ['what is below a target that is lower', 'outcome a*3 20@0<10@9d 9@5d; outcome b*2 20@0<10@9d 11@5d', '', 0.6],
  ['what is just at a lower one', 'outcome a*3 20@0<10@9d 10@5d; outcome b*2 20@0<10@9d 11@5d', '', 0.6],
  ['the last measurement by the end of the window', 'outcome a*5 10@0>20@9d 21@5d 19@9d 22@10d', '0..10d', 0],
  ['measurements after the target', 'outcome a*5 10@0>20@3d 19@2d 21@5d', '', 1],
  ['targets of the day that ends the window', 'outcome a*5 10@0>20@9d 21@5d', '0..10d', 1],
  ['no targets that come later', 'outcome a*5 10@0>20@10d 21@5d', '0..10d', null],
  ['no targets after figures are read', 'outcome a*5 10@0>20@10d 21@5d', '0..30d at 9d', null],
  ['targets that no baseline stands before', 'outcome a*5 ?>20@9d 21@5d', '', 1],
  ['nothing without a target', 'outcome a*5 10@0>? 21@5d', '', null],
  ['nothing without a measurement', 'outcome a*5 10@0>20@9d', '', null],
  ['nothing without a direction', 'outcome a*5 10@0?20@9d 21@5d', '', null],
  ['nothing of four', 'outcome a*4 10@0>20@9d 21@5d', '', null],
  ['each effect apart', kinds, 'by effect', { cost: 0, revenue: 1 }],
  ['one effect', kinds, 'where effect=revenue', 1],
])('outcomes at target count %s', async (_, text, question, share) => {
  expect(await figure(atTarget, told(text), question)).toEqual(share);
});

test('an outcome that is due and was not measured lowers the coverage', async () => {
  const world = told('outcome a*6 10@0>20@9d 13@5d; outcome b*2 10@0>20@9d 22@10d');
  const [reading] = await readingsOf(atTarget, world, '0..10d');
  expect(reading).toMatchObject({ value: 0, n: 6, coverage: 0.75, interval: 'wilson' });
});
