import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure, metricIds } from './figure.ts';
import { askOf, beginOf, csvOf, world } from './generate.ts';
import type { OracleInput } from './input.ts';
import { type OracleFacts, oracle } from './oracle.ts';

const runs = { numRuns: 40, seed: 20240331 };

const everything = { from: '2024-01-01T00:00:00Z', until: '2025-06-01T00:00:00Z' };

const readAll = (facts: OracleFacts) => metricIds.map((metric) => figure(facts, { metric, window: everything }));

const backwards = (input: OracleInput): OracleInput => ({
  ...input,
  logs: input.logs.map((log) => ({ ...log, rows: log.rows.toReversed() })),
});

describe('in any world', () => {
  test('every row has one fate', () => {
    fc.assert(
      fc.property(world({ ties: 'hashed' }), (input) => {
        const { fates } = oracle(input);
        expect(fates.accepted + fates.rejected).toBe(fates.total);
        expect(fates.total).toBe(input.logs.reduce((sum, { rows }) => sum + rows.length, 0));
      }),
      runs,
    );
  });

  test('the order of rows in the files means nothing', () => {
    fc.assert(
      fc.property(world({ ties: 'hashed' }), (input) => {
        const byName = (facts: OracleFacts) =>
          facts.items.toSorted((a, b) => (`${a.source} ${a.key}` < `${b.source} ${b.key}` ? -1 : 1));
        expect(byName(oracle(backwards(input)))).toEqual(byName(oracle(input)));
      }),
      runs,
    );
  });

  test('the classes of an item fill its life without a gap', () => {
    fc.assert(
      fc.property(world(), (input) => {
        const facts = oracle(input);
        for (const { segments, created, end } of facts.items) {
          const stop = end ?? facts.asOf;
          expect(segments.reduce((sum, { from, until }) => sum + until - from, 0)).toBe(stop - created);
          for (const [i, segment] of segments.entries()) expect(segment.from).toBe(segments[i - 1]?.until ?? created);
        }
      }),
      runs,
    );
  });

  test('the shares of time sum to one', () => {
    fc.assert(
      fc.property(world(), (input) => {
        const [reading] = figure(oracle(input), { metric: 'flow.time-shares', window: everything });
        if (reading?.value === null || reading === undefined) return;
        const beside = Object.values(reading.also).reduce<number>((sum, share) => sum + (share ?? 0), 0);
        expect(reading.value + beside).toBeCloseTo(1, 9);
      }),
      runs,
    );
  });

  test('every question has an answer, each subject once', () => {
    fc.assert(
      fc.property(world(), fc.infiniteStream(askOf(beginOf(Date.parse('2024-03-27T00:00:00Z')))), (input, asks) => {
        const facts = oracle(input);
        for (const ask of asks.take(15)) {
          const subjects = figure(facts, ask).map(({ subject }) => subject);
          expect(new Set(subjects).size).toBe(subjects.length);
        }
      }),
      runs,
    );
  });
});

test('the worlds give every metric something to read', () => {
  const samples = fc.sample(world(), { numRuns: 80, seed: 7 }).map((input) => readAll(oracle(input)));
  const read = metricIds.map((metric, i) => {
    const known = samples.filter((readings) => (readings[i]?.[0]?.value ?? null) !== null);
    return [metric, known.length] as const;
  });
  expect(read.filter(([, known]) => known < 4)).toEqual([]);
});

test('a log is written as CSV with quotes where they are needed', () => {
  expect(
    csvOf({
      header: ['a', 'b'],
      rows: [
        ['1,5', 'say "so"'],
        ['', 'line\nbreak'],
      ],
    }),
  ).toBe('a,b\n"1,5","say ""so"""\n,"line\nbreak"\n');
});
