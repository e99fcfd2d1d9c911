import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Suggestion } from '../define.ts';
import { suggest } from './suggest.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-exports-'));
afterAll(() => rmSync(folder, { recursive: true }));

const two = (n: number): string => String(n).padStart(2, '0');

/** What stands in a column, by a letter: row n of item i, of which there are three rows. */
const cell: Readonly<Record<string, (i: number, n: number) => string>> = {
  key: (i) => `T-${100 + i}`,
  time: (i, n) => `2024-03-${two(1 + i)} ${two(8 + n)}:00:00`,
  born: (i) => `2024-03-${two(1 + i)} 07:30:00`,
  day: (i) => `2024-04-${two(1 + i)}`,
  state: (_, n) => ['Neu', 'In Bearbeitung', 'Gelöst'][n] ?? '',
  team: (i) => ['Netze', 'Server'][i % 2] ?? '',
  who: (i) => ['Ada Lovelace', 'Alan Turing', 'Grace Hopper'][i % 3] ?? '',
  kind: (i) => ['Incident', 'Request'][i % 2] ?? '',
  rank: (i) => ['Hoch', 'Mittel'][i % 2] ?? '',
  text: (i) => `Es geht um ${i} Dinge`,
};

/** The draft for an export whose columns are given as `name=what`, with bars between them. */
const draftFor = (columns: string): Promise<Suggestion> => {
  const named = columns.split('|').map((column) => column.split('='));
  const rows = Array.from({ length: 60 }, (_, row) =>
    named.map(([, what = '']) => cell[what]?.(Math.floor(row / 3), row % 3) ?? what).join(';'),
  );
  const path = join(folder, 'export.csv');
  writeFileSync(path, [named.map(([name]) => name).join(';'), ...rows, ''].join('\n'));
  return suggest(path);
};

const jira =
  'Summary=text|Issue key=key|Issue id=7|Issue Type=kind|Status=state|Status Category=x|Priority=rank|Assignee=who|Reporter=who|Created=born|Updated=time|Due date=day';
const serviceNow =
  'Number=key|Opened=born|Short description=text|Caller=who|Priority=rank|State=state|Category=kind|Assignment group=team|Assigned to=who|Updated=time|Updated by=who|Due date=day';

