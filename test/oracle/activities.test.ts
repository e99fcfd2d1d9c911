import { expect, test } from 'vitest';
import type { Mapping } from '#mapping/mapping.ts';
import { hour } from './clock.ts';
import type { OracleFacts } from './oracle.ts';
import { oracle } from './oracle.ts';
import { monday, officeHours, tinyDesign, tinyMapping } from './tiny.ts';

const common = { item: 'item', at: 'at', order: 'order', state: 'activity', team: 'team', activity: 'activity' };

const byStep = tinyMapping({
  columns: { ...common, lifecycle: 'step', instance: 'go' },
  states: { rules: [{ is: 'after Close', to: 'closed', kind: 'done' }], none: ['Note', 'after Idle'] },
});

const byTimes = tinyMapping({ columns: { ...common, started: 'began' }, states: { none: ['Note', 'after Idle'] } });

const at = (hours: string): string => (hours === '' ? '' : new Date(monday + Number(hours) * hour).toISOString());

/** `Fix start@2 red` or `Fix#a start@2` for each row: activity, go, step, hour, team; `Fix@2..5` began at 2 and ended at 5. */
const factsOf = (log: string, mapping: Mapping, asOf?: number): OracleFacts =>
  oracle({
    logs: [
      {
        source: 's',
        header: ['item', 'at', 'order', 'activity', 'step', 'go', 'team', 'began'],
        rows: log.split(', ').map((text) => {
          const [, activity = '', go = '', step = '', from = '', until = '', team = ''] =
            /^(\w*)(?:#(\w+))?(?: (\w+))?@(\d+)(?:\.\.(\d+))?(?: (\w+))?$/.exec(text) ?? [];
          const told = until === '' ? from : until;
          return ['I', at(told), '', activity, step, go, team, until === '' ? '' : at(from)];
        }),
        mapping,
      },
    ],
    designs: [tinyDesign()],
    calendar: officeHours,
    ...(asOf === undefined ? {} : { asOf: monday + asOf * hour }),
  });

const statesOf = ({ items }: OracleFacts): string =>
  (items[0]?.runs ?? []).map(({ stage, kind, entered }) => `${stage} ${kind} ${(entered - monday) / hour}`).join(' · ');

test.each([
  ['between its start and its end', 'A start@0, A complete@2', 'A active 0 · after A queue 2'],
  ['before anything starts', 'A assign@0, A start@1', 'before start queue 0 · A active 1'],
  ['while it is suspended', 'A start@0, A suspend@1, A resume@3', 'A active 0 · A suspended queue 1 · A active 3'],
  [
    'of two that overlap, that of the first',
    'A start@0, B start@1, A complete@2, B complete@3',
    'A active 0 · B active 2 · after B queue 3',
  ],
  ['until the next one starts, where its end is lost', 'A start@0, B start@2', 'A active 0 · B active 2'],
  [
    'anew, where what was lost starts again',
    'A#a start@0, B complete@2, A#a start@5',
    'A active 0 · after B queue 2 · A active 5',
  ],
  ['by the go that is named', 'A#a start@0, A#b suspend@1, A#a complete@2', 'A active 0 · after A queue 2'],
  ['as aborted after all is', 'A start@0,  pi_abort@1', 'A active 0 · aborted cancelled 1'],
  ['ended by what rules say ends it', 'Close start@0, Close complete@1', 'Close active 0 · closed done 1'],
  ['in the order start, end at one moment', 'A complete@1, A start@1', 'A active 1 · after A queue 1'],
  ['whatever is no activity', 'A start@0, Note start@1, Note complete@2', 'A active 0'],
  ['whatever state is none', 'Idle start@0, Idle complete@1', 'Idle active 0'],
  ['as it is named, where nothing starts', 'A complete@0, B@1', 'A null 0 · B null 1'],
])('a log of steps tells the state %s', (_, log, states) => {
  expect(statesOf(factsOf(log, byStep))).toBe(states);
});

test.each([
  [
    'from when it began until it ended',
    'A@0..2, B@3..5',
    'A active 0 · after A queue 2 · B active 3 · after B queue 5',
  ],
  ['of the one that began first', 'A@0..4, B@1..6', 'A active 0 · B active 4 · after B queue 6'],
  ['at one moment', 'A@2..2', 'A active 2 · after A queue 2'],
  ['as over where nobody knows when it began', 'A@0..2, B@5', 'A active 0 · after A queue 2 · after B queue 5'],
  ['as over where it began after it ended', 'A@0..2, B@9..5', 'A active 0 · after A queue 2 · after B queue 5'],
  ['as going on, whatever else of its name ends', 'A@0..4, A@2', 'A active 0 · after A queue 4'],
])('a log of beginnings tells the state %s', (_, log, states) => {
  expect(statesOf(factsOf(log, byTimes))).toBe(states);
});

test('of a row whose end lies behind the instant of reading, the beginning is known', () => {
  expect(statesOf(factsOf('A@0..9', byTimes, 5))).toBe('A active 0');
});

test('a hand-over to whoever works at once is no wait, and one to whoever waits lasts until the work', () => {
  const { items } = factsOf('A@0..1 red, B@2..3 blue, C assign@4 red, D@7..8 red', byTimes);
  expect(items[0]?.handoffs.map(({ to, at: from, until }) => `${to} ${(until - from) / hour}`)).toEqual([
    'blue 0',
    'red 3',
  ]);
});

test('one go at an activity is one repeat of it, and says once what it does', () => {
  const { items } = factsOf('comment@0..1, block@2..3', byTimes);
  expect(items[0]).toMatchObject({ comments: 1, rawRework: false });
  expect(factsOf('A@0..1, A@2..3', byTimes).items[0]).toMatchObject({ rawRework: true });
});
