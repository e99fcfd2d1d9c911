import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileOutcome } from '#api/record-files.ts';
import { sumOfDecimals } from '#model/decimal.ts';
import { recordKinds } from '#model/records.ts';
import { dataFile, Scratch, within } from './example.ts';
import { bodiesOf, takeIn } from './record-files.ts';

const scratch = new Scratch();
const folder = scratch.example('us-federal-it');
const of2013 = ['Summary_of_Funding.csv', 'Projects.csv', 'CIO_Evaluation_History.csv', 'Performance_Metrics.csv'];
const of2016 = ['Life_Cycle_Costs.csv', 'Projects.csv', 'Performance_Metrics.csv'];
const outcomes: Record<string, readonly FileOutcome[]> = {};
let initiatives2013: readonly Readonly<Record<string, unknown>>[];

beforeAll(async () => {
  dataFile('us-it-dashboard');
  await within(folder, async (room) => {
    const take = (year: string, names: readonly string[]) =>
      takeIn(
        room,
        names.map((name) => ['us-it-dashboard', year, name]),
        `budgetYear: ${year}`,
      );
    outcomes[2013] = await take('2013', of2013);
    initiatives2013 = await bodiesOf(room, 'initiative');
    outcomes[2016] = await take('2016', of2016);
  });
}, 600_000);
afterAll(() => scratch[Symbol.dispose]());

const outcome = (year: number, name: string): FileOutcome => {
  const found = outcomes[year]?.find((each) => each.name === name);
  if (!found) throw new Error(`${name} of ${year} was not taken in`);
  return found;
};

const times = (year: number, remark: RegExp): number | undefined =>
  outcome(year, 'Projects.csv').remarks.find(({ what }) => remark.test(what))?.count;

test.each([
  [2013, 'Summary_of_Funding.csv', 736],
  [2013, 'Projects.csv', 2_468],
  [2013, 'CIO_Evaluation_History.csv', 8_009],
  [2013, 'Performance_Metrics.csv', 3_987],
  [2016, 'Life_Cycle_Costs.csv', 738],
  [2016, 'Projects.csv', 4_309],
  [2016, 'Performance_Metrics.csv', 5_493],
])('every row of %d %s is taken in', (year, name, total) => {
  expect(outcome(year, name).rows).toEqual({ total, accepted: total, rejected: 0 });
});

test('planned and projected costs of 2013 tie to the file, and 17 actual costs of 0 are not known', () => {
  expect(outcome(2013, 'Projects.csv').ties).toMatchObject([
    { file: '50346.979707', taken: '50346.979707', rows: 2_468, rest: [] },
    { file: '51943.364072', taken: '51943.364072', rows: 2_468, rest: [{ rows: 17 }] },
    { file: '-1596.384365', taken: '-1596.384365', rows: 2_468, rest: [] },
  ]);
  expect(times(2013, /taken as not known/u)).toBe(17);
});

test('so do the records: planned of all projects, at completion of all but 17', () => {
  const read = initiatives2013.map((body) => recordKinds.initiative.schema.parse(body));
  const sum = (amounts: readonly ({ readonly amount: string } | undefined)[]) => {
    const known = amounts.flatMap((money) => money?.amount ?? []);
    return [sumOfDecimals(known), known.length];
  };
  expect(sum(read.map(({ plannedCost }) => plannedCost))).toEqual(['50346979707', 2_468]);
  expect(sum(read.map(({ costAtCompletion }) => costAtCompletion))).toEqual(['51943364072', 2_451]);
});

test.each([
  [2013, 'late', /^late/u, 684],
  [2016, 'late', /^late/u, 1_261],
  [2016, 'over cost', /^over cost/u, 891],
])('by what the dashboard states of %d, so many projects are %s', (year, _, remark, count) => {
  expect(times(year, remark)).toBe(count);
});

test('736 investments were rated; on one day the lower rating first, as the reference has it, 612 went down and 643 up', async () => {
  const decisions = (await within(folder, (room) => bodiesOf(room, 'decision'))).map((body) =>
    recordKinds.decision.schema.parse(body),
  );
  const rated = Map.groupBy(
    decisions.filter(({ type }) => type === 'cio-evaluation'),
    ({ subject }) => subject?.investment ?? '',
  );
  expect(rated.size).toBe(736);
  const moves = (order: (decision: (typeof decisions)[number]) => string) => {
    const steps = [...rated.values()].flatMap((ratings) => {
      const sorted = ratings.toSorted((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b))));
      return sorted.slice(1).map(({ outcome: to }, index) => Number(to) - Number(sorted[index]?.outcome));
    });
    return { down: steps.filter((step) => step < 0).length, up: steps.filter((step) => step > 0).length };
  };
  const newYork = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short' });
  const dayOf = (instant: string): string => newYork.format(new Date(instant));
  expect(moves(({ raisedAt, outcome: value = '' }) => `${dayOf(raisedAt)} ${value}`)).toEqual({ down: 612, up: 643 });
  // By the time of the day, as the ratings were in truth made, there are fewer moves.
  expect(moves(({ raisedAt }) => raisedAt)).toEqual({ down: 615, up: 635 });
});

test('money of four fiscal years stands beside what was spent in two, whichever table came first', async () => {
  const investments = (await within(folder, (room) => bodiesOf(room, 'investment'))).map((body) =>
    recordKinds.investment.schema.parse(body),
  );
  const periods = new Set(investments.flatMap(({ budget }) => budget.map(({ period }) => String(period))));
  expect([...periods].sort()).toEqual(['us-fy-2012', 'us-fy-2013', 'us-fy-2015', 'us-fy-2016']);
  const spent = (on: string) =>
    sumOfDecimals(
      investments.flatMap(({ spend }) => spend.filter((each) => each.on === on).map((each) => each.amount.amount)),
    );
  expect([spent('2011-09-30'), spent('2013-09-30'), spent('2014-09-30')]).toEqual(['38842437164', '0', '39946492919']);
});
