import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { each, readIn, told } from '../fixtures/world.ts';
import { prioritiesHold } from './priorities-hold.ts';

const week: DesignInput = { priorityHolds: [{ key: 'week', holds: 'P7D' }] };
const four = each('A B C D', '03-01 priority=high');
const few = 'not-enough-data: too few: 4 of at least 5';

test.each([
  ['one that nobody changed', 'E 03-01 priority=high', '5/5'],
  ['one that was changed when its time was up, and the next', 'E 03-01 priority=high; E 03-08 priority=low', '6/6'],
  ['no one that was changed before, but the next', 'E 03-01 priority=high; E 03-07T23:59 priority=low', '5/6'],
  ['one that is told again as the same', 'E 03-01 priority=high; E 03-03; E 03-05 priority=high', '5/5'],
  ['each of several', 'E 03-01 priority=high; E 03-02 priority=low; E 03-03 priority=high', '5/7'],
  ['the last of several at one instant', 'E 03-01 priority=low; E 03-01 priority=high; E 03-02 priority=high', '5/5'],
  ['one that is agreed late in the life of its item', 'E 03-01; E 04-01 priority=high', '5/5'],
  ['none that has not stood for as long yet', 'E 12-25 priority=high', few],
  ['one that has stood for as long just now', 'E 12-24 priority=high', '5/5'],
  ['one that was changed, however lately', 'E 12-25 priority=high; E 12-26 priority=low', '4/5'],
  ['one agreed as the window opens', 'E 01-01 priority=high', '5/5'],
  ['none agreed before the window', 'E 2025-12-31 priority=high', few],
  ['none of an item without a priority', 'E 03-01 type=bug', few],
])('priorities that hold count %s', async (_, events, expected) => {
  const world = { design: week, items: each('A B C D E', 'open started=03-02'), events: `${four}; ${events}` };
  expect(told(await readIn(prioritiesHold, world))).toBe(expected);
});

test.each([
  ['stands until then, however short', '12-28', 'E 12-27 priority=high', '5/5'],
  ['may be changed afterwards', '03-05', 'E 03-04 priority=high; E 03-05T00:01 priority=low', '5/5'],
  ['is broken by a change at the end', '03-05', 'E 03-04 priority=high; E 03-05 priority=low', '5/6'],
  ['may be first agreed at the end', '03-05', 'E 03-05 priority=high', '5/5'],
  ['is none when it is first told afterwards', '03-05', 'E 03-05T00:01 priority=high', few],
])('the priority of an item that ended %s', async (_, ended, events, expected) => {
  const items = `${each('A B C D', 'open')}; E done started=03-02 ended=${ended}`;
  expect(told(await readIn(prioritiesHold, { design: week, items, events: `${four}; ${events}` }))).toBe(expected);
});

test('the shortest of several holds counts, by the design of the day', async () => {
  const designs: DesignInput[] = [
    { design: { key: 'old', status: 'in-force', to: '2026-04-01' }, ...week },
    {
      design: { key: 'new', status: 'in-force', from: '2026-04-01' },
      priorityHolds: [
        { key: 'day', holds: 'P1D' },
        { key: 'month', holds: 'P30D' },
      ],
    },
  ];
  const events = `${four}; E 03-31 priority=high; E 04-02 priority=low; E 04-03 priority=high; F 04-01 priority=high; F 04-03 priority=low`;
  expect(told(await readIn(prioritiesHold, { designs, events }))).toBe('8/9');
});

test.each([
  ['without a design', []],
  ['under a design without a hold', [{ design: { key: 'new', status: 'in-force', from: '2026-04-01' } }]],
] satisfies [string, DesignInput[]][])('priorities agreed %s lower the coverage', async (_, later) => {
  const designs: DesignInput[] = [{ design: { key: 'old', status: 'in-force', to: '2026-04-01' }, ...week }, ...later];
  const events = `${four}; E 03-05 priority=high; F 05-01 priority=high; F 05-02 priority=low`;
  expect(await readIn(prioritiesHold, { designs, events })).toMatchObject({ value: 1, n: 5, coverage: 5 / 7 });
});

test('without a hold nothing is designed', async () => {
  expect((await readIn(prioritiesHold, { design: {}, events: four })).status).toBe('not-designed');
});

test('a case says how long it stood, and medians stand beside it', async () => {
  const items = `${each('A B C D', 'open')}; E done started=03-02 ended=03-12 flow_elapsed=864000`;
  const events = `${four}; E 03-01 priority=high; E 03-04 priority=low; F 12-30 priority=low`;
  const { examples, details } = await readIn(prioritiesHold, { design: week, items, events });
  expect(examples).toMatchObject([
    { item: 'E', because: 'high was changed after 3.0 days, it was to hold for 7.0 days' },
  ]);
  expect(details).toEqual({ standingNotYetSoLong: 1, changedAfterDaysP50: 3, flowTimeP50Days: 10 });
});

test('a priority belongs to the period in which it was agreed', async () => {
  const events = `${each('A B C D E', '08-01 priority=high')}; F 10-01 priority=high; ${each('G H I J', '11-01 priority=high')}`;
  const { trend } = await readIn(prioritiesHold, { design: week, events });
  expect([trend?.lastPeriod.n, trend?.thisPeriod.n]).toEqual([5, 5]);
});

test('what stands beside it is of the window, and of nothing that is over', async () => {
  const items = [
    'A done ended=01-01 flow_elapsed=864000',
    'B done ended=03-12 flow_elapsed=1728000',
    'C done ended=2025-12-31 flow_elapsed=8640000',
    'D done ended=2027-01-01 flow_elapsed=8640000',
    'E cancelled ended=03-12 flow_elapsed=8640000',
    'F done started=12-26 ended=12-28 flow_elapsed=1296000',
  ];
  const events = [
    'G 12-24 priority=high',
    'H 12-24T00:01 priority=high',
    'I 12-26 priority=high; I 12-28 priority=low',
    'F 12-27 priority=high',
    'K 01-01 priority=high; K 01-05 priority=low',
  ];
  const { details } = await readIn(prioritiesHold, { design: week, items: items.join(';'), events: events.join(';') });
  expect(details).toEqual({ standingNotYetSoLong: 2, changedAfterDaysP50: 3, flowTimeP50Days: 15 });
});