test.each([
  [
    'Jira',
    `${jira}|Custom field (Squad)=team`,
    'item=Issue key at=Updated created=Created promised=Due date state=Status team=Custom field (Squad) person=Assignee type=Issue Type priority=Priority title=Summary',
  ],
  [
    'Jira with its teams',
    `${jira}|Custom field (Team)=team|Custom field (Story Points)=3`,
    'item=Issue key at=Updated created=Created promised=Due date state=Status team=Custom field (Team) person=Assignee type=Issue Type priority=Priority title=Summary',
  ],
  [
    'Jira in German',
    'Zusammenfassung=text|Vorgangsschlüssel=key|Vorgangstyp=kind|Status=state|Priorität=rank|Zugewiesene Person=who|Autor=who|Erstellt=born|Aktualisiert=time|Fälligkeitsdatum=day|Benutzerdefiniertes Feld (Squad)=team',
    'item=Vorgangsschlüssel at=Aktualisiert created=Erstellt promised=Fälligkeitsdatum state=Status team=Benutzerdefiniertes Feld (Squad) person=Zugewiesene Person type=Vorgangstyp priority=Priorität title=Zusammenfassung',
  ],
  [
    'ServiceNow',
    serviceNow,
    'item=Number at=Updated created=Opened promised=Due date state=State team=Assignment group person=Assigned to actor=Updated by type=Category priority=Priority title=Short description',
  ],
  [
    'ServiceNow in German',
    'Nummer=key|Geöffnet=born|Kurzbeschreibung=text|Anrufer=who|Priorität=rank|Status=state|Kategorie=kind|Zuweisungsgruppe=team|Zugewiesen an=who|Aktualisiert=time|Aktualisiert von=who|Fällig am=day',
    'item=Nummer at=Aktualisiert created=Geöffnet promised=Fällig am state=Status team=Zuweisungsgruppe person=Zugewiesen an actor=Aktualisiert von type=Kategorie priority=Priorität title=Kurzbeschreibung',
  ],
  [
    'Azure DevOps',
    'ID=key|Work Item Type=kind|Title=text|Assigned To=who|State=state|Area Path=team|Created Date=born|Changed Date=time|Changed By=who|Target Date=day|Priority=rank',
    'item=ID at=Changed Date created=Created Date promised=Target Date state=State team=Area Path person=Assigned To actor=Changed By type=Work Item Type priority=Priority title=Title',
  ],
  [
    'GitHub',
    'number=key|title=text|state=state|author=who|assignees=who|created_at=born|updated_at=time',
    'item=number at=updated_at created=created_at state=state actor=author title=title',
  ],
  [
    'GitLab',
    'Issue ID=key|URL=u|Title=text|State=state|Author=who|Author Username=who|Assignee=who|Due Date=day|Created At (UTC)=born|Updated At (UTC)=time',
    'item=Issue ID at=Updated At (UTC) created=Created At (UTC) promised=Due Date state=State person=Assignee actor=Author title=Title',
  ],
  [
    'Zendesk',
    'Ticket ID=key|Subject=text|Requester=who|Ticket group=team|Ticket assignee=who|Status=state|Priority=rank|Ticket type=kind|Created at=born|Updated at=time|Due date=day',
    'item=Ticket ID at=Updated at created=Created at promised=Due date state=Status team=Ticket group person=Ticket assignee type=Ticket type priority=Priority title=Subject',
  ],
  [
    'OTRS and Znuny',
    'Ticket#=key|Titel=text|Erstellt=born|Geändert=time|Queue=team|Status=state|Priorität=rank|Besitzer=who|Kundenbenutzer=who|Typ=kind',
    'item=Ticket# at=Geändert created=Erstellt state=Status team=Queue person=Besitzer type=Typ priority=Priorität title=Titel',
  ],
  [
    'Remedy',
    'Incident ID*+=key|Summary*=text|Status*=state|Assigned Group*+=team|Assignee+=who|Customer*+=who|Priority*=rank|Reported Date+=born|Last Modified Date=time|Target Date=day',
    'item=Incident ID*+ at=Last Modified Date created=Reported Date+ promised=Target Date state=Status* team=Assigned Group*+ person=Assignee+ priority=Priority* title=Summary*',
  ],
  [
    'TOPdesk',
    'Call number=key|Caller=who|Operator group=team|Operator=who|Status=state|Category=kind|Priority=rank|Call date=born|Modification date=time|Target date=day|Brief description=text',
    'item=Call number at=Modification date created=Call date promised=Target date state=Status team=Operator group person=Operator type=Category priority=Priority title=Brief description',
  ],
  [
    'TOPdesk in German',
    'Meldungsnummer=key|Anmelder=who|Bearbeitergruppe=team|Bearbeiter=who|Status=state|Meldungsart=kind|Priorität=rank|Meldedatum=born|Änderungsdatum=time|Zieldatum=day|Kurzbeschreibung=text',
    'item=Meldungsnummer at=Änderungsdatum created=Meldedatum promised=Zieldatum state=Status team=Bearbeitergruppe person=Bearbeiter type=Meldungsart priority=Priorität title=Kurzbeschreibung',
  ],
  [
    'a tool of one’s own in German',
    'Vorgang=key|Status=state|Zuständige Gruppe=team|Zuständig=who|Priorität=rank|Erstellt am=born|Zuletzt geändert=time|Fällig bis=day|Betreff=text',
    'item=Vorgang at=Zuletzt geändert created=Erstellt am promised=Fällig bis state=Status team=Zuständige Gruppe person=Zuständig priority=Priorität title=Betreff',
  ],
])('the columns of an export of %s are known', async (_, columns, expected) => {
  const { mapping } = await draftFor(columns);
  const meant = expected.split(/ (?=[a-z]+=)/u).map((part) => part.split('='));
  expect(mapping.columns).toEqual(Object.fromEntries(meant));
});

test.each([
  [jira, ['Reporter']],
  [serviceNow, ['Caller']],
  [
    'Vorgang=key|Geändert=time|Status=state|Zuständige Gruppe=team|Autor=who|Anmelder=who|Besitzer=who',
    ['Autor', 'Anmelder'],
  ],
])('people of an export are hidden: %#', async (columns, people) => {
  expect((await draftFor(columns)).mapping.people).toEqual(people);
});

