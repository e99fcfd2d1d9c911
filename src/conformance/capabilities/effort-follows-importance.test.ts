import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { readIn } from '../fixtures/world.ts';
import { effortFollowsImportance } from './effort-follows-importance.ts';

const strategic = (needs: string, weighs = true): DesignInput => ({
  planningPeriods: [{ key: 'h1', kind: 'half', from: '2026-01-01', to: '2026-07-01' }],
  goals: [{ key: 'a', statement: 'a', weights: weighs ? [{ period: 'h1', weight: 1 }] : [] }],
  capabilities: needs.split(' ').map((word) => ({ key: word.slice(0, -1), kind: 'business' as const })),
  goalCapabilities: needs
    .split(' ')
    .map((word) => ({ goal: 'a', capability: word.slice(0, -1), importance: Number(word.slice(-1)) })),
});

const stages = 'build active; wait queue';
const items =
  'A open capability=pay team=red; B open capability=ops team=red; C open capability=odd team=red; D open team=red';

/** What each item had of the year, and nothing else. */
const read = (visits: string, needs = 'pay2 ops2', window = '2026-01-01..2027-01-01') => {
  const [from = '', until = ''] = window.split('..');
  const span = { from: `${from}T00:00:00Z`, until: `${until}T00:00:00Z` };
  return readIn(effortFollowsImportance, { design: strategic(needs), stages, items, visits }, { window: span });
};

const four = 'A build@red 03-01..03-05; B build@blue 03-01..03-07';

test.each([
  ['days that each capability has up to its due', four, 'pay2 ops2', 0.9],
  ['importance', four, 'pay3 ops1', 0.65],
  ['a day that is split over two items', 'A build@red 03-01..03-05; B build@red 03-01..03-05', 'pay2 ops2', 1],
  ['no day of waiting', `${four}; C wait@red 03-01..05-01`, 'pay2 ops2', 0.9],
  [
    'days of each team apart',
    'A build@red 03-01..03-05; B build@blue 03-01..03-05; B build@green 03-07..03-09',
    'pay2 ops2',
    0.9,
  ],
])('effort follows importance counts %s', async (_, visits, needs, value) => {
  expect((await read(visits, needs)).value).toBeCloseTo(value, 9);
});

test.each([
  ['2026-03-03..2026-03-07', 6, 5 / 6],
  ['2026-03-03..2026-03-06', 5, 0.9],
  ['2026-03-05..2026-03-09', 2, null],
])('of the window %s there are %d days', async (window, n, value) => {
  const found = await read(four, 'pay2 ops2', window);
  expect(found.n).toBe(n);
  if (value === null) expect(found.value).toBeNull();
  else expect(found.value).toBeCloseTo(value, 9);
});

test('work that is not mapped, or of days without weights, lowers the coverage', async () => {
  const found = await read(`${four}; C build@green 03-01..03-06; D build@grey 03-01..03-06`);
  expect(found).toMatchObject({ n: 10, coverage: 0.5, interval: 'complete' });
  expect((await read(`${four}; A build@red 08-01..08-11`)).coverage).toBe(0.5);
});

test('a case says what it has and what it is due, and the order stands beside it', async () => {
  const { examples, details } = await read(four, 'pay1 ops0 web1');
  expect(examples.map(({ object, because }) => `${object}: ${because}`).toSorted()).toEqual([
    'ops: it has 60% of the effort and 0% of the importance',
    'web: it has 0% of the effort and 50% of the importance',
  ]);
  expect(details).toMatchObject({
    capabilities: 3,
    furthest: {
      rows: [
        ['ops', 0, 0.6],
        ['web', 0.5, 0],
        ['pay', 0.5, 0.4],
      ],
    },
  });
});

test('without a weight nothing is designed', async () => {
  const found = await readIn(effortFollowsImportance, {
    design: strategic('pay2', false),
    stages,
    items,
    visits: four,
  });
  expect(found.status).toBe('not-designed');
});
