import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { normalise } from '#importers/csv/normalise.ts';
import { suggest } from '#importers/csv/suggest.ts';
import { dataFile } from './example.ts';

const out = mkdtempSync(join(tmpdir(), 'throughline-real-'));
afterAll(() => rmSync(out, { recursive: true }));

const draftAndRead = async (file: string) => {
  const path = dataFile(...file.split('/'));
  const { mapping, questions } = await suggest(path);
  const result = await normalise({ path, mapping, pseudonym: () => 'p', folder: out, onPart: () => undefined });
  return { mapping, questions: questions.map(({ text }) => text).join('\n'), result };
};

test('a log of incidents is drafted whole and read without a loss', async () => {
  const { mapping, questions, result } = await draftAndRead('itsm-servicenow-uci/incident_event_log.csv.gz');
  expect(mapping.columns).toMatchObject({
    item: 'number',
    at: 'sys_updated_at',
    state: 'incident_state',
    team: 'assignment_group',
    person: 'assigned_to',
    created: 'opened_at',
    order: 'sys_mod_count',
  });
  expect(mapping.people).toEqual(['caller_id', 'opened_by', 'sys_created_by', 'resolved_by']);
  expect(mapping.knowTheFuture).toEqual(['resolved_at', 'closed_at']);
  expect(mapping.file.missing).toEqual(['?']);
  expect(mapping.time.formats).toEqual(['D/M/YYYY H:mm']);
  expect(questions).toContain('"-100"');
  expect(result).toMatchObject({ total: 119_998, accepted: 119_998, rejected: 0, blank: 0, warnings: [] });
});

test('a log of decisions is drafted as a log of changes', async () => {
  const { mapping, questions, result } = await draftAndRead('pep-decision-history/pep-history.csv');
  expect(mapping.columns).toEqual({ item: 'item', at: 'timestamp', actor: 'actor' });
  expect(mapping.changes).toEqual({
    field: 'field',
    to: 'to',
    from: 'from',
    fields: { status: 'state', 'pep-delegate': 'person', type: 'type' },
  });
  expect(mapping.people).toEqual(['sponsor']);
  expect(questions).toContain('"Draft"');
  expect(result).toMatchObject({ total: 5145, accepted: 5145 });
});

test('a history of a tracker is drafted as a log of changes', async () => {
  const { mapping, result } = await draftAndRead('tracker-payloads/devlake/issue_trace/issue_changelogs.csv');
  expect(mapping.changes?.fields).toEqual({ status: 'state', assignee: 'person', issuetype: 'type' });
  expect(mapping.people).toEqual(['author_id', 'from_value', 'to_value']);
  expect(result).toMatchObject({ accepted: 693, rejected: 0 });
});

test('a list of tasks is read, and asked about', async () => {
  const { mapping, questions, result } = await draftAndRead('agile-jira-cycle-times/jira.csv');
  expect(mapping.columns).toEqual({ item: 'id', at: 'created_date', ended: 'finished_date' });
  expect(questions).toContain('Is this a log?');
  expect(result).toMatchObject({ total: 4123, accepted: 4123 });
});
