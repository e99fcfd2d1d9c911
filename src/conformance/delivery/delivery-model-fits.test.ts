import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { readIn, told } from '../fixtures/world.ts';
import { deliveryModelFits } from './delivery-model-fits.ts';

type Model = 'product' | 'project' | 'platform' | 'service';
const declared = (model: Model): DesignInput => ({
  deliveryModels: [{ key: 'm', team: 'red', model, reason: 'so it is' }],
});

/** Items of red, three a week for ten weeks, or all of them in the first week; the first `dated` of them with a promise. */
const work = (arrival: 'steady' | 'burst', dated: number, n = 30): string =>
  Array.from({ length: n }, (_, index) => {
    const day = arrival === 'steady' ? Math.floor((index * 70) / n) : 0;
    const start = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    return `I${index} open team=red started=${start}${index < dated ? ' promised=12-31' : ''}`;
  }).join(';');

/** So many items of red in each week. */
const weekly = (...counts: number[]): string =>
  counts
    .flatMap((n, week) => {
      const start = new Date(Date.UTC(2026, 0, 1 + 7 * week)).toISOString().slice(0, 10);
      return Array.from({ length: n }, (_, index) => `W${week}-${index} open team=red started=${start}`);
    })
    .join(';');
const tenWeeks = { window: { from: '2026-01-01T00:00:00Z', until: '2026-03-12T00:00:00Z' } };

test.each([
  ['a product with steady work and few dates', 'product', work('steady', 14), '30/30'],
  ['no product with dates on half of its items', 'product', work('steady', 15), '0/30'],
  ['no product whose work comes in bursts', 'product', work('burst', 1), '0/30'],
  ['a project with dates on half of its items', 'project', work('burst', 15), '30/30'],
  ['no project without dates', 'project', work('burst', 14), '0/30'],
  ['a platform like a product', 'platform', work('steady', 14), '30/30'],
  ['a service with steady work, dated or not', 'service', work('steady', 30), '30/30'],
  ['no service whose work comes in bursts', 'service', work('burst', 0), '0/30'],
  [
    'nothing of a product in a log without any date',
    'product',
    work('steady', 0),
    'not-enough-data: none of 1 rows can be held against the design',
  ],
  [
    'nothing of a product in a log where nearly every item has a date',
    'product',
    work('steady', 27),
    'not-enough-data: none of 1 rows can be held against the design',
  ],
  ['no product in a log where some items have none', 'product', work('steady', 26), '0/30'],
  ['a service whose few items arrive by chance', 'service', weekly(6, 0, 4, 0, 5, 0, 1, 4, 0, 1), '21/21'],
  ['no service whose items come in two heaps', 'service', weekly(10, 0, 0, 0, 0, 10, 0, 0, 0, 1), '0/21'],
  ['a service in a log without any date', 'service', work('steady', 0), '30/30'],
  [
    'nothing of nineteen items',
    'service',
    work('steady', 0, 19),
    'not-enough-data: none of 1 rows can be held against the design',
  ],
] satisfies [string, Model, string, string][])('work fits %s', async (_, model, items, expected) => {
  expect(told(await readIn(deliveryModelFits, { design: declared(model), items }, tenWeeks))).toBe(expected);
});

test('less than eight weeks are too short to tell', async () => {
  const window = { from: '2026-01-01T00:00:00Z', until: '2026-02-19T00:00:00Z' };
  const result = await readIn(
    deliveryModelFits,
    { design: declared('service'), items: work('steady', 0, 60) },
    { window },
  );
  expect(result.status).toBe('not-enough-data');
});

test('a case says what the work looks like', async () => {
  const { examples } = await readIn(
    deliveryModelFits,
    { design: declared('product'), items: work('steady', 20) },
    tenWeeks,
  );
  expect(examples[0]).toMatchObject({ object: 'team red' });
  expect(examples[0]?.because).toMatch(/^declared as product, but 67 % of its items have a promised date/);
});

test('without a declared model nothing is designed', async () => {
  expect((await readIn(deliveryModelFits, { design: {}, items: work('steady', 0) })).status).toBe('not-designed');
});
