import { expect, test } from 'vitest';
import { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import type { ItemBatch } from './event-reader.ts';
import type { ItemGround } from './item-rows.ts';
import { openItemThread, sameThread } from './item-thread.ts';

const hour = 3_600_000;

const ground: ItemGround = {
  names: {
    stage: Int32Array.of(0, 1, 2),
    team: Int32Array.of(0, 1),
    person: Int32Array.of(0, 1),
    stageKinds: ['queue', 'active', 'done'],
    loops: new Set(),
    atWork: new Set(),
    rowKind: new Int32Array(3),
  },
  calendar: WorkingCalendar.parse({ timeZone: 'UTC', hours: { thursday: [{ from: '00:00', until: '24:00' }] } }),
  from: 0,
  asOf: 100 * hour,
  sources: [{ source: 1, last: 1000 }],
  peopled: new Set([1]),
};

/** Items of three rows each: an hour in the queue with one team, an hour active with the next, done. */
const batch = (first: number, items: number): ItemBatch => {
  const rows = items * 3;
  const each = (of: (row: number) => number) => Int32Array.from({ length: rows }, (_, row) => of(row));
  const none = () => new Int32Array(rows).fill(-1);
  return {
    columns: {
      item: each((row) => first + Math.floor(row / 3)),
      instant: Float64Array.from({ length: rows }, (_, row) => (row % 3) * hour),
      state: each((row) => row % 3),
      team: each((row) => (row % 3 === 0 ? 0 : 1)),
      person: each((row) => (row % 3 === 0 ? -1 : 1)),
      actor: none(),
      activity: none(),
      type: none(),
      priority: none(),
      capability: none(),
      initiative: none(),
      channel: none(),
      created: new Float64Array(rows).fill(Number.NaN),
      promised: new Float64Array(rows).fill(Number.NaN),
    },
    starts: Array.from({ length: items }, (_, item) => item * 3),
    end: rows,
  };
};

test('a thread of its own makes the same facts, in the order of the batches', async () => {
  const apart = openItemThread(ground);
  const here = sameThread(ground);
  const sizes = [3, 500, 1, 0, 20];
  const made = await Promise.all(sizes.map((items, index) => apart.make(batch(index * 100, items))));
  const expected = await Promise.all(sizes.map((items, index) => here.make(batch(index * 100, items))));
  expect(await apart.counted()).toEqual(await here.counted());
  await apart.close();
  expect(made).toEqual(expected);
  const width = (made[0]?.items.length ?? 0) / 3;
  expect(made.map(({ items }) => items.length)).toEqual(sizes.map((items) => items * width));
  expect(made[0]?.handoffs).toHaveLength(3 * 11);
  // The same day comes again and again: who was there is told once, as is that there was anybody in either team.
  expect(made.map(({ active }) => active.length / 4)).toEqual([3, 0, 0, 0, 0]);
});

test('what goes wrong in a thread of its own is thrown where its facts are awaited', async () => {
  const apart = openItemThread({ ...ground, calendar: { ...ground.calendar, timeZone: 'Nowhere/Land' } });
  await expect(apart.make(batch(0, 1))).rejects.toThrow('Nowhere/Land');
  await apart.close();
});
