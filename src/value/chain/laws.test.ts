import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedOut, sumOfDecimals, unitsOf } from '#model/decimal.ts';
import { compareDecimals, type Decimal, minorPlaces } from '#model/money.ts';
import { withinReach } from '../finance/within-reach.ts';
import { allocatedSums } from './allocated-sums.ts';
import { allocated } from './allocation.ts';
import { compileChain } from './chain.ts';
import { coverageOf, fundingAmounts } from './coverage.ts';
import { chainModel } from './fixtures/chains.ts';
import { type FundingLine, fundingIn } from './funding.ts';
import { initiativesBefore } from './initiatives-before.ts';
import { stubReasons } from './stubs.ts';
import { type Trace, traceOf } from './trace.ts';
import { Divider, inProportion } from './units.ts';

const columns = ['i', 'p', 'c', 'o', 'b'] as const;
const most = 3;
const cuts = ['', ' from=2026-07-01', ' to=2026-07-01'];

/** How a node's money goes on: up to two receivers, whose shares are at most a whole. */
const goesOn = fc.record({
  to: fc.uniqueArray(fc.integer({ min: 1, max: most }), { maxLength: 2 }),
  share: fc.integer({ min: 0, max: 1_000_000 }),
  grade: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  when: fc.constantFrom(...cuts),
});

const spend = fc.record({
  of: fc.integer({ min: 1, max: most }),
  cents: fc.integer({ min: -100_000, max: 1_000_000 }),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  on: fc.constantFrom('2026-01-01', '2026-12-31'),
});

/** A chain of three of each kind, as a text; benefits feed only those after them. */
const anyChain = fc
  .record({
    spends: fc.array(spend, { minLength: 1, maxLength: 6 }),
    goes: fc.array(goesOn, { minLength: columns.length * most, maxLength: columns.length * most }),
    unmeasured: fc.boolean(),
  })
  .map(({ spends, goes, unmeasured }) => {
    const links = goes.flatMap(({ to, share, grade, when }, place) => {
      const [column, number] = [Math.floor(place / most), (place % most) + 1];
      const next = columns[column + 1];
      const shares = to.length < 2 ? [share] : [Math.floor(share / 2), share - Math.floor(share / 2)];
      return to.flatMap((receiver, index) => {
        if (next === undefined && receiver <= number) return [];
        return `${columns[column]}${number}>${next ?? 'b'}${receiver} ${(shares[index] ?? 0) / 1e6} ${grade}${when}`;
      });
    });
    const lines = spends.map(({ of, cents, currency, on }) => {
      const amount = currency === 'JPY' ? String(cents) : (cents / 100).toFixed(2);
      return `i${of}=${amount} ${currency} ${on}`;
    });
    return [...lines, ...links, ...(unmeasured ? ['b2?'] : [])].join('; ');
  });

const always = { from: '0001-01-01', to: '9999-01-01' };

const worldOf = (text: string) => {
  const model = chainModel(text);
  return { model, chain: compileChain(model), lines: fundingIn(model, 'spend', always).lines };
};

const sameAmount = (a: Decimal, b: Decimal): void => expect(compareDecimals(a, b), `${a} and ${b}`).toBe(0);

const investedIn = (lines: readonly FundingLine[], currency: string): Decimal =>
  sumOfDecimals(lines.filter(({ amount }) => amount.currency === currency).map(({ amount }) => amount.amount));

test('what is traced and what is not are what was invested, to the cent', () => {
  fc.assert(
    fc.property(anyChain, (text) => {
      const { model, chain, lines } = worldOf(text);
      for (const { currency, invested, traced, byGrade, stubs } of coverageOf(chain, model, { days: always, lines })
        .money) {
        sameAmount(invested, investedIn(lines, currency));
        sameAmount(sumOfDecimals([traced, ...Object.values(stubs)]), invested);
        sameAmount(sumOfDecimals(Object.values(byGrade)), traced);
      }
    }),
  );
});

/** What comes to each node is what it passes on and what stays there. */
const isConserved = ({ nodes, steps }: Trace, isAfter: (key: string) => boolean): void => {
  for (const { node, amount, stays } of nodes.filter(({ node: { key } }) => isAfter(key))) {
    const out = steps.filter(({ step }) => step.giver === node).map((each) => each.amount);
    sameAmount(sumOfDecimals([stays, ...out]), amount);
  }
};

test('at every node money is conserved, and the parts of the whole are never more than it', () => {
  fc.assert(
    fc.property(anyChain, (text) => {
      const { chain, lines } = worldOf(text);
      for (const trace of traceOf(chain, 'forward', fundingAmounts(chain, lines))) {
        isConserved(trace, () => true);
        sameAmount(sumOfDecimals([trace.nowhere, ...trace.nodes.map(({ stays }) => stays)]), trace.whole);
      }
    }),
  );
});

