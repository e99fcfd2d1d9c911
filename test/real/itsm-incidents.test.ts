import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SourceProfile } from '#api/evidence.ts';
import { sql } from '#engine/sql.ts';
import { answerConformToDesign, answerDiagnoseWorkspace } from '#handlers/diagnosis.ts';
import { answerReadMetric } from '#handlers/figures.ts';
import { answerImportEvidence, answerUndoImport } from '#handlers/import-evidence.ts';
import { answerProfileSources } from '#handlers/profile-sources.ts';
import type { Room } from '#handlers/room.ts';
import { ask, dataFile, Scratch, within } from './example.ts';
import { lastRows, rawRows, secondsOf } from './raw-rows.ts';

const scratch = new Scratch();
const folder = scratch.example('itsm-incidents');
let log: string;
let profile: SourceProfile;

const profileIn = async (room: Room): Promise<SourceProfile> => {
  const [source] = (await ask(answerProfileSources, room, {})).sources;
  if (!source) throw new Error('the workspace has no source');
  return source;
};

beforeAll(async () => {
  log = dataFile('itsm-servicenow-uci', 'incident_event_log.csv.gz');
  profile = await within(folder, profileIn);
});
afterAll(() => scratch[Symbol.dispose]());

test.each<[string, (of: SourceProfile) => unknown, unknown]>([
  ['119,998 rows', (of) => of.events, 119_998],
  ['none of them rejected', (of) => of.rejected, 0],
  ['20,769 incidents', (of) => of.items, 20_769],
  ['nine states', (of) => of.states, 9],
  ['16,203 changes of group', (of) => of.byTeam?.handoffs.total, 16_203],
  ['1,868 incidents that go back and forth', (of) => of.byTeam?.pingPong.items, 1_868],
  ['one state that nobody documents, unmapped', (of) => of.unmapped, { state: [{ raw: '-100', events: 2 }] }],
])('the log has %s', (_, figure, expected) => {
  expect(figure(profile)).toEqual(expected);
});

test.each([
  ['Resolved', 47.2],
  ['Active', 18.4],
  ['Awaiting User Info', 16],
  ['New', 13.4],
  ['Awaiting Vendor', 3.4],
])('of all elapsed time the log spends in %s %f percent', (state, percent) => {
  expect(100 * (profile.elapsedShareByState?.[state] ?? Number.NaN)).toBeCloseTo(percent, 1);
});

test('from opened to resolved, as stated on the last row, an incident takes 24.6 hours, one in ten 397.4', async () => {
  const told = await within(folder, async (room) => {
    const raw = await rawRows(room);
    const took = sql`(${secondsOf(raw.column('resolved_at'))} - ${secondsOf(raw.column('opened_at'))}) / 3600`;
    return (await room.engine()).one(sql`
      select count(*)::int as n, round(median(${took}), 1) as p50, round(quantile_cont(${took}, 0.9), 1) as p90
      from ${lastRows(raw, 'number', 'sys_mod_count')} where ${raw.column('resolved_at')} is not null`);
  });
  expect(told).toEqual({ n: 19_351, p50: 24.6, p90: 397.4 });
});

test('the flags on the last row say 8,174 out of time and 234 reopened; the moves say 235', async () => {
  const told = await within(folder, async (room) => {
    const raw = await rawRows(room);
    const engine = await room.engine();
    const flags = await engine.one(sql`
      select count(*) filter (where ${raw.column('made_sla')} = 'false')::int as late,
             count(*) filter (where ${raw.column('reopen_count')}::int > 0)::int as reopened
      from ${lastRows(raw, 'number', 'sys_mod_count')}`);
    const moves = await engine.one(sql`select count(*) filter (where reopened > 0)::int as seen from item_fact`);
    return { ...flags, ...moves };
  });
  expect(told).toEqual({ late: 8_174, reopened: 234, seen: 235 });
});

test.each([
  ['46,601 of 53,432 moves are ones that the published life cycle has', 'delivery.allowed-transitions', 53_432, 6_831],
  ['46.1% of 20,391 incidents are within their target time', 'delivery.within-target', 20_391, 10_992],
])('%s', async (_, id, n, broke) => {
  const { results } = await within(folder, (room) => ask(answerConformToDesign, room, {}));
  expect(results.find(({ rule }) => rule === id)).toMatchObject({ n, broke });
});

test.each([
  ['0.79 hand-overs an incident', 'flow.handoffs', 0.79, 20_395],
  ['9.2 percent that go back and forth', 'flow.ping-pong', 0.092, 20_395],
  ['24.3 percent of the time of done incidents at work', 'flow.time-shares', 0.243, 20_768],
])('the log has %s', async (_, metric, value, n) => {
  const { readings } = await within(folder, (room) => ask(answerReadMetric, room, { metric }));
  expect(readings).toMatchObject([{ value: expect.closeTo(value, metric === 'flow.handoffs' ? 2 : 3), n }]);
});

test.each([
  ['awaiting-vendor', 48],
  ['awaiting-problem', 17],
  ['awaiting-user-info', 10],
])('an incident that is in %s waits %d days', async (stage, days) => {
  const { readings } = await within(folder, (room) =>
    ask(answerReadMetric, room, { metric: 'flow.waiting', by: 'stage' }),
  );
  const own = readings.find(({ subject }) => subject.stage === stage);
  expect(Math.round(own?.value ?? Number.NaN)).toBe(days);
});

test('the same file again changes nothing; undone, nothing is left; taken in once more, all is as before', async () => {
  const again = await within(folder, (room) => ask(answerImportEvidence, room, {}));
  expect(again.imports).toMatchObject([{ what: 'unchanged', total: 119_998, accepted: 119_998, rejected: 0 }]);
  const run = again.imports[0]?.run ?? -1;
  await within(folder, (room) => ask(answerUndoImport, room, { run }));
  await expect(within(folder, profileIn)).rejects.toMatchObject({ code: 'no-evidence' });
  const anew = await within(folder, (room) => ask(answerImportEvidence, room, {}));
  expect(anew.imports).toMatchObject([{ what: 'imported', total: 119_998, accepted: 119_998 }]);
  expect(await within(folder, profileIn)).toEqual(profile);
});

test('two files that overlap by 20,000 rows tell the same as the whole, to the last digit', async () => {
  using other = new Scratch();
  const halves = other.example('itsm-incidents');
  const settings = join(halves, 'throughline.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/path: .*/u, 'path: halves/*.csv'));
  const [header = '', ...rows] = gunzipSync(readFileSync(log)).toString('utf8').trimEnd().split(/\r?\n/u);
  other.write('itsm-incidents/halves/1.csv', [header, ...rows.slice(0, 70_000), ''].join('\n'));
  other.write('itsm-incidents/halves/2.csv', [header, ...rows.slice(50_000), ''].join('\n'));
  const taken = await within(halves, (room) => ask(answerImportEvidence, room, {}));
  expect(taken.imports.map(({ accepted, fates }) => ({ accepted, ...fates }))).toEqual([
    { accepted: 70_000, new: 70_000, known: 0, superseded: 0 },
    { accepted: 69_998, new: 49_998, known: 20_000, superseded: 0 },
  ]);
  expect(await within(halves, profileIn)).toEqual(profile);
  const diagnosed = (where: string) => within(where, (room) => ask(answerDiagnoseWorkspace, room, {}));
  expect(await diagnosed(halves)).toEqual(await diagnosed(folder));
});
