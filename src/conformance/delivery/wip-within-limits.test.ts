import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { readIn, told } from '../fixtures/world.ts';
import { wipWithinLimits } from './wip-within-limits.ts';

const limited = (wipLimit: number, appliesTo: { itemType?: string; source?: string }[] = []): DesignInput => ({
  workflows: [
    {
      key: 'flow',
      stages: [
        { key: 'build', kind: 'active', wipLimit },
        { key: 'wait', kind: 'queue' },
      ],
      appliesTo,
    },
  ],
});
/** The first ten days of March: the log begins on the first, so ten days are over by the eleventh. */
const march = { window: { from: '2026-03-01T00:00:00Z', until: '2026-03-11T00:00:00Z' } };

test.each([
  ['a day at the limit', 'A build@red 03-01..03-11', '10/10'],
  ['no day above it', 'A build@red 03-01..; B build@red 03-04..', '3/10'],
  [
    'an item that came and went within a day for none',
    'A build@red 03-01..; B build@red 03-04T08:00..03-04T17:00',
    '10/10',
  ],
  ['an item that left at midnight for the day before', 'A build@red 03-01..; B build@red 03-04T08:00..03-05', '9/10'],
  ['an item that came at midnight for the day that begins', 'A build@red 03-01..; B build@red 03-10..', '9/10'],
  ['an item that was there before the window', 'A build@red 03-01..; B build@red 2025-12-01..03-03', '8/10'],
  ['no other stage', 'A build@red 03-01..; B wait@red 03-01..', '10/10'],
  ['an item handed to another team once', 'A build@red 03-01..03-05; A build@blue 03-05..', '10/10'],
  ['an item that leaves as one', 'A build@red 03-01..; B build@red 03-01..; C build@red 03-01..03-05', '0/10'],
  ['no day that is over as the log begins', 'A build@red 03-05..', '6/6'],
  ['no day before the log begins', 'A build@red 03-05T12:00..', '6/6'],
])('days within the limit count %s', async (_, visits, expected) => {
  expect(told(await readIn(wipWithinLimits, { design: limited(1), visits }, march))).toBe(expected);
});

test.each([
  ['of the types a workflow applies to', limited(1, [{ itemType: 'bug' }]), '10/10'],
  ['of all sources of a workflow together', limited(1), '0/10'],
  ['of its own source', limited(1, [{ source: 'log' }]), '10/10'],
])('items are counted %s', async (_, design, expected) => {
  const items = 'A open type=bug; other/B open';
  const visits = 'A build@red 03-01..; other/B build@red 03-01..';
  expect(told(await readIn(wipWithinLimits, { design, items, visits }, march))).toBe(expected);
});

test('items of two workflows are held against the limit of their own', async () => {
  const flow = (key: string, wipLimit: number) => ({
    key,
    stages: [{ key: 'build', kind: 'active' as const, wipLimit }],
    appliesTo: [{ itemType: key }],
  });
  const world = {
    design: { workflows: [flow('bug', 1), flow('task', 2)] },
    items: 'A open type=bug; B open type=task',
    visits: 'A build@red 03-01..; B build@red 03-01..',
  };
  expect(told(await readIn(wipWithinLimits, world, march))).toBe('20/20');
});

test('a day belongs to the period that it ends in, or with', async () => {
  const visits = 'A build@red 01-01..; B build@red 07-10..07-15; C build@red 10-10..10-30';
  const { trend } = await readIn(wipWithinLimits, { design: limited(1), visits });
  expect(trend).toMatchObject({ lastPeriod: { value: 87 / 92, n: 92 }, thisPeriod: { value: 71 / 91, n: 91 } });
});

test('days are those of the zone, also when clocks change', async () => {
  const window = { from: '2026-03-27T23:00:00Z', until: '2026-04-02T22:00:00Z' };
  const visits = 'A build@red 03-01..; B build@red 03-29T21:59..03-29T22:00; C build@red 03-30T22:00..03-31T21:59';
  const { broke } = await readIn(
    wipWithinLimits,
    { design: limited(1), visits },
    { window, timeZone: 'Europe/Berlin' },
  );
  expect(broke).toBe(1);
});

test('each day has the limit of its own design', async () => {
  const designs: DesignInput[] = [
    { ...limited(1), design: { key: 'old', status: 'in-force', to: '2026-03-06' } },
    { ...limited(2), design: { key: 'new', status: 'in-force', from: '2026-03-06' } },
  ];
  expect(
    told(await readIn(wipWithinLimits, { designs, visits: 'A build@red 03-01..; B build@red 03-01..' }, march)),
  ).toBe('5/10');
});

test('the days after the last row are not counted', async () => {
  const world = { design: limited(1), visits: 'A build@red 03-01..', asOf: '03-07T10:00' };
  expect(told(await readIn(wipWithinLimits, world, march))).toBe('6/6');
});

test('no limit is not designed, and the excess stands beside the share', async () => {
  const unlimited: DesignInput = { workflows: [{ key: 'flow', stages: [{ key: 'build', kind: 'active' }] }] };
  expect((await readIn(wipWithinLimits, { design: unlimited })).status).toBe('not-designed');
  const visits = 'A build@red 03-01..; B build@red 03-01..03-06; C build@red 03-01..03-06';
  const result = await readIn(wipWithinLimits, { design: limited(1), visits }, march);
  expect(result).toMatchObject({
    value: 0.5,
    interval: 'complete',
    lower: 0.5,
    details: { overShare: 0.5, meanExcess: 2 },
  });
  expect(result.examples[0]).toMatchObject({
    object: 'stage build',
    because: '3 items at the end of the day, the limit is 1',
  });
});

test('stages are listed with their excess, the one that is over most first', async () => {
  const stages = [
    { key: 'build', kind: 'active' as const, wipLimit: 1 },
    { key: 'wait', kind: 'queue' as const, wipLimit: 2 },
    { key: 'check', kind: 'active' as const, wipLimit: 9 },
  ];
  const unlimited = { key: 'other', stages: [{ key: 'rest', kind: 'active' as const }] };
  const visits = [
    'A build@red 03-01..; B build@red 03-01..03-06; C build@red 03-01..03-06',
    'D wait@red 03-01..03-03; E wait@red 03-01..03-03; F wait@red 03-01..03-03',
  ];
  const design: DesignInput = { workflows: [{ key: 'flow', stages }, unlimited] };
  const { details, examples } = await readIn(wipWithinLimits, { design, visits: visits.join(';') }, march);
  expect(examples[0]).toMatchObject({ at: '2026-03-05T23:59:59.999Z' });
  expect(details).toMatchObject({
    overShare: 7 / 30,
    meanExcess: 12 / 7,
    stages: {
      rows: [
        ['build', 1, 10, 5, 2],
        ['wait', 2, 10, 2, 1],
        ['check', 9, 10, 0, null],
      ],
    },
  });
});

test.each([
  ['of no day', '', { overShare: null, meanExcess: null }],
  ['of no day that is over', 'A build@red 03-01..', { overShare: 0, meanExcess: null }],
])('there is no excess %s', async (_, visits, expected) => {
  const { details } = await readIn(wipWithinLimits, { design: limited(1), visits }, march);
  expect(details).toMatchObject(expected);
});
