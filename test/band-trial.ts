import { expect, test } from 'vitest';
import { Benefit } from '#model/benefit.ts';
import { randomSource } from '#model/statistics/random.ts';
import { cellsOf } from '#value/benefit/cells.ts';
import { curveOf } from '#value/benefit/curve.ts';
import { periods } from '#value/benefit/fixtures/told.ts';
import { realisationOf } from '#value/benefit/realisation.ts';
import { isBand, lifetimeBand } from '#value/benefit/reference-class.ts';
import { normal } from '#value/effect/fixtures/simulated.ts';

const quarters = [...periods.values()].filter(({ kind }) => kind === 'quarter');
const inPlan = 8;

/**
 * Benefits of one kind and class as they come about: plans of two years, begun one after another, too hopeful by a factor of
 * their own; forecasts each half year that see part of that factor; and what came, with chance of its own.
 */
const world = (seed: number): Benefit[] => {
  const next = randomSource(seed);
  return Array.from({ length: 24 }, (_, n) => {
    const begins = next(quarters.length - inPlan - 4) + 2;
    const own = quarters.slice(begins, begins + inPlan);
    const factor = Math.exp(0.35 * normal(next) - 0.2);
    const planned = own.map(() => 1000 + next(4000));
    const profileOf = (from: number, seen: number) =>
      own.slice(from).map(({ key }, index) => ({
        period: key,
        value: ((planned[from + index] ?? 0) * factor ** seen * Math.exp(0.1 * normal(next))).toFixed(2),
      }));
    return Benefit.parse({
      key: `b${n}`,
      kind: 'cost',
      currency: 'EUR',
      plan: { approvedOn: quarters[begins - 1]?.from, profile: profileOf(0, 0) },
      forecasts: [2, 4, 6].map((from) => ({ madeOn: own[from]?.from, profile: profileOf(from, from / 8) })),
      realised: own.map(({ key }, index) => {
        const value = (planned[index] ?? 0) * factor * Math.exp(0.2 * normal(next));
        return { period: key, value: value.toFixed(2) };
      }),
    });
  });
};

type Tally = { asked: number; held: number };

const count = (tally: Tally, low: number, value: number, high: number): void => {
  tally.asked++;
  if (low <= value && value <= high) tally.held++;
};

/** At each quarter's beginning, what is to come is foretold by what is over, and held against what came of it. */
const walked = (benefits: readonly Benefit[], ofPeriods: Tally, ofLives: Tally): void => {
  for (const benefit of benefits) {
    const others = benefits.filter((other) => other !== benefit);
    const came = new Map<string, number>(benefit.realised.map(({ period, value }) => [period, Number(value)]));
    const approvedOn = benefit.plan?.approvedOn ?? '';
    const first = quarters.findIndex(({ from }) => from === approvedOn);
    for (const { from: today } of quarters.slice(first, first + inPlan + 1)) {
      for (const { periods: keys, low, high } of curveOf(benefit, others, periods, today)) {
        if (low !== null && high !== null) count(ofPeriods, low, came.get(keys[0] ?? '') ?? Number.NaN, high);
      }
    }
    const band = lifetimeBand(others, periods, approvedOn);
    const { ofLifetime } = realisationOf(cellsOf(benefit, periods, '2031-12-31'));
    if (isBand(band)) count(ofLives, band.low, ofLifetime ?? Number.NaN, band.high);
  }
};

/**
 * Over so many simulated workspaces, bands of 80 % hold 75 to 85 of a hundred values that came after they were drawn; of few
 * workspaces, whose benefits share their history, by so much more or less.
 */
export const bandsAreHeldAgainstWhatCame = (workspaces: number, slack = 0): void => {
  test(`bands of ${workspaces} workspaces hold what came, walking forward`, () => {
    const [ofPeriods, ofLives]: [Tally, Tally] = [
      { asked: 0, held: 0 },
      { asked: 0, held: 0 },
    ];
    for (let seed = 1; seed <= workspaces; seed++) walked(world(seed), ofPeriods, ofLives);
    for (const { asked, held } of [ofPeriods, ofLives]) {
      expect(asked).toBeGreaterThan(2 * workspaces);
      expect(held / asked, `${held} of ${asked}`).toBeGreaterThanOrEqual(0.75 - slack);
      expect(held / asked, `${held} of ${asked}`).toBeLessThanOrEqual(0.85 + slack);
    }
  }, 1_200_000);
};
