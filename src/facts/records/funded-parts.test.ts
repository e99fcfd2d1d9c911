import { expect, test } from 'vitest';
import { type DesignInput, DesignModel } from '#model/design-model.ts';
import { fundedParts } from './funded-parts.ts';

const keys = (letter: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${letter}${n}`);
const days = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
const [lines, works, areas] = [keys('i', 20), keys('p', 10), keys('c', 10)];

const eur = (amount: string) => ({ amount, currency: 'EUR' });

const linked = (givers: readonly string[], receivers: readonly string[], ends: readonly [string, string]) =>
  givers.flatMap((giver) =>
    receivers.map((receiver) => ({
      giver: { [ends[0]]: giver },
      receiver: { [ends[1]]: receiver },
      passes: 0.09,
      grade: 'C' as const,
      rationale: 'r',
    })),
  );

/** Every line of funding pays for every initiative, each of which is for every capability: 111 parts of a line a day. */
const world = (spent: number, more: Partial<DesignInput> = {}): DesignModel =>
  DesignModel.parse({
    teams: [
      { key: 'red', level: 'team' },
      { key: 'blue', level: 'team' },
    ],
    planningPeriods: [
      { key: '2020', kind: 'year', from: '2020-01-01', to: '2021-01-01' },
      { key: 'q1', kind: 'quarter', from: '2020-01-01', to: '2020-04-01' },
    ],
    investments: lines.map((key, n) => ({
      key,
      basis: 'project',
      class: n < 5 ? 'run' : 'grow',
      budget: (n % 2 === 0 ? ['2020', 'q1'] : ['q1']).map((period) => ({ period, amount: eur('10.01') })),
      spend: days(spent).map((on, day) => ({ on, amount: day % 7 === 3 ? eur('-90.07') : eur(`${day + n + 500}.23`) })),
    })),
    initiatives: works.map((key, n) => ({ key, ...(n < 8 ? { team: n < 4 ? 'red' : 'blue' } : {}) })),
    capabilities: areas.map((key) => ({ key, kind: 'it' })),
    chainLinks: [
      ...linked(lines, works, ['investment', 'initiative']),
      ...linked(works, areas, ['initiative', 'capability']),
    ],
    ...more,
  });

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (model: DesignModel, currency = 'EUR'): Row[] => {
  const asOf = Date.parse('2026-01-01');
  const names = Object.keys(fundedParts.columns);
  return fundedParts
    .rows({ designs: [model], model, timeZone: 'UTC', asOf, strategicCut: 2, currency })
    .map((cells) => Object.fromEntries(names.map((name, place) => [name, cells[place]])));
};

const added = (rows: readonly Row[], by: readonly string[]): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    const name = by.map((column) => row[column]).join(' ');
    sums[name] = (sums[name] ?? 0) + Number(row.amount);
  }
  return sums;
};

const many = days(60).length;
const few = 2;
/** What the same days say where they are few enough to be told part by part. */
const until = Date.parse('2020-01-03');
const early = (rows: readonly Row[]): Row[] => rows.filter(({ happened }) => Number(happened) < until);

test('many parts of money are told in sums of the same coins, and few one by one', () => {
  const [one, sums] = [rowsOf(world(few)), early(rowsOf(world(many)))];
  expect(one).toHaveLength(few * lines.length * 111 + (lines.length + lines.length / 2) * 111);
  expect(sums.length).toBeLessThan(one.length / 10);
  const by = ['basis', 'class', 'happened', 'until_at', 'period'];
  expect(added(sums, by)).toEqual(added(one, by));
  const apart = [...by, 'team', 'capability', 'no_initiative', 'no_capability', 'no_outcome'];
  const [parts, totals] = [added(one, apart), added(sums, apart)];
  expect(Object.keys(totals).sort()).toEqual(Object.keys(parts).sort());
  for (const [name, coins] of Object.entries(totals)) {
    expect(Math.abs(coins - (parts[name] ?? 0)), name).toBeLessThan(lines.length * works.length);
  }
});

test('in sums, initiatives that are held against each other keep their name', () => {
  const duplications = [
    { key: 'd', capability: 'c1', initiatives: ['p2', 'p9'], overlap: 0.5, because: 'both sell tickets' },
  ];
  const rows = rowsOf(world(many, { duplications }));
  const named = new Set(rows.map(({ initiative, team }) => [initiative, team].map(String).join(' ')));
  expect([...named].sort()).toEqual(['null (none)', 'null blue', 'null red', 'p2 red', 'p9 (none)']);
});

test('in sums, budgets are told apart by the periods that their line has some of', () => {
  const budgets = rowsOf(world(many)).filter(({ basis }) => basis === 'budget');
  const named = new Set(budgets.map(({ class: kind, period, investment }) => [kind, period, investment].join(' ')));
  expect([...named].sort()).toEqual([
    'grow 2020 (several, as i6)',
    'grow q1 (several, as i5)',
    'grow q1 (several, as i6)',
    'run 2020 (several, as i0)',
    'run q1 (several, as i0)',
    'run q1 (several, as i1)',
  ]);
});

test('in sums, what has no rate has no value', () => {
  const rows = rowsOf(world(many), 'USD');
  expect(new Set(rows.map(({ amount }) => amount))).toEqual(new Set([null]));
  expect(new Set(rows.map(({ capability }) => capability)).size).toBe(areas.length + 1);
});
