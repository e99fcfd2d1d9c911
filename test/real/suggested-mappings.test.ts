import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import type { ImportOutcome, SourceProfile } from '#api/evidence.ts';
import { answerImportEvidence } from '#handlers/import-evidence.ts';
import { answerImportRecords } from '#handlers/import-records.ts';
import { answerProfileSources } from '#handlers/profile-sources.ts';
import { answerSuggestMapping } from '#handlers/suggest-mapping.ts';
import { answerSuggestRecordMapping } from '#handlers/suggest-record-mapping.ts';
import { ask, dataFile, Scratch, within } from './example.ts';

const scratch = new Scratch();
afterAll(() => scratch[Symbol.dispose]());

const settings = (path: string) => `name: Drafted
currency: EUR
timeZone: UTC
sources:
  - key: log
    path: ${JSON.stringify(path)}
    mapping: maps/drafted.yaml
`;

type Taken = { outcome: ImportOutcome | undefined; profile: SourceProfile | undefined; questions: readonly string[] };

/** Takes a file in by the mapping that is drafted for it, with nothing changed in it. */
const takeIn = async (path: readonly string[]): Promise<Taken> => {
  const file = dataFile(...path);
  const name = path.join('-').replaceAll('.', '-');
  scratch.write(`${name}/throughline.yaml`, settings(file));
  const folder = `${scratch.folder}/${name}`;
  const { yaml, questions } = await within(folder, (room) => ask(answerSuggestMapping, room, { file }));
  scratch.write(`${name}/maps/drafted.yaml`, yaml);
  return within(folder, async (room) => {
    const [outcome] = (await ask(answerImportEvidence, room, {})).imports;
    const [profile] = (await ask(answerProfileSources, room, {})).sources;
    return { outcome, profile, questions };
  });
};

test.each<[string, string[], number, number]>([
  ['an audit log of incidents', ['itsm-servicenow-uci', 'incident_event_log.csv.gz'], 119_998, 20_769],
  ['a history of decisions', ['pep-decision-history', 'pep-history.csv'], 5_145, 738],
  ['a list of tasks', ['agile-jira-cycle-times', 'jira.csv'], 4_123, 4_123],
  ['a history of a tracker', ['tracker-payloads', 'devlake', 'issue_trace', 'issue_changelogs.csv'], 693, 32],
  ['a list of issues', ['tracker-payloads', 'devlake', 'issue_trace', 'issues.csv'], 32, 32],
])('%s is taken in and profiled by the mapping drafted for it', async (_, path, rows, items) => {
  const { outcome, profile } = await takeIn(path);
  expect(outcome).toMatchObject({ total: rows, accepted: rows, rejected: 0 });
  expect(profile).toMatchObject({ events: rows, items });
});

test('the drafted mapping finds the groups and states of the incidents', async () => {
  const { profile, questions } = await takeIn(['itsm-servicenow-uci', 'incident_event_log.csv.gz']);
  expect(profile?.byTeam?.handoffs.total).toBe(16_203);
  expect(profile?.byTeam?.pingPong.items).toBe(1_868);
  expect(questions.join('\n')).toContain('zone');
});

test('a file without any time is refused with a reason', async () => {
  await expect(takeIn(['tracker-payloads', 'devlake', 'issue_trace', 'board_issues.csv'])).rejects.toMatchObject({
    code: expect.any(String),
  });
});

test.each([
  ['a report of major projects', ['uk-gmpp', 'gmpp_2023_24.csv'], 227, 'TOTAL Baseline Benefits (£m)', '648006000000'],
  ['a table of projects', ['us-it-dashboard', '2013', 'Projects.csv'], 2_468, 'Planned Cost ($ M)', '50346979707'],
])('%s is read by the mapping drafted for it as its own format reads it', async (_, path, total, what, sum) => {
  const file = dataFile(...path);
  const name = path.join('-').replaceAll('.', '-');
  scratch.write(`${name}/throughline.yaml`, 'name: Drafted\ncurrency: USD\ntimeZone: UTC\nfiscalYearStart: 4\n');
  const content = readFileSync(file).toString('base64');
  const given = { name: 'portfolio.csv', content };
  await within(`${scratch.folder}/${name}`, async (room) => {
    const { draft } = await ask(answerSuggestRecordMapping, room, { ...given, always: true });
    expect(draft).toMatchObject({ rowIs: 'initiative', rows: { total, accepted: total, rejected: 0 } });
    const mapping = { format: draft?.format, mapping: draft?.yaml };
    const { files } = await ask(answerImportRecords, room, {
      files: [{ ...given, ...mapping }],
      reason: 'x',
      dryRun: true,
    });
    const tie = files[0]?.ties.find((each) => each.what === what);
    expect([Number(tie?.file), Number(tie?.taken)]).toEqual([Number(sum), Number(sum)]);
  });
});
