import { expect, test } from 'vitest';
import { dueOf, measuredUntil } from './due.ts';
import { periods, told } from './fixtures/told.ts';

const due = (line: string, today: string, more: object = {}) =>
  dueOf(told(line, more), periods, today).map(({ period, state }) => `${period} ${state}`);

test.each([
  ['comes while its days last', 'plan 26q1=1', '2026-03-31', ['26q1 coming']],
  ['is due once they are over', 'plan 26q1=1', '2026-04-01', ['26q1 due']],
  ['is due for a month', 'plan 26q1=1', '2026-05-02', ['26q1 due']],
  ['is overdue then', 'plan 26q1=1', '2026-05-03', ['26q1 overdue']],
  ['is settled by its value', 'plan 26q1=1 26q2=1; realised 26q1=1', '2026-04-01', ['26q2 coming']],
  ['is settled by values of its parts', 'plan 26h1=1; realised 26q1=1 26q2=1', '2026-09-01', []],
  ['is not settled by one part', 'plan 26h1=1; realised 26q1=1', '2026-07-01', ['26h1 due']],
  [
    'is asked for by a forecast',
    'plan 26q1=1; forecast 2026-01-01 26q3=1; realised 26q1=1',
    '2026-04-01',
    ['26q3 coming'],
  ],
  [
    'is asked for by parts where plan and forecast name both',
    'plan 26h1=1; forecast 2026-01-01 26q1=1 26q2=1',
    '2026-01-01',
    ['26q1 coming', '26q2 coming'],
  ],
  ['is asked for by no plan that nobody approved', 'plan draft 26q1=1', '2026-04-01', []],
])('a value %s', (_, line, today, expected) => expect(due(line, today)).toEqual(expected));

test('measuring goes on behind the plan until the day on which it ends', () => {
  const more = { measurementEndsOn: '2026-08-15' };
  expect(due('plan 26q1=1; realised 26q1=1', '2026-04-01', more)).toEqual(['26q2 coming', '26q3 coming']);
});

test('measuring ends before the plan where its end is stated so', () => {
  expect(due('plan 26q1=1 26q2=1 26q3=1', '2026-01-01', { measurementEndsOn: '2026-07-01' })).toEqual([
    '26q1 coming',
    '26q2 coming',
  ]);
});

test.each([
  ['its stated day', 'plan 26q1=1', { measurementEndsOn: '2027-05-01' }, '2027-05-01'],
  ['the last period that is named', 'plan 26q1=1 26q2=1', {}, '2026-07-01'],
  ['no day', 'realised 26q1=1', {}, undefined],
])('a benefit is measured until %s', (_, line, more, until) => {
  expect(measuredUntil(told(line, more), periods, '2026-01-01')).toBe(until);
});
