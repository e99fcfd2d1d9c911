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
const heaps = weekly(10, 0, 0, 0, 0, 10, 0, 0, 0, 1);
/** Twice the variance that chance alone would make, and so just steady. */
const justSteady = weekly(8, 5, 2, 2, 1, 1, 1);
/** The same with a promise for the first of them, so that the log tells of dates. */
const dated = (items: string): string => items.replace(';', ' promised=12-31;');
const inOneWeek = Array.from({ length: 20 }, (_, index) => `I${index} open team=red started=01-0${1 + (index % 5)}`);

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
    'not-enough-data: nothing that declares a model has 20 items and 8 weeks, in a log in which dates tell its items apart',
  ],
  [
    'nothing of a product in a log where nearly every item has a date',
    'product',
    work('steady', 27),
    'not-enough-data: nothing that declares a model has 20 items and 8 weeks, in a log in which dates tell its items apart',
  ],
  ['no product in a log where some items have none', 'product', work('steady', 26), '0/30'],
  ['a service whose few items arrive by chance', 'service', weekly(6, 0, 4, 0, 5, 0, 1, 4, 0, 1), '21/21'],
  ['no service whose items come in two heaps', 'service', heaps, '0/21'],
  ['a service that is just steady', 'service', justSteady, '20/20'],
  ['a product that is just steady', 'product', dated(justSteady), '20/20'],
  ['no product whose items come in two heaps', 'product', dated(heaps), '0/21'],
  ['no service whose items come on the days of one week', 'service', inOneWeek.join(';'), '0/20'],
  ['twenty items', 'service', work('steady', 0, 20), '20/20'],
  [
    'no items around the window',
    'service',
    `${work('steady', 0)}; X open team=red started=2025-12-31; Y open team=red started=03-12`,
    '30/30',
  ],
  ['a service in a log without any date', 'service', work('steady', 0), '30/30'],
  [
    'nothing of nineteen items',
    'service',
    work('steady', 0, 19),
    'not-enough-data: nothing that declares a model has 20 items and 8 weeks, in a log in which dates tell its items apart',
  ],
] satisfies [string, Model, string, string][])('work fits %s', async (_, model, items, expected) => {
  expect(told(await readIn(deliveryModelFits, { design: declared(model), items }, tenWeeks))).toBe(expected);
});

test.each([
  ['eight weeks are enough', '2026-02-26', '01-01', 'read'],
  ['seven are not', '2026-02-19', '01-01', 'not-enough-data'],
  ['seven are not, of ten', '2026-03-12', '01-22', 'not-enough-data'],
])('to tell how work arrives %s', async (_, end, first, expected) => {
  const window = { from: '2026-01-01T00:00:00Z', until: `${end}T00:00:00Z` };
  const begins = Date.parse(`2026-${first}`);
  const items = Array.from({ length: 60 }, (__, index) => {
    const start = new Date(begins + Math.floor(index / 2) * 86_400_000).toISOString().slice(0, 10);
    return `I${index} open team=red started=${start}`;
  });
  const world = { design: declared('service'), items: items.join(';') };
  expect((await readIn(deliveryModelFits, world, { window })).status).toBe(expected);
});

test.each([
  [
    'dates',
    work('steady', 26),
    '2026-03-09T00:00:00.000Z',
    'declared as product, but 87% of its items have a promised date and weekly arrivals vary by 0% of their mean',
  ],
  ['none', heaps, '2026-03-05T00:00:00.000Z', 'declared as service, but weekly arrivals vary by 176% of their mean'],
])('a case says what the work looks like in a log of %s', async (_, items, at, because) => {
  const design = declared(because.includes('product') ? 'product' : 'service');
  const { examples } = await readIn(deliveryModelFits, { design, items }, tenWeeks);
  expect(examples).toMatchObject([{ object: 'team red', at, because }]);
});

test.each([
  ['a team, under the name it may be shown by', { team: 'red' }, 'team Team 1'],
  ['a capability', { capability: 'pay' }, 'capability pay'],
  ['an initiative', { initiative: 'pay' }, 'initiative pay'],
])('the work of %s is held against its model, and no other work', async (_, whose, object) => {
  const [[column, key] = []] = Object.entries(whose);
  const others = ['team=blue', 'team=pay', 'capability=other', 'capability=pay', 'initiative=other', 'initiative=pay'];
  const besides = others
    .filter((other) => other !== `${column}=${key}`)
    .map((other, no) => `O${no} open started=01-01 ${other}`);
  const deliveryModels = [{ key: 'm', ...whose, model: 'service' as const, reason: 'so it is' }];
  const world = {
    design: { deliveryModels },
    items: [heaps.replaceAll('team=red', `${column}=${key}`), ...besides].join(';'),
  };
  const { n, examples } = await readIn(deliveryModelFits, world, { ...tenWeeks, shownTeam: () => 'Team 1' });
  expect([n, examples.map((one) => one.object)]).toEqual([21, [object]]);
});

test('signatures are listed, most items first', async () => {
  const deliveryModels = ['red', 'blue'].map((team) => ({ key: team, team, model: 'service' as const, reason: 'so' }));
  const handed = ['W0-0', 'W0-1', 'W5-0', 'W9-0'].map((item) => `${item} open`);
  const red = handed.reduce((items, item) => items.replace(item, `${item} handoffs=1`), heaps);
  const items = `${red.replace('W0-2 open', 'W0-2 open person_handoffs=1')}; ${work('steady', 3).replaceAll('red', 'blue')}`;
  const { details } = await readIn(deliveryModelFits, { design: { deliveryModels }, items }, tenWeeks);
  expect(details).toMatchObject({
    signatures: {
      rows: [
        ['team blue', 'service', 30, 0.1, 0, 0],
        ['team red', 'service', 21, 0, expect.closeTo(4 / 21, 9), expect.closeTo(Math.sqrt(13.59) / 2.1, 9)],
      ],
    },
  });
});

test('items belong to the model that was declared when they started', async () => {
  const change = '2026-04-02';
  const designs: DesignInput[] = [
    { ...declared('service'), design: { key: 'old', status: 'in-force', to: change } },
    { ...declared('service'), design: { key: 'new', status: 'in-force', from: change } },
  ];
  const counts = [...Array.from({ length: 13 }, () => 2), ...Array.from({ length: 13 }, () => 3)];
  const { details } = await readIn(deliveryModelFits, { designs, items: weekly(...counts) });
  const { rows } = details.signatures as { readonly rows: readonly (readonly unknown[])[] };
  expect(rows.map((row) => row[2])).toEqual([39, 26]);
});

test('without a declared model nothing is designed', async () => {
  expect((await readIn(deliveryModelFits, { design: {}, items: work('steady', 0) })).status).toBe('not-designed');
});
