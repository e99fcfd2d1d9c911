import { expect, test } from 'vitest';
import { at } from '#facts/fixtures/log.ts';
import { flowTime } from '#metrics/flow/flow-time.ts';
import { wipAge } from '#metrics/flow/wip-age.ts';
import { read, rowsBehind } from '#metrics/read.ts';
import { ageingWork } from './ageing-work.ts';
import { followed } from './fixtures/followed.ts';
import { busy, looking, worldOf } from './fixtures/world.ts';

const told = async (log: string, asked: string): Promise<string> => {
  const { ground, log: stages } = await worldOf(log);
  const { items } = await ageingWork(ground, looking(asked), stages, 100);
  return items.map(({ item, stage, ageDays }) => `${item} ${stage} ${ageDays}`).join(', ');
};

test.each([
  ['what has started and not ended', 'A new@0 active@1d; B new@0; C active@0 done@3d; Z .@9d', '0..5d', 'A active 4'],
  ['what ended after the window, as it stood then', 'A queue@0 active@2d done@6d; Z .@9d', '0..5d', 'A active 5'],
  ['no item that ends as the window does', 'A active@0 done@5d; Z .@9d', '0..5d', ''],
  ['no item that starts as the window ends', 'A active@5d; Z .@9d', '0..5d', ''],
  ['no age beyond the last row', 'A active@0; Z .@9d', '0..30d', 'A active 9'],
  ['the oldest first', 'A active@2d; B queue@1d; Z .@9d', '0..5d', 'B queue 4, A active 3'],
  ['only what is looked at', 'A red active@2d; B blue queue@1d; Z .@9d', '0..5d where team=red', 'A active 3'],
])('ageing work tells %s', async (_, log, asked, items) => {
  expect(await told(log, asked)).toBe(items);
});

test.each(['0..60d', '30d..120d', '0..201d', '30d..120d where team=red', '0..90d where capability=app'])(
  'its items, ages and limits are those of the figures, %s',
  async (asked) => {
    const { ground, log } = await worldOf(busy);
    const looked = looking(asked);
    const { items, total, done, stages } = await ageingWork(ground, looked, log, 1000);
    const { rows } = await rowsBehind(ground, wipAge, looked, { limit: 1000, offset: 0 });
    const ages = new Map(rows.map(({ item, age_days: age }) => [item, age]));
    expect(new Map(items.map(({ item, ageDays }) => [item, ageDays]))).toEqual(ages);
    expect(total).toBe(rows.length);
    const [took] = await read(ground, flowTime, looked);
    const limits = [took?.value, took?.also.p85, took?.also.p95].map((each) => expect.closeTo(each ?? Number.NaN, 9));
    expect([done.p50, done.p85, done.p95]).toEqual(limits);
    const until = Math.min(Date.parse(looked.window.until), at('201d'));
    const trail = followed(busy).filter((row) => row.at < until);
    for (const { item, stage } of items)
      expect([item, stage]).toEqual([item, trail.findLast((row) => row.item === item)?.stage]);
    expect(new Set(stages.map(({ key }) => key))).toEqual(new Set(items.map(({ stage }) => stage)));
  },
);
