import { expect, test } from 'vitest';
import { sql } from '#engine/sql.ts';
import { at, lengthOf } from '#facts/fixtures/log.ts';
import { type EventKind, TimeClass } from '#model/kinds.ts';
import type { Window } from '#model/window.ts';
import { caseHistory } from './case-history.ts';
import { busy, everything, worldOf } from './fixtures/world.ts';

const kinds: Readonly<Record<string, EventKind>> = {
  comment: 'commented',
  block: 'blocked',
  unblock: 'unblocked',
  approval: 'approval-asked',
};
const telling = { eventKind: (activity: string): EventKind => kinds[activity] ?? 'update' };

const historyOf = async (log: string, item = 'A', changed = {}) => {
  const { ground } = await worldOf(log, changed);
  return caseHistory(ground, { source: 'log', item, window: everything.window }, telling);
};

const lengths = ({ from, until }: { from: string; until: string | null }, end: number): number =>
  (until === null ? end : Date.parse(until)) - Date.parse(from);

const told = async (log: string): Promise<string> =>
  ((await historyOf(log))?.stretches ?? [])
    .map(
      (each) =>
        `${each.team} ${each.stage} ${each.kind} ${lengths(each, at('9d')) / lengthOf('1d')}${each.until === null ? '…' : ''}`,
    )
    .join(', ');

const end = '; Z .@9d';

test.each([
  ['stage by stage', 'A red new@0 active@1d done@4d', 'red new queue 1, red active active 3'],
  [
    'team by team, with the wait for whoever takes it',
    'A red active@0 ./blue@1d .@3d done@4d',
    'red active active 1, blue active handoff 2, blue active active 1',
  ],
  [
    'stopped while it is stopped',
    'A red active@0 block@1d unblock@3d done@4d',
    'red active active 1, red active blocked 2, red active active 1',
  ],
  [
    'stopped rather than waiting for a receiver',
    'A red active@0 ./blue@1d block@2d unblock@3d done@4d',
    'red active active 1, blue active handoff 1, blue active blocked 1, blue active active 1',
  ],
  [
    'stopped, whoever it is handed to meanwhile',
    'A red active@0 block@1d ./blue@2d .@3d unblock@4d done@5d',
    'red active active 1, red active blocked 1, blue active blocked 2, blue active active 1',
  ],
  ['on until the last row of all', 'A red active@0', 'red active active 9…'],
  ['nothing while it is over', 'A red active@0 done@1d active@3d done@4d', 'red active active 1, red active active 1'],
  ['alike where a row says nothing new', 'A red active@0 .@1d .@2d done@3d', 'red active active 3'],
  ['a team that nobody named', 'A active@0 done@1d', '(none) active active 1'],
])('a case goes %s', async (_, log, stretches) => {
  expect(await told(log + end)).toBe(stretches);
});

test('its rows are told by what they did and by who had it then, and by nothing that stands in them', async () => {
  const history = await historyOf('A red active~ann@0 comment~bob@1d ./blue@2d block@3d call@4d');
  expect(history?.events.map(({ team, what }) => `${team} ${what}`)).toEqual([
    'red update',
    'red commented',
    'blue update',
    'blue blocked',
    'blue update',
  ]);
  expect(JSON.stringify(history)).not.toMatch(/ann|bob|call/u);
});

test('a team that is too small goes by the name under which it is shown', async () => {
  const history = await historyOf('A red active@0 ./blue@1d .@2d', 'A', { shownTeam: () => '(small teams)' });
  expect(new Set([history?.team, ...(history?.stretches ?? []).map(({ team }) => team)])).toEqual(
    new Set(['(small teams)']),
  );
});

test('a team goes by the name that is shown in a window which holds all of the item', async () => {
  const windows: Window[] = [];
  const { ground } = await worldOf('A red active@0 ./blue@1d .@2d; Z .@9d', {
    shownTeam: (team: string, window: Window) => {
      windows.push(window);
      return team;
    },
  });
  const asked = { from: new Date(at('1d')).toISOString(), until: new Date(at('3d')).toISOString() };
  await caseHistory(ground, { source: 'log', item: 'A', window: asked }, telling);
  expect(windows.length).toBeGreaterThan(0);
  for (const { from, until } of windows) {
    expect(Date.parse(from)).toBe(at('0'));
    expect(Date.parse(until)).toBeGreaterThan(at('9d'));
  }
});

test('there is no history of what no row speaks of', async () => {
  expect(await historyOf('A red active@0', 'B')).toBeUndefined();
});

test('the stretches of every case come to what its facts say', async () => {
  const { ground } = await worldOf(busy);
  const facts = await ground.engine.all<Record<string, number> & { item: string }>(
    sql`select item, lead_active as active, lead_queue as queue, lead_handoff as handoff, lead_decision as decision,
               lead_blocked as blocked, lead_unmapped as unmapped from item_case`,
  );
  for (const fact of facts) {
    const history = await historyOf(busy, fact.item);
    const sums = TimeClass.options.map((kind) =>
      (history?.stretches ?? [])
        .filter((each) => each.kind === kind)
        .reduce((sum, each) => sum + lengths(each, ground.asOf) / 1000, 0),
    );
    expect([fact.item, ...sums]).toEqual([fact.item, ...TimeClass.options.map((kind) => fact[kind])]);
  }
});