test('what is left open of states is asked, with the category that the tool puts them in', async () => {
  const log =
    'Key,Updated,Status,Status Category\nA,2024-01-01,Offen,To Do\nA,2024-01-02,UAT,In Progress\nA,2024-01-03,Fertig,Done\n';
  const path = join(folder, 'categories.csv');
  writeFileSync(path, log);
  const { mapping, questions, yaml } = await suggest(path);
  expect(mapping.states.rules).toEqual([
    { is: 'Offen', to: 'offen' },
    { is: 'Fertig', to: 'fertig', kind: 'done' },
  ]);
  const asked = questions.map(({ text }) => text).join('\n');
  expect(asked).toContain('Does an item in "Offen" (Status Category: To Do) wait, or is it worked on?');
  expect(asked).toContain('What does the state "UAT" (Status Category: In Progress) mean?');
  expect(yaml).toMatch(/# kind: queue or active\?\n\s+- is: Offen/u);
});

/** The draft for rows that are given as they stand, the same three for each of twenty items. */
const draftOf = (head: string, ...rows: readonly string[]): Promise<Suggestion> => {
  const path = join(folder, 'rows.csv');
  const lines = Array.from({ length: 20 }, (_, i) =>
    rows.map((row) => row.replace('T', `T${i}`).replaceAll('DAY', `2024-03-${two(1 + i)}`)),
  );
  writeFileSync(path, [head, ...lines.flat(), ''].join('\n'));
  return suggest(path);
};

test.each([
  [
    'an audit of ServiceNow',
    'tablename,documentkey,fieldname,oldvalue,newvalue,user,sys_created_on',
    [
      'incident,T,incident_state,New,In Progress,ann,DAY 08:00',
      'incident,T,incident_state,In Progress,Resolved,ann,DAY 08:30',
      'incident,T,assignment_group,Desk,Net,bob,DAY 09:00',
    ],
    {
      field: 'fieldname',
      to: 'newvalue',
      from: 'oldvalue',
      fields: { incident_state: 'state', assignment_group: 'team' },
    },
  ],
  [
    'measured times of ServiceNow',
    'id,definition,value,start,end',
    [
      'T,Incident State Duration,New,DAY 08:00,DAY 09:00',
      'T,Assignment Group,Net,DAY 08:00,',
      'T,Incident State Duration,Resolved,DAY 09:00,',
    ],
    { field: 'definition', to: 'value', fields: { 'Incident State Duration': 'state', 'Assignment Group': 'team' } },
  ],
  [
    'events of Zendesk',
    'ticket_id,created_at,event_type,field_name,previous_value,value',
    ['T,DAY 08:00,Create,status,,new', 'T,DAY 09:00,Change,group_id,Desk,Net', 'T,DAY 10:00,Change,status,new,solved'],
    { field: 'field_name', to: 'value', from: 'previous_value', fields: { status: 'state', group_id: 'team' } },
  ],
])('%s is a log of changes', async (_, head, rows, changes) => {
  expect((await draftOf(head, ...rows)).mapping.changes).toEqual(changes);
});

test('values that are listed by what they are, and belong to no item of work, are no log of changes', async () => {
  const { mapping } = await draftOf(
    'ticket,definition,value,updated,status',
    'T,Height,3,DAY,New',
    'T,Width,4,DAY,Done',
  );
  expect(mapping.changes).toBeUndefined();
});

test('of a log of activities, what is done beside the way of an item is no state', async () => {
  const { mapping, questions } = await draftOf(
    'issue,event,created_at,state_reason',
    'T,opened,DAY 08:00,',
    'T,labeled,DAY 09:00,',
    'T,Operator Update,DAY 10:00,',
    'T,closed,DAY 11:00,completed',
    'T,commented,DAY 12:00,',
  );
  expect(mapping.columns.state).toBe('event');
  expect(mapping.states.none).toEqual(['labeled', 'Operator Update', 'commented']);
  expect(questions.map(({ text }) => text).join()).not.toContain('labeled');
});

test.each([
  ['behind which most items go on', ['SUBMITTED', 'REJECTED by ADMIN', 'SUBMITTED', 'paid'], []],
  ['behind which they are over', ['SUBMITTED', 'REJECTED by ADMIN'], ['rejected-by-admin']],
  [
    'behind which only another end comes',
    ['SUBMITTED', 'REJECTED by ADMIN', 'Closed'],
    ['rejected-by-admin', 'closed'],
  ],
])('an activity that is called like an end and %s', async (_, steps, ends) => {
  // The rows of the file run backwards, as many exports do.
  const rows = steps.map((step, hour) => `T,${step},DAY ${two(8 + hour)}:00`).toReversed();
  const { mapping } = await draftOf('case,activity,timestamp', ...rows);
  const over = mapping.states.rules.filter(({ kind }) => kind === 'done' || kind === 'cancelled');
  expect(over.map(({ to }) => to).toSorted()).toEqual(ends.toSorted());
});

test.each([
  ['what a state was before', 'from_status=state|to_status=state', 'state=to_status'],
  ['why it is so', 'state_reason=state|issue status=state', 'state=issue status'],
  ['when it changed, in a word', 'Status Category Changed=state|Status=state', 'state=Status'],
])('a column that says %s is not the state', async (_, columns, expected) => {
  const { mapping } = await draftFor(`Issue key=key|Updated=time|${columns}`);
  expect(`state=${mapping.columns.state}`).toBe(expected);
});

test('the number of another item is not that of the item', async () => {
  const head = 'Interaction ID,Status,Updated,Related Incident';
  expect((await draftOf(head, 'SDT,Open,DAY 08:00,IM1', 'SDT,Closed,DAY 09:00,IM1')).mapping.columns.item).toBe(
    'Interaction ID',
  );
});

test('fields of Azure DevOps are known by the names of their references too', async () => {
  const { mapping } = await draftFor(
    'System.Id=key|System.Rev=7|System.State=state|System.AreaPath=team|System.WorkItemType=kind|System.ChangedDate=time|Microsoft.VSTS.Common.Priority=rank',
  );
  expect(mapping.columns).toMatchObject({
    item: 'System.Id',
    at: 'System.ChangedDate',
    state: 'System.State',
    team: 'System.AreaPath',
    type: 'System.WorkItemType',
    priority: 'Microsoft.VSTS.Common.Priority',
  });
});

test('letters in front of digits are no currency where none is called so', async () => {
  const { questions } = await draftOf(
    'number,state,updated,CI Name,Service',
    'T,New,DAY 08:00,SUB000508,WBS000162',
    'T,Closed,DAY 09:00,DTA000057,WBS000092',
  );
  expect(questions.map(({ text }) => text).join()).not.toContain('currency');
});

test('of two columns of one name the name is no value', async () => {
  const { questions } = await draftOf('id,status,updated,status', 'T,New,DAY 08:00,a', 'T,Closed,DAY 09:00,b');
  expect(questions.map(({ about }) => about)).toEqual(['zone', 'doubled']);
});

test('a row that tells start and end of an activity is read as both', async () => {
  const head = 'Case ID,Activity,Resource,Start Timestamp,Complete Timestamp';
  const { mapping, questions } = await draftOf(
    head,
    'T,Check,Ann,DAY 08:00,DAY 09:00',
    'T,Pay,Bob,DAY 10:00,DAY 10:30',
    'T,Close,Bob,DAY 12:00,DAY 12:10',
  );
  expect(mapping.columns).toMatchObject({
    at: 'Complete Timestamp',
    started: 'Start Timestamp',
    state: 'Activity',
    activity: 'Activity',
  });
  expect(mapping.states.rules.map(({ to, kind }) => `${to} ${kind}`)).toEqual([
    'check active',
    'pay active',
    'close active',
    'after-check queue',
    'after-pay queue',
    'after-close done',
  ]);
  expect(questions.map(({ about }) => about)).toEqual(['zone', 'activities']);
});

test('a table with a column for each time is refused with what to make of it', async () => {
  await expect(draftOf('order_id,ordered,picked,shipped', 'T,DAY 08:00,DAY 09:00,DAY 10:00')).rejects.toThrow(
    '3 of its columns hold times (ordered, picked, shipped …) and none says what happened: give each time a row of its own',
  );
});

test('a list of tasks tells when each came up and when it was over, without a word for it', async () => {
  const { mapping } = await draftOf('id,area,created_date,finished_date', 'T,House,DAY 08:00,DAY 09:00');
  expect(mapping.columns).toEqual({ item: 'id', at: 'created_date', ended: 'finished_date' });
});
