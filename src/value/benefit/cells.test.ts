import { expect, test } from 'vitest';
import { cellsOf } from './cells.ts';
import { curveOf } from './curve.ts';
import { periods, told } from './fixtures/told.ts';

const today = '2026-07-15';
const halves = 'realised 26q1=280 26q2=290';

test.each([
  ['the plan, without a forecast', 'plan 26=1200', '1200'],
  ['the forecast of the very periods', 'plan 26=1200; forecast 2026-07-05 26=1100', '1100'],
  ['the last forecast made', 'plan 26=1200; forecast 2026-07-05 26=1100; forecast 2026-07-16 26=9', '1100'],
  [
    'what is realised and what is foreseen of the rest',
    `plan 26=1200; forecast 2026-07-05 26q3=310 26q4=320; ${halves}`,
    '1200',
  ],
  [
    'what is foreseen of what is realised too, by the forecast',
    `plan 26=1200; forecast 2026-07-05 26q2=1 26q3=310 26q4=320; ${halves}`,
    '911',
  ],
  ['the plan where a forecast speaks of a part', 'plan 26=1300; forecast 2026-07-05 26q4=100', '1300'],
  ['the plan where a quarter is missing', `plan 26=1300; forecast 2026-07-05 26q4=320; ${halves}`, '1300'],
  [
    'the plan where what is realised is not over',
    'plan 26=1300; forecast 2026-07-05 26q4=320; realised 26q1=280 26q2=290 26q3=9',
    '1300',
  ],
  ['a forecast where nothing is planned', 'forecast 2026-07-05 26q4=100', '100'],
  ['a forecast where the plan is a draft', 'plan draft 26=1300; forecast 2026-07-05 26q4=100', '100'],
  ['a forecast of what the plan leaves out', 'plan 27=1300; forecast 2026-07-05 26q4=100', '100'],
  ['nothing where nothing speaks of it', 'realised 26q1=5', null],
])('expected of a stretch is %s', (_, line, expected) => {
  expect(cellsOf(told(line), periods, today)[0]?.expected).toBe(expected);
});

/** Ten benefits of which twice the forecast came in its first year, and half of the plan, made in the one before that. */
const similar = Array.from({ length: 10 }, () =>
  told('plan 2024-01-01 25=100; forecast 2025-02-01 25=25; realised 25=50'),
);

test.each([
  ['a forecast that speaks of it', 'plan 2025-06-01 26=1200; forecast 2026-07-05 26=600', 1200],
  ['the plan, where a forecast speaks of a part', 'plan 2025-06-01 26=1200; forecast 2026-07-05 26q4=600', 600],
])('what may come is told by the day of %s', (_, line, low) => {
  expect(curveOf(told(line), similar, periods, today)[0]).toMatchObject({ low, high: low });
});
