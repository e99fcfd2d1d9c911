import { z } from 'zod';

const asShare = 'a rate as a share of one, such as 0.08 for 8%';

/** From which year on which rate holds; the first year after the beginning is year 1. A rate is a share of a year: 0.035. */
const Step = z.strictObject({ fromYear: z.int().min(1), rate: z.number().gt(-1, asShare).max(1, asShare) });

/** The rates by which money of later years counts less, a step for each change. */
export const DiscountSchedule = z
  .array(Step)
  .min(1, 'at least the rate from year 1 on')
  .check(({ value, issues }) => {
    value.forEach(({ fromYear }, index) => {
      const before = value[index - 1]?.fromYear;
      if (before === undefined ? fromYear === 1 : fromYear > before) return;
      const message = before === undefined ? '1, the first year' : `a year after ${before}, the one before it`;
      issues.push({ code: 'custom', input: fromYear, path: [index, 'fromYear'], message });
    });
  });
export type DiscountSchedule = z.infer<typeof DiscountSchedule>;

/**
 * The social time preference rate of the UK Green Book (HM Treasury), for amounts in real terms: 3.5 % in the years 1 to
 * 30, 3.0 % to 75, 2.5 % after.
 */
export const greenBook: DiscountSchedule = [
  { fromYear: 1, rate: 0.035 },
  { fromYear: 31, rate: 0.03 },
  { fromYear: 76, rate: 0.025 },
];

/** One rate for all years, a schedule that is known by name, or steps. */
export const Discount = z.union(
  [Step.shape.rate, z.literal('green-book'), DiscountSchedule],
  'a rate such as 0.08, the word green-book, or steps from year 1 on',
);
export type Discount = z.infer<typeof Discount>;

export const scheduleOf = (discount: Discount): DiscountSchedule => {
  if (discount === 'green-book') return greenBook;
  return typeof discount === 'number' ? [{ fromYear: 1, rate: discount }] : discount;
};

/**
 * What one unit of money is worth that comes `years` after the beginning: ∏ 1/(1+r) over the years, of a part of a year its
 * power. `years` is not negative.
 */
export const discountFactor = (schedule: DiscountSchedule, years: number): number => {
  const whole = Math.floor(years);
  let factor = 1;
  for (let year = 1; year <= whole; year++) factor /= 1 + rateOf(schedule, year);
  return factor / (1 + rateOf(schedule, whole + 1)) ** (years - whole);
};

const rateOf = (schedule: DiscountSchedule, year: number): number =>
  schedule.findLast(({ fromYear }) => fromYear <= year)?.rate ?? 0;
