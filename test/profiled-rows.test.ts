import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importEvidence, profileSources, type SourceProfile } from '#api/evidence.ts';
import type { Room } from '#handlers/room.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

const time = 'time: {formats: ["YYYY-MM-DD HH:mm"], zone: UTC}\n';

/** One item came up a day before its first change, and another knows no such time; each tells what it had until then. */
const changes = `item,at,created,field,from,to
A,2025-03-02 00:00,2025-03-01 00:00,status,New,Work
A,2025-03-02 00:00,2025-03-01 00:00,team,Desk,Net
A,2025-03-05 00:00,2025-03-01 00:00,status,Work,Done
B,2025-03-02 00:00,,team,Desk,Net
B,2025-03-03 00:00,,status,New,Done
`;

const activities = `item,at,began,activity
A,2025-03-02 00:00,2025-03-01 00:00,Fix
A,2025-03-04 00:00,2025-03-03 00:00,Test
A,2025-03-05 00:00,,Close
`;

const files = {
  'throughline.yaml':
    'name: told\ncurrency: EUR\ntimeZone: UTC\ncalendar: {hours: {monday-friday: ["08:00-17:00"]}}\nsources:\n  - {key: changes, path: changes.csv, mapping: maps/changes.yaml}\n  - {key: activities, path: activities.csv, mapping: maps/activities.yaml}\n',
  'maps/changes.yaml': `columns: {item: item, at: at, created: created}
changes: {field: field, from: from, to: to, fields: {status: state, team: team}}
${time}states: {rules: [{is: New, to: new, kind: new}, {is: Work, to: work, kind: active}, {is: Done, to: done, kind: done}]}
`,
  'maps/activities.yaml': `columns: {item: item, at: at, started: began, state: activity}
${time}states: {rules: [{is: after Close, to: closed, kind: done}]}
`,
  'model/.gitkeep': '',
  'changes.csv': changes,
  'activities.csv': activities,
};

let folder = '';
let room: Room;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-told-'));
  written(folder, files);
  room = roomIn(folder);
  await ask(room, importEvidence, {});
});
afterAll(() => removed(folder));

const profileOf = async (key: string, asOf?: string): Promise<SourceProfile | undefined> => {
  const { sources } = await ask(room, profileSources, { source: key, asOf });
  return sources[0];
};

test('what items had before their first changes is no row of the log, and no time passes in it', async () => {
  const profile = await profileOf('changes');
  expect(profile).toMatchObject({
    items: 2,
    events: 5,
    from: '2025-03-02T00:00:00.000Z',
    until: '2025-03-05T00:00:00.000Z',
    states: 3,
    durationDays: { n: 2, mean: 2 },
  });
  // Three days of work, and one in which an item still was what its first change says that it had been.
  expect(profile?.elapsedShareByState).toEqual({ Done: 0, New: 0.25, Work: 0.75 });
});

test('rows after the instant that was asked for are no events', async () => {
  expect(await profileOf('changes', '2025-03-03T00:00:00Z')).toMatchObject({
    events: 4,
    until: '2025-03-03T00:00:00.000Z',
  });
});

test('a row that tells when an activity began and ended is one event, and of the time at which it ended', async () => {
  const profile = await profileOf('activities');
  expect(profile).toMatchObject({
    items: 1,
    events: 3,
    from: '2025-03-02T00:00:00.000Z',
    until: '2025-03-05T00:00:00.000Z',
  });
  expect(profile?.elapsedShareByState).toMatchObject({ Fix: 0.25, 'after Fix': 0.25, Test: 0.25, 'after Test': 0.25 });
});
