import { expect, test } from 'vitest';
import { cellsOf } from './cells.ts';
import { periods, told } from './fixtures/told.ts';
import { outlookOf } from './outlook.ts';
import { shortfallOf } from './shortfall.ts';

const today = '2026-11-01';
const short = (line: string, more: object = {}) => {
  const benefit = told(line, more);
  return shortfallOf(benefit, cellsOf(benefit, periods, today), today);
};

const noted = (notedOn: string, due = '2027-01-01', measuredEffect?: number) => ({
  shortfalls: [{ notedOn, cause: 'late', action: { what: 'train', owner: 'owner', due, measuredEffect } }],
});
const plan = 'plan 26q1=100 26q2=100 26q3=100;';

test.each([
  ['none at the plan', 'realised 26q1=100', null],
  ['none within what measuring can tell', 'realised 26q1=95', null],
  ['what is missing', 'realised 26q1=94', { since: '2026-04-01', rate: 0.94, amount: '6' }],
  ['since it began', 'realised 26q1=100 26q2=70 26q3=60', { since: '2026-07-01', amount: '70' }],
  ['none that was made good', 'realised 26q1=50 26q2=150', null],
  ['the one that began last', 'realised 26q1=50 26q2=150 26q3=10', { since: '2026-10-01', amount: '90' }],
  ['none of what was not measured', 'realised 26q1=100', null],
])('a shortfall is %s', (_, realised, expected) => {
  if (expected === null) expect(short(`${plan} ${realised}`)).toBeNull();
  else expect(short(`${plan} ${realised}`)).toMatchObject(expected);
});

test.each([
  ['more is lost than was planned', 'realised 26q1=110', '10'],
  ['less is lost than was planned', 'realised 26q1=80', undefined],
])('of a disbenefit there is one where %s', (_, realised, amount) => {
  expect(short(`${plan} ${realised}`, { disbenefit: true })?.amount).toBe(amount);
});

test.each([
  ['without a word', {}, 'unexplained'],
  ['with a note of an earlier one', noted('2026-03-31'), 'unexplained'],
  ['with a cause and an action', noted('2026-04-01'), 'in-hand'],
  ['with a note of a later day', noted('2026-11-02'), 'unexplained'],
  ['with an action whose day is past', noted('2026-04-01', '2026-10-31'), 'action-overdue'],
  ['with an action that showed its effect', noted('2026-04-01', '2026-10-31', 3), 'in-hand'],
])('a shortfall %s is so', (_, more, state) => {
  expect(short(`${plan} realised 26q1=10`, more)?.state).toBe(state);
});

test.each([
  ['what came and what is to come', 'realised 26q1=90 26q2=80 26q3=70; forecast 2026-10-01 26q4=40', '280', '0'],
  ['what was planned of what nobody measured', 'realised 26q1=90', '290', '200'],
  ['the forecast of what nobody measured', 'forecast 2026-10-01 26q2=50; realised 26q1=90', '240', '150'],
])('the outlook is %s', (_, line, total, unmeasured) => {
  expect(outlookOf(cellsOf(told(`${plan} ${line}`), periods, today))).toEqual({ total, unmeasured });
});

test('without plan, forecast or value there is no outlook', () => {
  expect(outlookOf(cellsOf(told(''), periods, today))).toBeNull();
});
