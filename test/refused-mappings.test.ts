import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { listMetricRows } from '#api/figures.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

/** A mapping that is changed for the worse is refused at its line, before the first import and after it. */
let folder = '';

afterEach(() => removed(folder));

const mapping = `columns:
  item: number
  at: updated
  order: no
  state: state
  team: team
  created: opened
key: [number, no]
people: [person]
time:
  formats: [iso]
  zone: UTC
teams:
  rules:
    - like: Group (\\d+)
      to: group-$1
decisions:
  type: {always: change}
  by: approver
  amount: amount
  steps:
    - {activity: Approved, to: decide}
`;

const files = {
  'throughline.yaml':
    'name: A\ncurrency: EUR\ntimeZone: UTC\nsources:\n  - {key: log, path: log.csv, mapping: maps/log.yaml}\n',
  'maps/log.yaml': mapping,
  'log.csv':
    'number,updated,no,state,team,opened,person,approver,amount\n1,2025-01-02T10:00:00Z,1,New,Group 1,2025-01-01T10:00:00Z,Ada,board,7\n',
};

const refusal = async (): Promise<string> => {
  const room = roomIn(folder);
  try {
    await ask(room, listMetricRows, { metric: 'FL1' });
    return 'none';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } finally {
    await room.close();
  }
};

const all = 'number, updated, no, state, team, opened, person, approver, amount';

test.each([
  ['the state', 'state: state', 'state: statte', '5:3 columns.state', 'statte (did you mean state?)'],
  ['the team', 'team: team', 'team: tem', '6:3 columns.team', 'tem (did you mean team?)'],
  ['the order', 'order: no', 'order: nr', '4:3 columns.order', 'nr (did you mean no?)'],
  ['what decides', 'by: approver', 'by: aprover', '19:3 decisions.by', 'aprover (did you mean approver?)'],
  ['an amount', 'amount: amount', 'amount: sum', '20:3 decisions.amount', 'sum'],
  ['a time', 'created: opened', 'created: openned', '7:3 columns.created', 'openned (did you mean opened?)'],
  ['a part of the key', '[number, no]', '[number, nn]', '8:15 key[1]', 'nn (did you mean no?)'],
])('a column that is not there is told for %s', async (_, right, wrong, place, column) => {
  const expected = new RegExp(
    `Fault: maps/log.yaml:${RegExp.escape(place)}: \\S*log.csv has no column ${RegExp.escape(column)}`,
    'u',
  );
  folder = mkdtempSync(join(tmpdir(), 'throughline-refused-'));
  written(folder, { ...files, 'maps/log.yaml': mapping.replace(right, wrong) });
  expect(await refusal()).toMatch(expected);
  written(folder, files);
  expect(await refusal()).toBe('none');
  written(folder, { 'maps/log.yaml': mapping.replace(right, wrong) });
  const after = await refusal();
  expect(after).toMatch(expected);
  for (const name of all.split(', ')) expect(after).toContain(name);
});

test.each([
  ['a broken pattern', '(\\d+)', '(\\d+', /maps\/log\.yaml:15:7 teams\.rules\[0\]\.like: found .*unterminated group/u],
  [
    'an unknown zone',
    'zone: UTC',
    'zone: Berlin',
    /maps\/log\.yaml:12:3 time\.zone: found "Berlin".*did you mean "Europe\/Berlin"/u,
  ],
  [
    'a broken format of times',
    '[iso]',
    '[YYYY-MM]',
    /^Fault: maps\/log\.yaml:11:13 time\.formats\[0\]: YYYY-MM is no format of times/u,
  ],
  [
    'a delimiter that is also the quote',
    'columns:',
    "file: {delimiter: '\"'}\ncolumns:",
    /^Fault: maps\/log\.yaml:1:8 file\.delimiter: /u,
  ],
  [
    'another delimiter than the file has',
    'columns:',
    'file: {delimiter: ";"}\ncolumns:',
    /one column only: is the delimiter right; put "delimiter: ",""/u,
  ],
])('%s is told at its line', async (_, right, wrong, expected) => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-refused-'));
  written(folder, { ...files, 'maps/log.yaml': mapping.replace(right, wrong) });
  expect(await refusal()).toMatch(expected);
});
