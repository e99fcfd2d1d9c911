import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SourceProfile } from '#api/evidence.ts';
import { sql } from '#engine/sql.ts';
import { answerConformToDesign } from '#handlers/diagnosis.ts';
import { answerReadMetric } from '#handlers/figures.ts';
import { answerImportEvidence } from '#handlers/import-evidence.ts';
import { answerProfileSources } from '#handlers/profile-sources.ts';
import type { Room } from '#handlers/room.ts';
import { ask, dataFile, Scratch, within } from './example.ts';

const scratch = new Scratch();
const folder = scratch.example('pep-decisions');
let log: string;
let profile: SourceProfile;

const profileIn = async (room: Room): Promise<SourceProfile> => {
  const [source] = (await ask(answerProfileSources, room, {})).sources;
  if (!source) throw new Error('the workspace has no source');
  return source;
};

beforeAll(async () => {
  log = dataFile('pep-decision-history', 'pep-history.csv');
  profile = await within(folder, profileIn);
});
afterAll(() => scratch[Symbol.dispose]());

test('the log has 5,145 rows of 738 proposals, and every name of a status has a meaning', () => {
  expect(profile).toMatchObject({ events: 5_145, items: 738, rejected: 0, states: 17 });
  expect(profile.unmapped).not.toHaveProperty('state');
});

type Out = { to: string; n: number; days: number };

/** From the first entry into Draft to the first row with another status, by raw names, in whole days. */
const firstMoves = (without: readonly string[]) =>
  within(folder, async (room) => {
    await profileIn(room);
    return (await room.engine()).all<Out>(sql`
      with status as (
        select item_id, instant, event.rowid as seq, raw from event join raw_value on raw_value.value_id = event.state
        where not list_contains(${JSON.stringify(without)}::json::text[], raw)
      ),
      drafted as (
        select *, min(case when raw = 'Draft' then instant end) over (partition by item_id order by seq) as since from status
      )
      select raw as "to", count(*)::int as n, median(floor((instant - since) / 86400000)) as days
      from (select * from drafted where since is not null and raw <> 'Draft'
            qualify row_number() over (partition by item_id order by seq) = 1)
      group by raw`);
  });

test.each([
  ['Accepted', 256, 81.5],
  ['Rejected', 114, 327],
  ['Withdrawn', 40, 521],
  ['Deferred', 62, 837.5],
])('the first move out of Draft is to %s for %d proposals, after %d days in the middle', async (to, n, days) => {
  expect(await firstMoves(['Approved'])).toContainEqual({ to, n, days });
});

test('81 proposals went from Draft to Final at once, and two to Approved, as Accepted was once called', async () => {
  const moves = await firstMoves([]);
  expect(moves).toContainEqual(expect.objectContaining({ to: 'Final', n: 81 }));
  expect(moves).toContainEqual(expect.objectContaining({ to: 'Approved', n: 2 }));
  expect(moves).toContainEqual({ to: 'Accepted', n: 255, days: 82 });
});

test('once names of one meaning are one stage, 257 proposals were accepted after 81 days in the middle', async () => {
  const moves = await within(folder, async (room) => {
    await profileIn(room);
    return (await room.engine()).all(sql`
      with stay as (select item_id, visit_no, key, entered from visit join stage using (stage_id)),
      drafted as (select item_id, min(entered) as since from stay where key = 'draft' group by item_id)
      select key as "to", count(*)::int as n, median(floor((entered - since) / 86400000)) as days
      from (select * from stay join drafted using (item_id) where entered > since and key <> 'draft'
            qualify row_number() over (partition by item_id order by visit_no) = 1)
      group by key`);
  });
  expect(moves).toContainEqual({ to: 'accepted', n: 257, days: 81 });
  expect(moves).toContainEqual({ to: 'rejected', n: 114, days: 327 });
  expect(moves).toContainEqual({ to: 'withdrawn', n: 40, days: 521 });
  expect(moves).toContainEqual({ to: 'deferred', n: 63, days: 854 });
});

test('nobody had the right to decide for the proposals raised between the two designs, and somebody had for all others', async () => {
  const years = await within(folder, (room) =>
    ask(answerReadMetric, room, { metric: 'decision.unclear-right', by: 'period', period: 'year' }),
  );
  const unclear = years.readings.filter(({ value }) => value !== 0);
  expect(unclear).toMatchObject([
    { subject: { period: '2018' }, value: 21 / 24, n: 24 },
    { subject: { period: '2019' }, value: 1 / 33, n: 33 },
  ]);
});

test('who decided is not in the log, and the rule about levels says so', async () => {
  const { results } = await within(folder, (room) => ask(answerConformToDesign, room, {}));
  const rule = (id: string) => results.find((result) => result.rule === id);
  expect(rule('governance.at-intended-level')).toMatchObject({ status: 'not-enough-data', value: null });
  expect(rule('governance.within-target-time')).toMatchObject({ status: 'not-designed', value: null });
  expect(rule('delivery.allowed-transitions')).toMatchObject({ n: 1_025, broke: 219 });
});

test('two files that overlap by 1,000 rows tell the same as the whole', async () => {
  using other = new Scratch();
  const halves = other.example('pep-decisions');
  const settings = join(halves, 'throughline.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/path: .*/u, 'path: halves/*.csv'));
  const [header = '', ...rows] = readFileSync(log, 'utf8').trimEnd().split('\n');
  other.write('pep-decisions/halves/1.csv', [header, ...rows.slice(0, 3_000), ''].join('\n'));
  other.write('pep-decisions/halves/2.csv', [header, ...rows.slice(2_000), ''].join('\n'));
  const taken = await within(halves, (room) => ask(answerImportEvidence, room, {}));
  expect(taken.imports.map(({ fates }) => fates)).toEqual([
    { new: 3_000, known: 0, superseded: 0 },
    { new: 2_145, known: 1_000, superseded: 0 },
  ]);
  expect(await within(halves, profileIn)).toEqual(profile);
});
