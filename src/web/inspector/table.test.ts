import { expect, test } from 'vitest';
import { columnsOf, csvOfRows, headOf, instantIn, ordered, spoken } from './table.ts';

const rows = [
  { item: 'A10', days: 2, team: null },
  { item: 'A9', days: null, team: null },
  { item: 'A1', days: 11, team: null },
];

test.each([
  ['as they came when no column is chosen', undefined, ['A10', 'A9', 'A1']],
  ['by number, unknown ones last', { column: 'days', down: false }, ['A10', 'A1', 'A9']],
  ['by number downwards, unknown ones still last', { column: 'days', down: true }, ['A1', 'A10', 'A9']],
  ['by text, numbers in it as numbers', { column: 'item', down: false }, ['A1', 'A9', 'A10']],
])('rows are ordered %s', (_, order, items) => {
  expect(ordered(rows, order).map(({ item }) => item)).toEqual(items);
});

const spokenIn = spoken(
  new Map(Object.entries({ 'team a1': 'Zulu', 'team a2': 'Alpha', board: 'Architecture Board' })),
);

test.each([
  ['team', 'a1', 'Zulu'],
  ['compared_team', 'a2', 'Alpha'],
  ['team', '(none)', '(none)'],
  ['object', 'team a1', 'team Zulu'],
  ['decider', 'board', 'Architecture Board'],
  ['item', 'a1', 'a1'],
  ['team', null, null],
])('in the column %s %j reads %j', (column, cell, text) => {
  expect(spokenIn(column, cell)).toBe(text);
});

test('rows are ordered by what is read of them', () => {
  const teams = [{ team: 'a1' }, { team: 'a2' }, { team: null }];
  expect(ordered(teams, { column: 'team', down: false }, spokenIn).map(({ team }) => team)).toEqual(['a2', 'a1', null]);
});

test('a column in which nothing stands is not shown', () => {
  expect(columnsOf(rows)).toEqual(['item', 'days']);
  expect(columnsOf([])).toEqual([]);
});

test('all columns are taken along as CSV, what is not known as nothing', () => {
  expect(csvOfRows(rows)).toBe('item,days,team\r\nA10,2,\r\nA9,,\r\nA1,11,\r\n');
});

const newYear = Date.UTC(2026, 0, 1);

test.each([
  ['ended', newYear, newYear],
  ['at', '2026-01-01T00:00:00.000Z', newYear],
  ['days', 12.5, undefined],
  ['waited_ms', newYear, undefined],
  ['item', 'A1', undefined],
  ['item', '2026-01-01', undefined],
  ['ended', null, undefined],
])('in the column %s %j is the instant %s', (column, cell, instant) => {
  expect(instantIn(column, cell)).toBe(instant);
});

test.each([
  ['decisionType', 'decision type'],
  ['times_reopened', 'times reopened'],
  ['item', 'item'],
])('the column %s is headed %s', (column, head) => {
  expect(headOf(column)).toBe(head);
});
