import { expect, test } from 'vitest';
import { innermost, PlanningPeriod } from './planning-period.ts';

const period = (text: string): PlanningPeriod => {
  const [key = '', from = '', to = ''] = text.split(' ');
  return PlanningPeriod.parse({ key, kind: 'quarter', from: `2026-${from}`, to: `2026-${to}` });
};

test.each([
  ['one after the other', ['a 01-01 04-01', 'b 04-01 07-01'], 'a b'],
  ['those within another', ['h 01-01 07-01', 'a 01-01 04-01', 'b 04-01 07-01'], 'a b'],
  ['the inner of several', ['y 01-01 12-31', 'h 01-01 07-01', 'm 02-01 03-01'], 'm'],
  ['both of two that overlap', ['a 01-01 04-01', 'b 03-01 07-01'], 'a b'],
  ['the first of two with the same days', ['a 01-01 04-01', 'b 01-01 04-01'], 'a'],
])('innermost are %s', (_, periods, keys) => {
  expect(
    innermost(periods.map(period))
      .map(({ key }) => key)
      .join(' '),
  ).toBe(keys);
});
