import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Urgency } from '#model/urgency.ts';
import { type Ahead, costOfDelay } from './cost-of-delay.ts';

/** `constant`, `deadline 2026-10-01`, `decaying 6`. */
const urgency = (text: string): Urgency => {
  const [profile, what] = text.split(' ');
  return Urgency.parse({
    profile,
    ...(profile === 'deadline' ? { deadline: what } : {}),
    ...(profile === 'decaying' ? { halvesInMonths: Number(what) } : {}),
  });
};

/** Amounts still to come, disbenefits below nought, and what a month has of each. */
type Coming = readonly (readonly [amount: number, monthly: number])[];

const coming = (each: Coming): Pick<Ahead, 'gain' | 'passedBy'> => {
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const passed = (months: number) =>
    each.map(([amount, monthly]) => Math.sign(amount) * Math.min(Math.abs(amount), monthly * months));
  const size = (numbers: readonly number[]) => sum(numbers.map(Math.abs));
  const amounts = each.map(([amount]) => amount);
  return {
    gain: sum(amounts),
    passedBy: (months) => ({ gain: sum(passed(months)), share: size(passed(months)) / size(amounts) }),
  };
};

const usual = { ...coming([[120, 10]]), cost: 30, isPriced: true, ready: '2026-09-01', today: '2026-06-01', places: 2 };

const delay = (text: string, ahead: Partial<Ahead> = {}) => costOfDelay({ ...usual, urgency: urgency(text), ...ahead });

test('where some of it has no rate nothing is told, and not that waiting saves', () => {
  expect(delay('constant', { isPriced: false, cost: 500 })).toMatchObject({
    perMonth: { value: null, missing: 'some of what is still to come, or to be spent, has no rate' },
    losses: [],
    isWorthLess: false,
    perMonthOfWork: { value: null },
  });
});

test.each([
  ['by the month, and never more than there is', 'constant', ['10.00', '30.00', '60.00', '120.00']],
  ['not until the deadline', 'deadline 2026-12-01', ['0.00', '0.00', '120.00', '120.00']],
  ['at once, where it is late already', 'deadline 2026-08-01', ['120.00', '120.00', '120.00', '120.00']],
  ['by halves', 'decaying 6', ['13.09', '35.15', '60.00', '90.00']],
])('value is lost %s', (_, text, losses) => {
  const { losses: lost, perMonth } = delay(text);
  expect(lost.map((each) => each.lost)).toEqual(losses);
  expect(perMonth.value).toBe(losses[0]);
});

test('a month after the last of January is the last of February', () => {
  const loses = (deadline: string) => delay(`deadline ${deadline}`, { ready: '2027-01-31' }).perMonth.value;
  expect([loses('2027-02-28'), loses('2027-02-27')]).toEqual(['0.00', '120.00']);
});

test('work that brings less than it takes is the better for waiting, and is not ranked', () => {
  const { perMonth, perMonthOfWork, isWorthLess } = delay('constant', { cost: 180 });
  expect([perMonth.value, perMonthOfWork.value, isWorthLess]).toEqual(['-5.00', null, true]);
});

test('delay never saves more of a disbenefit than there is of it', () => {
  const lost = (each: Coming, cost: number) => delay('constant', { ...coming(each), cost }).losses.map((of) => of.lost);
  const [brought, taken] = [[100, 10] as const, [-90, 90] as const];
  expect(lost([brought, taken], 0)).toEqual(['-80.00', '-60.00', '-30.00', '10.00']);
  expect(lost([brought, taken], 19)).toEqual(['-90.00', '-72.00', '-45.00', '-9.00']);
});

test('work that brings what it takes is not worth less', () => {
  expect(delay('constant', { cost: 120 }).isWorthLess).toBe(false);
});

test.each([
  ['constant', {}, '3.31', undefined],
  ['constant', { ready: undefined }, null, 'no end is planned'],
  ['constant', { ready: '2026-06-01' }, null, 'its planned end is over since 2026-06-01'],
  ['deadline 2026-10-01', { ready: undefined }, null, 'no end is planned to hold against its deadline'],
  ['constant', coming([]), null, 'no benefit in money is still to come of it'],
])('%s, with %j, loses by each month of work %s', (text, ahead, value, missing) => {
  expect(delay(text, ahead).perMonthOfWork).toEqual(missing === undefined ? { value } : { value, missing });
});

test('nothing is lost without delay to come, and longer delay never costs less', () => {
  const profile = fc.oneof(
    fc.constant('constant'),
    fc.integer({ min: 1, max: 9 }).map((month) => `deadline 2026-0${month}-15`),
    fc.integer({ min: 1, max: 48 }).map((months) => `decaying ${months}`),
  );
  fc.assert(
    fc.property(
      profile,
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 1, max: 50 }),
      (text, gain, monthlyGain) => {
        const lost = delay(text, { ...coming([[gain, monthlyGain]]), cost: 0 }).losses.map((each) => Number(each.lost));
        expect(lost).toEqual(lost.toSorted((a, b) => a - b));
        expect(Math.max(...lost)).toBeLessThanOrEqual(gain);
      },
    ),
  );
});