test('a trace through a node is what comes to it, from its lines of funding and on to its stubs', () => {
  fc.assert(
    fc.property(anyChain, fc.constantFrom('p1', 'c2', 'o3', 'b2'), (text, key) => {
      const { chain, lines } = worldOf(text);
      const through = chain.nodes.find((node) => node.key === key);
      if (!through) return;
      const all = traceOf(chain, 'forward', fundingAmounts(chain, lines));
      for (const trace of traceOf(chain, 'forward', fundingAmounts(chain, lines), through)) {
        const whole = all.find(({ unit }) => unit === trace.unit);
        sameAmount(trace.whole, whole?.nodes.find(({ node }) => node === through)?.amount ?? '0');
        const began = trace.nodes.filter(({ node }) => node.kind === 'investment').map(({ amount }) => amount);
        sameAmount(sumOfDecimals(began), trace.whole);
        sameAmount(sumOfDecimals(trace.nodes.map(({ stays }) => stays)), trace.whole);
        isConserved(trace, () => true);
      }
    }),
  );
});

test('the parts of a line of money are the line, and the reasons are those of its trace', () => {
  fc.assert(
    fc.property(anyChain, (text) => {
      const { chain, lines } = worldOf(text);
      for (const line of lines) {
        const parts = allocated(chain, [line]);
        sameAmount(sumOfDecimals(parts.map(({ amount }) => amount.amount)), line.amount.amount);
      }
    }),
  );
});

/** Money of some lines by where it goes, in the smallest coins. */
const goes = (parts: readonly (readonly [unknown[], Decimal, string])[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const [to, amount, currency] of parts) {
    const place = JSON.stringify([currency, ...to]);
    sums.set(place, (sums.get(place) ?? 0) + Number(unitsOf(amount, minorPlaces(currency))));
  }
  return sums;
};

test('money of a day that is added up is its lines, to the cent, and goes where its parts go', () => {
  const groupOf = (initiative: string): string => (initiative === 'p1' ? 'first' : 'others');
  fc.assert(
    fc.property(anyChain, (text) => {
      const { chain, lines } = worldOf(text);
      for (const own of Map.groupBy(lines, ({ on }) => on).values()) {
        const sums = allocatedSums(chain, own, groupOf);
        for (const unit of new Set(own.map(({ amount: { currency } }) => currency))) {
          const amounts = sums.filter(({ currency }) => currency === unit).map(({ amount }) => amount);
          sameAmount(sumOfDecimals(amounts), investedIn(own, unit));
        }
        const together = goes(
          sums.map(({ group, capability, reason, amount, currency }) => [
            [group, capability, reason],
            amount,
            currency,
          ]),
        );
        const apart = goes(
          allocated(chain, own).map(({ initiative, capability, reason, amount: { amount, currency } }) => [
            [initiative && groupOf(initiative), capability, reason],
            amount,
            currency,
          ]),
        );
        for (const place of [...together.keys(), ...apart.keys()]) {
          // A cent at each division: of what comes in and of what is credited, by line, initiative and grade.
          const coins = Math.abs((together.get(place) ?? 0) - (apart.get(place) ?? 0));
          expect(coins, place).toBeLessThanOrEqual(4 * (own.length + 10));
        }
      }
    }),
  );
});

test('no measured benefit is a stub, and every other node is', () => {
  const { model, chain } = worldOf('i1>p1; p1>c1; c1>o1; o1>b1; o1>b2; b2?');
  const reasonAt = stubReasons(model);
  expect(chain.nodes.map((node) => reasonAt(node))).toEqual([
    'no-initiative',
    'no-capability',
    'no-outcome',
    'no-benefit',
    undefined,
    'no-measure',
  ]);
});

test('what is divided in proportion adds up, and nobody gets more than all there was of his', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 100 }), fc.constantFrom(1, -1, 1e9), (some, percent, scale) => {
      const sum = some.reduce((all, each) => all + each, 0);
      const units = Math.floor((sum * percent) / 100) * scale || 0;
      const parts = inProportion(
        units,
        some.map((weight) => weight * scale),
      );
      expect(parts.reduce((all, each) => all + each, 0)).toBe(units);
      parts.forEach((part, place) => {
        const exact = sum === 0 ? 0 : (units * (some[place] ?? 0)) / sum;
        expect(Math.abs(part)).toBeLessThanOrEqual(Math.abs((some[place] ?? 0) * scale));
        expect(Math.abs(part - exact)).toBeLessThanOrEqual(1);
        expect(part * scale).toBeGreaterThanOrEqual(0);
      });
    }),
  );
});

test('shares are divided in numbers as they are exactly', () => {
  const shares = fc
    .array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 8 })
    .map((some) => some.map((share) => Math.floor(share / some.length)));
  fc.assert(
    fc.property(shares, fc.oneof(fc.integer({ min: -500, max: 500 }), fc.maxSafeInteger()), (some, units) => {
      const divider = new Divider(8);
      const rest = divider.divide(units, Int32Array.from(some), some.length);
      const exact = sharedOut(BigInt(units), some);
      expect([...divider.parts.subarray(0, some.length), rest]).toEqual([...exact.parts, exact.rest].map(Number));
    }),
  );
});

test('initiatives before a record are those that are walked to from it, each once', () => {
  fc.assert(
    fc.property(anyChain, (text) => {
      const { chain } = worldOf(text);
      const before = initiativesBefore(chain);
      for (const node of chain.nodes) {
        const walked = [...withinReach(node, 'before')].filter((each) => each.kind === 'initiative' && each !== node);
        expect(before(node)).toBe(walked.length);
      }
    }),
  );
});
