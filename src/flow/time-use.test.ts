import { expect, test } from 'vitest';
import { design } from '#facts/fixtures/log.ts';
import { flowEfficiency } from '#metrics/flow/flow-efficiency.ts';
import { waiting } from '#metrics/flow/waiting.ts';
import { read } from '#metrics/read.ts';
import { busy, looking, worldOf } from './fixtures/world.ts';
import { timeByStage, timeByTeam } from './time-use.ts';

const told = async (log: string, asked = '0..30d'): Promise<string> => {
  const { ground, logs } = await worldOf(log);
  return (await timeByStage(ground, looking(asked), logs))
    .map(({ key, n, days }) => {
      const parts = Object.entries(days).flatMap(([kind, mean]) => (mean === 0 ? [] : [`${kind} ${mean}`]));
      return `${key} ${n}: ${parts.join(' ')}`;
    })
    .join(', ');
};

test.each([
  ['work and waiting by where they were', 'A*5 queue@0 active@1d done@4d', 'queue 5: queue 1, active 5: active 3'],
  [
    'the mean over those that came there',
    'A*5 queue@0 active@1d done@3d; B*5 queue@0 active@3d done@4d',
    'queue 10: queue 2, active 10: active 1.5',
  ],
  ['a hand-over inside work', 'A*5 red active@0 ./blue@1d .@3d done@4d', 'active 5: active 2 handoff 2'],
  ['what is stopped', 'A*5 active@0 block@1d unblock@3d done@4d', 'active 5: active 2 blocked 2'],
  ['nothing before the start', 'A*5 new@0 active@5d done@6d', 'active 5: active 1'],
  ['nothing of what is done as the window closes', 'A*5 active@0 done@30d; Z .@40d', ''],
  ['nothing of open work', 'A*5 active@0', ''],
  ['a kind that nobody knows as such', 'A*5 active@0 odd@1d done@3d', 'active 5: active 1, odd 5: unmapped 2'],
  [
    'no mean of fewer than five',
    'A*4 active@0 done@3d',
    'active 4: active null queue null handoff null decision null blocked null unmapped null',
  ],
])('time goes into %s', async (_, log, uses) => {
  expect(await told(log)).toBe(uses);
});

test.each(['0..201d', '30d..90d', '30d..90d where team=red'])(
  'it agrees with the figures, stage by stage, %s',
  async (asked) => {
    const { ground, logs } = await worldOf(busy);
    const looked = looking(asked);
    const uses = await timeByStage(ground, looked, logs);
    const readings = await read(ground, waiting, { ...looked, by: 'stage' });
    expect(uses.map(({ key }) => key).toSorted()).toEqual(
      readings.map(({ subject }) => subject.stage ?? '').toSorted(),
    );
    const total = readings.reduce((sum, { value, n }) => sum + (value ?? 0) * n, 0);
    for (const { subject, n, value, also } of readings) {
      const use = uses.find(({ key }) => key === subject.stage);
      expect([subject.stage, use?.n]).toEqual([subject.stage, n]);
      for (const kind of ['queue', 'decision', 'blocked', 'handoff'] as const)
        expect(use?.days[kind] ?? -1).toBeCloseTo(also[kind] ?? -1, 6);
      // Of fewer than five nothing is told, though their waiting counts in the whole.
      if (value !== null) expect(use?.ofWaiting).toBeCloseTo((value * n) / total, 1);
    }
  },
);

test('it agrees with the figures, team by team', async () => {
  const { ground } = await worldOf(busy);
  const looked = looking('30d..90d');
  const uses = await timeByTeam(ground, looked, design);
  const waits = await read(ground, waiting, { ...looked, by: 'team' });
  const shares = await read(ground, flowEfficiency, { ...looked, by: 'team' });
  expect(uses.map(({ key }) => key).toSorted()).toEqual(waits.map(({ subject }) => subject.team ?? '').toSorted());
  for (const { key, days } of uses) {
    const { active, unmapped: _, ...waited } = days;
    const sum = Object.values(waited).reduce<number>((all, each) => all + (each ?? 0), 0);
    expect(sum).toBeCloseTo(waits.find(({ subject }) => subject.team === key)?.value ?? Number.NaN, 6);
    const share = shares.find(({ subject }) => subject.team === key);
    expect((active ?? 0) / ((active ?? 0) + sum)).toBeCloseTo(share?.value ?? Number.NaN, 6);
  }
});

test('teams that are too small are told together', async () => {
  const { ground } = await worldOf(busy, { shownTeam: () => 'all of them' });
  const [use, ...more] = await timeByTeam(ground, looking('30d..90d'), design);
  const [whole] = await read(ground, waiting, looking('30d..90d'));
  expect(more).toEqual([]);
  expect([use?.key, use?.ofWaiting]).toEqual(['all of them', 1]);
  expect(use?.days.queue).toBeCloseTo(whole?.also.queue ?? Number.NaN, 6);
});
