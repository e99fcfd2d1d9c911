import { expect, test } from 'vitest';
import { figureCalled } from './companion.ts';
import { readingsOf } from './fixtures/readings.ts';
import { wipAge } from './flow/wip-age.ts';

const log = 'A*9 active@0 done@1d; B*3 active@28d; C*3 active@29d12h; Z .@40d';

test('a companion read by itself has the value it has beside its metric, and an interval of its own', async () => {
  const [beside] = await readingsOf(wipAge, log);
  const companion = figureCalled('flow.wip-age/olderThanP85');
  const [alone] = companion ? await readingsOf(companion, log) : [];
  expect(alone).toMatchObject({
    metric: 'flow.wip-age/olderThanP85',
    unit: 'share',
    value: beside?.also.olderThanP85,
    n: 6,
    interval: 'wilson',
    also: {},
  });
  expect(alone?.value).toBe(0.5);
});

test.each([
  ['flow.wip-age', 'flow.wip-age'],
  ['flow.wip-age/nothing', undefined],
  ['flow.nothing', undefined],
  ['flow.nothing/olderThanP85', undefined],
])('%s is called %s', (name, id) => {
  expect(figureCalled(name)?.id).toBe(id);
});
