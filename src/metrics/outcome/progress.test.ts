import { expect, test } from 'vitest';
import { capabilitiesIn } from '../fixtures/capabilities.ts';
import { beside, figure, readingsOf } from '../fixtures/readings.ts';
import { progress } from './progress.ts';

const told = (text: string) => ({ records: capabilitiesIn(text) });

const kinds = 'outcome a*5:cost 20@0<10@20d 15@5d; outcome b*5:revenue 10@0>20@20d 11@5d';

test.each([
  ['the way that is behind', 'outcome a*5 10@0>20@20d 13@5d', '', 0.3],
  ['the way down', 'outcome a*5 20@0<10@20d 13@5d', '', 0.7],
  ['a way beyond the target', 'outcome a*5 20@0<10@20d 5@5d', '', 1.5],
  ['a way back', 'outcome a*5 10@0>20@20d 8@5d', '', -0.2],
  ['the last measurement', 'outcome a*5 10@0>20@20d 13@5d 14@6d', '', 0.4],
  ['the measurement of the day that ends the window', 'outcome a*5 10@0>20@20d 13@5d 14@9d', '0..10d', 0.4],
  ['none of the day after', 'outcome a*5 10@0>20@20d 13@5d 14@10d', '0..10d', 0.3],
  ['none after figures are read', 'outcome a*5 10@0>20@20d 13@5d 14@9d', '0..30d at 8d', 0.3],
  ['measurements before the window', 'outcome a*5 10@0>20@20d 13@5d', '6d..7d', 0.3],
  ['none before the baseline', 'outcome a*5 10@6d>20@20d 13@5d', '', null],
  ['none of the day of the baseline', 'outcome a*5 10@5d>20@20d 13@5d', '', null],
  ['no outcome that begins later', 'outcome a*5 10@0>20@20d 13@5d; outcome b*9 10@10d>20@20d 11@12d', '0..10d', 0.3],
  ['an outcome from the day of its baseline', 'outcome a*5 10@9d>20@20d', '0..10d', null],
  ['nothing without a target', 'outcome a*5 10@0>? 13@5d', '', null],
  ['nothing without a baseline', 'outcome a*5 ?>20@20d 13@5d', '', null],
  ['nothing where there is no way to go', 'outcome a*5 10@0>10@20d 13@5d', '', null],
  ['nothing of four', 'outcome a*4 10@0>20@20d 13@5d', '', null],
  ['nothing without outcomes', '', '', null],
  ['the median', 'outcome a*3 10@0>20@20d 13@5d; outcome b*2 10@0>20@20d 18@5d', '', 0.3],
  ['each effect apart', kinds, 'by effect', { cost: 0.5, revenue: 0.1 }],
  ['one effect', kinds, 'where effect=cost', 0.5],
  ['those of no stated effect', 'outcome a*5 10@0>20@20d 13@5d', 'by effect', { '(none)': 0.3 }],
])('progress to target counts %s', async (_, text, question, share) => {
  expect(await figure(progress, told(text), question)).toEqual(share);
});

test.each([
  ['what is where the line is', 'outcome a*4 10@0>20@20d 12.5@5d; outcome b 10@0>20@20d 12@5d', '', { onCourse: 0.8 }],
  [
    'what is where the line down is',
    'outcome a*4 20@0<10@20d 17.5@5d; outcome b 20@0<10@20d 18@5d',
    '',
    { onCourse: 0.8 },
  ],
  [
    'what is at a target that is over',
    'outcome a*4 10@0>20@3d 20@5d; outcome b 10@0>20@3d 19@5d',
    '',
    { onCourse: 0.8 },
  ],
  ['no course without a direction', 'outcome a*5 10@0?20@20d 13@5d', '', { onCourse: null }],
  ['what nobody measured', 'outcome a*3 10@0>20@20d; outcome b*5 10@0>20@20d 12@5d', '', { unmeasured: 3 }],
  [
    'what nobody measured yet',
    'outcome a*3 10@0>20@20d 12@10d; outcome b*5 10@0>20@20d 12@5d',
    '0..10d',
    { unmeasured: 3 },
  ],
])('beside progress to target stands %s', async (_, text, question, expected) => {
  expect(await beside(progress, told(text), question)).toMatchObject(expected);
});

test('an outcome without a measurement lowers the coverage', async () => {
  const [reading] = await readingsOf(progress, told('outcome a*6 10@0>20@20d 13@5d; outcome b*2 10@0>20@20d'));
  expect(reading).toMatchObject({ value: 0.3, n: 6, coverage: 0.75, grade: 'C' });
});
