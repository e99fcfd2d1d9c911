import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Mapping } from '#mapping/mapping.ts';
import { Key } from '#model/key.ts';
import type { Suggestion } from '../define.ts';
import { read } from './fixtures/try-log.ts';
import { suggest } from './suggest.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-suggest-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A draft with its questions as they are read. */
type Told = Omit<Suggestion, 'questions'> & { readonly questions: readonly string[] };

const suggestFor = async (log: string | Uint8Array): Promise<Told> => {
  const path = join(folder, 'log.csv');
  writeFileSync(path, log);
  const suggestion = await suggest(path);
  return { ...suggestion, questions: suggestion.questions.map(({ text }) => text) };
};

const day = (n: number): string => String(n).padStart(2, '0');

/** An incident log as a service desk exports it: a row an update, times without a zone, the end on every row. */
const incidents = [
  'number,incident_state,sys_mod_count,opened_by,opened_at,sys_updated_by,sys_updated_at,contact_type,category,priority,assignment_group,assigned_to,resolved_at,closed_at,sys_created_at,caused_by',
  ...Array.from({ length: 40 }, (_, i) =>
    ['New', 'Active', 'Awaiting User Info', 'Resolved', i === 20 ? '-100' : 'Closed'].map((state, step) =>
      [
        `INC${1000 + i}`,
        state,
        step,
        `Opened by ${i % 3}`,
        `${1 + (i % 28)}/2/2016 01:16`,
        `Updated by ${step}`,
        `${1 + (i % 28)}/${step < 3 ? 2 : 3}/2016 ${9 + step}:30`,
        'Phone',
        `Category ${i % 4}`,
        '3 - Moderate',
        `Group ${step % 3}`,
        step === 0 ? '?' : `Resolver ${step}`,
        `${1 + (i % 28)}/3/2016 12:00`,
        `${1 + (i % 28)}/4/2016 12:00`,
        `${1 + (i % 28)}/2/2016 01:23`,
        i === 3 ? 'CHG001' : '?',
      ].join(),
    ),
  ).flat(),
  '',
].join('\n');

const changes = [
  'id,issue_id,author_name,field_name,from_string,to_string,created_date',
  ...Array.from({ length: 20 }, (_, i) => [
    `${i}a,I-${i},Ann ${i},status,New,In Progress,2020-06-${day(1 + i)}T10:00:00.000+0800`,
    `${i}b,I-${i},Ann ${i},assignee,Bob ${i},Cid ${i},2020-06-${day(1 + i)}T11:00:00.000+0800`,
    `${i}c,I-${i},Ann ${i},reviewer,,Dan ${i},2020-06-${day(1 + i)}T11:30:00.000+0800`,
    `${i}d,I-${i},Ann ${i},Fix Version,,v1,2020-06-${day(1 + i)}T12:00:00.000+0800`,
    `${i}e,I-${i},Ann ${i},status,In Progress,Done,2020-06-${day(2 + i)}T10:00:00.000+0800`,
  ]).flat(),
  '',
].join('\n');

const activities = [
  'case:concept:name,concept:name,time:timestamp,org:resource',
  ...Array.from({ length: 10 }, (_, i) =>
    ['register request', 'decide', 'pay'].map(
      (step, k) => `${i},${step},2010-12-0${1 + k}T11:02:00.000+01:00,Pete ${k}`,
    ),
  ).flat(),
  '',
].join('\n');

describe('a suggestion for', () => {
  test('a log of incidents names its columns, its people and what knows the future', async () => {
    const { mapping, questions } = await suggestFor(incidents);
    expect(mapping.columns).toEqual({
      item: 'number',
      at: 'sys_updated_at',
      state: 'incident_state',
      team: 'assignment_group',
      person: 'assigned_to',
      actor: 'sys_updated_by',
      type: 'category',
      priority: 'priority',
      channel: 'contact_type',
      created: 'opened_at',
      order: 'sys_mod_count',
    });
    expect(mapping.people).toEqual(['opened_by']);
    expect(mapping.knowTheFuture).toEqual(['resolved_at', 'closed_at']);
    expect(mapping.time.formats).toEqual(['D/M/YYYY H:mm']);
    expect(mapping.file.missing).toEqual(['?']);
    expect(mapping.states.rules).toEqual([
      { is: 'New', to: 'new', kind: 'new' },
      { is: 'Active', to: 'active', kind: 'active' },
      { is: 'Awaiting User Info', to: 'awaiting-user-info', kind: 'queue' },
      { is: 'Resolved', to: 'resolved', kind: 'done' },
      { is: 'Closed', to: 'closed', kind: 'done' },
    ]);
    expect(questions).toEqual([
      "Which time zone's clocks wrote sys_updated_at, opened_at? The times say no zone; the draft takes UTC.",
      'What does the state "-100" mean? It is not mapped, and its time counts as unmapped.',
    ]);
  });

  test('a log of changes names its fields, and hides people among its values', async () => {
    const { mapping, questions } = await suggestFor(changes);
    expect(mapping.columns).toEqual({ item: 'issue_id', at: 'created_date', actor: 'author_name' });
    expect(mapping.changes).toEqual({
      field: 'field_name',
      to: 'to_string',
      from: 'from_string',
      fields: { status: 'state', assignee: 'person' },
    });
    expect(mapping.people).toEqual(['reviewer']);
    expect(mapping.states.rules.map((rule) => rule.to)).toEqual(['new', 'in-progress', 'done'].slice(1));
    expect(questions).toEqual([]);
    const { clean, result } = await read(changes, mapping);
    expect(result.accepted).toBe(100);
    expect(clean).not.toMatch(/Ann|Bob|Cid|Dan/u);
  });

  test.each([
    ['of incidents', incidents, ['Group 0', 'Group 1', 'Group 2']],
    ['of changes', changes.replaceAll('Fix Version,,v1', 'team,,Core "A"').replaceAll('"A"', 'A'), ['Core A']],
  ])('a log %s gives each team the key that a design has', async (_, text, names) => {
    const { mapping } = await suggestFor(text);
    expect(mapping.teams.rules).toEqual(
      names.map((name) => ({ is: name, to: name.toLowerCase().replaceAll(' ', '-') })),
    );
    expect(mapping.teams.rules.every((rule) => Key.safeParse(rule.to).success)).toBe(true);
  });

  test('a log with a capability gives each of them its key', async () => {
    const text = `ticket,updated,status,capability\n${rows.replaceAll('\n', ',Take Payments\n')}`;
    expect((await suggestFor(text)).mapping.capabilities.rules).toEqual([{ is: 'Take Payments', to: 'take-payments' }]);
  });

  test('a log of activities takes them for stages, and asks', async () => {
    const { mapping, questions } = await suggestFor(activities);
    expect(mapping.columns).toEqual({
      item: 'case:concept:name',
      at: 'time:timestamp',
      state: 'concept:name',
      activity: 'concept:name',
      person: 'org:resource',
    });
    expect(questions[0]).toContain('Does each concept:name mean that an item enters that stage?');
  });

  test.each([
    ['a log of incidents', incidents],
    ['a log of changes', changes],
    ['a log of activities', activities],
    ['a packed log', gzipSync(incidents)],
  ])('%s is a file that reads as the same mapping and takes every row', async (_, log) => {
    const { mapping, yaml } = await suggestFor(log);
    expect(Mapping.parse(parse(yaml))).toEqual(mapping);
    const { result } = await read(log, mapping);
    expect(result.rejected).toBe(0);
  });
});

const log = (times: readonly string[], head = 'ticket,status,updated'): string =>
  [head, ...times.map((time, i) => `T${i >> 1},${i % 2 === 0 ? 'New' : 'Done'},${time}`), ''].join('\n');

test.each([
  [
    'day first, when some day is above 12',
    ['3/4/2020 10:00', '3/5/2020 10:00', '13/5/2020 10:00'],
    ['D/M/YYYY H:mm'],
    false,
  ],
  ['month first, when some day is above 12', ['3/4/2020 10:00', '5/13/2020 10:00'], ['M/D/YYYY H:mm'], false],
  ['a question, when every date reads both ways', ['3/4/2020 10:00', '3/5/2020 10:00'], ['D/M/YYYY H:mm'], true],
  ['points with the day first', ['3.4.2020', '3.5.2020'], ['D.M.YYYY'], false],
  ['names of months', ['03-Apr-2020', '03-May-2020'], ['D-MMM-YYYY'], false],
  ['short names of months and years', ['12-Mar-25', '03-Apr-25'], ['D-MMM-YY'], false],
  ['American names of months', ['"Mar 12, 2025 3:04 PM"', '"Apr 2, 2025 11:04 AM"'], ['MMM D, YYYY h:mm A'], false],
  ['German names of months', ['12. März 2025', '3. Dezember 2025'], ['D. MMMM YYYY'], false],
  ['shortened German names of months', ['12. Sept. 2025 14:05', '3. Mai 2025 9:05'], ['D. MMM YYYY H:mm'], false],
  ['French names of months', ['12 février 2025 à 14:05', '3 août 2025 à 9:05'], ["D MMMM YYYY 'à' H:mm"], false],
  ['shortened French names of months', ['12 févr. 2025 14:05', '3 juil. 2025 9:05'], ['D MMM YYYY H:mm'], false],
  ['days of a spreadsheet', ['45350.69236111', '45351'], ['excel'], false],
  ['days of a German spreadsheet', ['"45350,69236"', '"45351,5"'], ['excel'], false],
  [
    'German times with their words',
    ['12. März 2025 um 14:05 Uhr', '3. April 2025 um 9:05 Uhr'],
    ["D. MMMM YYYY 'um' H:mm 'Uhr'"],
    false,
  ],
  ['whole names where all are short too', ['12. Juli 2025', '3. Juli 2025'], ['D. MMMM YYYY'], false],
  ['twelve hours without a blank', ['4/3/2020 1:00PM', '4/30/2020 2:00am'], ['M/D/YYYY h:mmA'], false],
  ['a question, when twelve hours read both ways', ['3/4/2020 1:00 PM', '3/5/2020 2:00 AM'], ['D/M/YYYY h:mm A'], true],
  ['twelve hours', ['4/3/2020 1:00:05 PM', '4/30/2020 2:00:05 AM'], ['M/D/YYYY h:mm:ss A'], false],
  ['seconds since 1970', ['1577934245', '1577934246'], ['epoch-s'], false],
  ['milliseconds since 1970', ['1577934245000', '1577934246000'], ['epoch-ms'], false],
  ['ISO, also with a fraction on some rows only', ['2020-01-01T10:00:00Z', '2020-01-01T10:00:00.5Z'], ['iso'], false],
  ['offsets behind a pattern', ['3/4/2020 10:00:00 +0100', '30/4/2020 10:00:00 +0200'], ['D/M/YYYY H:mm:ss Z'], false],
])('times are drafted as %s', async (_, times, formats, open) => {
  const { mapping, questions, yaml } = await suggestFor(log(times));
  expect(mapping.time.formats).toEqual(formats);
  expect(questions.some((question) => question.includes('the day or the month'))).toBe(open);
  expect(yaml.includes('which is right?')).toBe(open);
});

test('an open question of dates shows which days each reading gives', async () => {
  const { questions } = await suggestFor(log(['3/4/2020 10:00', '3/5/2020 10:00']));
  expect(questions[0]).toContain('D/M/YYYY H:mm (from 2020-04-03 to 2020-05-03)');
  expect(questions[0]).toContain('M/D/YYYY H:mm (from 2020-03-04 to 2020-03-05)');
});

test('one column that tells day from month settles the others', async () => {
  const head = 'ticket,status,updated,opened';
  const { mapping, questions } = await suggestFor(log(['3/4/2020,25/3/2020', '3/5/2020,25/3/2020'], head));
  expect(mapping.time.formats).toEqual(['D/M/YYYY']);
  expect(questions).toHaveLength(1);
});

test('days at the end of a large file settle what its beginning leaves open', async () => {
  const early = Array.from({ length: 400_000 }, (_, i) => `${1 + (i % 12)}/${1 + (i % 12)}/2020 10:00,`);
  const path = log([...early, '4/13/2020 10:00,'], 'ticket,status,updated,note');
  const { mapping, questions } = await suggestFor(path);
  expect(mapping.time.formats).toEqual(['M/D/YYYY H:mm']);
  expect(questions.join()).not.toContain('the day or the month');
});

const rows = 'A,2020-01-01,New\nA,2020-01-02,Done\nB,2020-01-03,New\n';

test.each([
  ['semicolons', `ticket;updated;status\n${rows.replaceAll(',', ';')}`, { delimiter: ';' }],
  ['tabs', `ticket\tupdated\tstatus\n${rows.replaceAll(',', '\t')}`, { delimiter: '\t' }],
  ['bars', `ticket|updated|status\n${rows.replaceAll(',', '|')}`, { delimiter: '|' }],
  [
    'semicolons around decimal commas',
    `ticket;updated;status;cost\n${rows.replaceAll(',', ';').replaceAll('\n', ';1,5\n')}`,
    { delimiter: ';' },
  ],
  [
    'a line that names the delimiter',
    `sep=|\r\nticket|updated|status\n${rows.replaceAll(',', '|')}`,
    { delimiter: '|' },
  ],
  ['lines in front of the header', `Report\nof today\nticket,updated,status\n${rows}`, { headerRow: 3 }],
  [
    'Windows-1252',
    Buffer.from(`ticket,updated,status\n${rows}C,2020-01-01,Gepr\xfcft\n`, 'latin1'),
    { encoding: 'windows-1252' },
  ],
  ['UTF-16', Buffer.from(`\ufeffticket,updated,status\n${rows}`, 'utf16le'), { encoding: 'utf-16le' }],
  [
    'several words for what is missing',
    `ticket,updated,status\n${rows}C,2020-01-01,\\N\nC,2020-01-02,N/A\n`,
    { missing: ['\\N', 'N/A'] },
  ],
])('a file with %s is drafted so', async (_, text, file) => {
  const { mapping } = await suggestFor(text);
  expect(mapping.file).toMatchObject(file);
  expect(mapping.columns).toMatchObject({ item: 'ticket', at: 'updated', state: 'status' });
  expect((await read(text, mapping)).result.rejected).toBe(0);
});

test.each([
  ['caller_id', 'Caller 7', true],
  ['Reviewed by', 'Ann', true],
  ['contact', 'a@b.example', true],
  ['misc', 'a@b.example', true],
  ['Bearbeiter', 'Ann', true],
  ['resource', 'Ann', true],
  ...[
    'Assignees|Approvers|Reviewers|Managers|Attendees|Developer|Tester|Supervisor|Scrum Master|On behalf of|Raised For',
    'Opened For|Geändert von|Erstellt von|Sachbearbeiter|Ansprechpartner|Auftraggeber|Kunde|Zuständig|Modifié par|Demandeur',
    'Lead|Dev Lead|QA|CC|Signatory|Executive|Consultant|Melder/in|Bearbeiter/in|Approved from|Responsable|handled by',
  ]
    .join('|')
    .split('|')
    .map((name): [string, string, boolean] => [name, 'Ann', true]),
  ['Bearbeitergruppe', 'Netze', false],
  ['Support Team', 'Service Desk', false],
  ['user_count', '7', false],
  ['contact_type', 'Phone', false],
  ['updated_by_customer', 'true', false],
  ['author_team', 'Team 7', false],
  ['superseded-by', 'B', false],
])('a column %s with %s is drafted as people: %s', async (name, value, expected) => {
  const text = `ticket,updated,status,${name}\n${rows.replaceAll('\n', `,${value}\n`)}`;
  const { mapping } = await suggestFor(text);
  const people = [...mapping.people, mapping.columns.person, mapping.columns.actor];
  expect(people.includes(name)).toBe(expected);
});

test.each([
  ['names in full', ['Ada Lovelace', 'Alan M. Turing', 'Grace Hopper'], true],
  ['last names first', ['Lovelace, Ada', 'Turing, Alan', 'Hopper, Grace'], true],
  ['initials', ['A. Lovelace', 'A. Turing', 'G. Hopper'], true],
  ['teams', ['Service Desk', 'Network Ops', 'Payments Squad'], false],
  ['single words', ['Berlin', 'Hamburg', 'Bonn'], false],
])('a column that is called like nothing and holds %s is drafted as people: %#', async (_, values, expected) => {
  const lines = rows.trimEnd().split('\n');
  const body = lines.map((line, index) => `${line},"${values[index % values.length]}"`).join('\n');
  const { mapping } = await suggestFor(`ticket,updated,status,Name\n${body}\n`);
  expect(mapping.people.includes('Name')).toBe(expected);
});

test.each([
  ['seconds', ['1740817800', '1740821400'], 'epoch-s', 'from 2025-03-01 to 2025-03-01'],
  ['milliseconds', ['1740817800000', '1740821400000'], 'epoch-ms', 'from 2025-03-01 to 2025-03-01'],
  ['microseconds', ['1740817800000000', '1740821400000000'], 'epoch-us', 'from 2025-03-01 to 2025-03-01'],
])(
  'a column of numbers counts %s where nothing else is a time, and that is asked',
  async (unit, times, format, range) => {
    const { mapping, questions } = await suggestFor(log(times, 'ticket,status,moment'));
    expect(mapping.columns.at).toBe('moment');
    expect(mapping.time.formats).toEqual([format]);
    expect(questions.join()).toContain(`Does moment count ${unit} since 1970?`);
    expect(questions.join()).toContain(range);
  },
);

test.each([
  ['beside a column of times', 'ticket,status,code,updated', '1740817800,2020-01-01'],
  ['in a column named like an item', 'number,status,updated', '2020-01-01'],
])('numbers %s are no times', async (_, head, value) => {
  const { mapping } = await suggestFor(log([value, value.replace('01-01', '01-02')], head));
  expect(mapping.columns.at).toBe('updated');
});

test('columns of JSON are left alone, said so, and asked about', async () => {
  const text = `ticket,updated,team,status\n${rows.replaceAll(/,(New|Done)\n/g, ',"{""who"":""Ann $1""}",$1\n')}`;
  const { mapping, questions, yaml } = await suggestFor(text);
  expect(mapping.columns).toEqual({ item: 'ticket', at: 'updated', state: 'status' });
  expect(yaml).toContain('Left alone, since JSON cannot be mapped: team;');
  expect(questions.join()).toContain('Does team hold free text that names people?');
});

test('columns of one name are told apart, and asked about', async () => {
  const text = `ticket,updated,status,status\n${rows.replaceAll('\n', ',x\n')}`;
  const { mapping, questions } = await suggestFor(text);
  expect(mapping.columns.state).toBe('status (1)');
  expect(questions).toContain(
    'Which column is meant by status? Several have that name, so they are called status (1), status (2), in the order of the file.',
  );
  expect((await read(text, mapping)).result.rejected).toBe(0);
});

test('columns without a name are asked about, and are no sign that the header is data', async () => {
  const { questions } = await suggestFor(`ticket,,status,\n${rows.replaceAll('\n', ',x\n')}`);
  expect(questions.join()).toContain('What do column 2, column 4 hold?');
  expect(questions.join()).not.toContain('It looks like data');
});

test('a header that joined exports repeat names the columns', async () => {
  const head = 'ticket,updated,status\n';
  expect((await suggestFor(`${head}${rows}${rows}${rows}${head}${rows}${rows}`)).mapping.columns.item).toBe('ticket');
});

test('a column of names of people is no item, whatever it is called', async () => {
  const names = ['Ann Lee', 'Bob May', 'Cy Ross', 'Di Ames'];
  const text = `ref,zz,updated,status\n${names.map((name, i) => `R${i >> 1},${name},2020-01-0${i + 1},${i % 2 ? 'Done' : 'New'}`).join('\n')}\n`;
  expect((await suggestFor(text)).mapping.columns.item).toBe('ref');
});

test.each<[string, string, string[], boolean]>([
  ['days by themselves', '2020-03-05', [], false],
  ['times of day', '2020-03-05 10:00', [], false],
  ['midnights, which are asked about', '2020-03-05 00:00', ['due'], true],
  ['midnights as Jira writes them', '05/Mar/20 12:00 AM', ['due'], true],
])('what is promised is drafted as %s', async (_, due, wholeDays, asked) => {
  const text = `ticket,updated,status,due\n${rows.replaceAll('\n', `,${due}\n`)}`;
  const { mapping, questions } = await suggestFor(text);
  expect(mapping.columns.promised).toBe('due');
  expect(mapping.time.wholeDays).toEqual(wholeDays);
  expect(questions.join().includes('Does due mean the whole day?')).toBe(asked);
});

const withAmounts = (name: string, amounts: readonly string[]): string => {
  const lines = rows.trimEnd().split('\n');
  return `ticket,updated,status,${name}\n${amounts.map((amount, i) => `${lines[i % lines.length]},"${amount}"\n`).join('')}`;
};

const early = Array.from({ length: 25_000 }, () => '1.234');

test.each<[string, string, readonly string[], unknown, string]>([
  ['a comma, which one amount tells', 'Betrag', ['1.234', '12.500,00', '99'], { decimal: ',' }, ''],
  ['a point, which one amount tells', 'cost', ['1,234', '12.50'], { decimal: '.' }, ''],
  ['a comma that an amount behind the sample tells', 'Betrag', [...early, '0,5', '1.234'], { decimal: ',' }, ''],
  ['a comma in a column of currencies', 'zz', ['12,50 €', '1.234 €'], { decimal: ',' }, ''],
  [
    'a question, where every amount reads both ways',
    'Betrag',
    ['1.234', '2.500'],
    {},
    'Is 1.234 in Betrag 1.234 or 1234?',
  ],
  ['a question, where both signs are met', 'Betrag', ['1,5', '1.5'], {}, 'Both are met (1.5 and 1,5)'],
  ['a question, where there are several currencies', 'price', ['EUR 1', 'USD 2'], {}, 'price has EUR, USD'],
  ['nothing, where all are whole', 'amount', ['1', '12500'], {}, ''],
  ['nothing, where no column holds amounts', 'version', ['1.234', '1.5'], {}, ''],
])('amounts are drafted with %s', async (_, name, amounts, numbers, question) => {
  const { mapping, questions, yaml } = await suggestFor(withAmounts(name, amounts));
  expect(mapping.numbers).toEqual(numbers);
  expect(questions.join('\n')).toContain(question);
  expect(yaml.includes(`${name}: a `)).toBe(mapping.numbers.decimal !== undefined);
});

test.each([
  ['opened,resolved,closed', 'at=opened ended=resolved'],
  ['Closed,Opened', 'at=Opened ended=Closed'],
  [
    'sys_created_on,opened_at,sys_updated_on,closed_at,resolved_at',
    'at=sys_updated_on created=opened_at ended=resolved_at',
  ],
  ['Created,Updated,Started,Completed', 'at=Updated created=Created ended=Completed'],
  ['Planned Start,Planned End,Open Time,Close Time', 'at=Open Time ended=Close Time promised=Planned Start'],
  ['opened,Requested End Date', 'at=opened promised=Requested End Date'],
])('of a list with the times %s each row is of the end of its item', async (names, expected) => {
  const lines = Array.from({ length: 20 }, (_, i) => {
    const times = names.split(',').map((name) => {
      if (i % 10 === 7 && /close|resol|complete|started/iu.test(name)) return '';
      return `2026-03-${day(1 + i)} ${/open|creat/iu.test(name) ? '09' : '17'}:00`;
    });
    return [`T${i}`, i % 10 === 7 ? 'Open' : 'Closed', ...times].join();
  });
  const { mapping } = await suggestFor([`number,state,${names}`, ...lines, ''].join('\n'));
  const { at, created, ended, promised } = mapping.columns;
  const times = Object.entries({ at, created, ended, promised }).filter(([, name]) => name !== undefined);
  expect(times.map(([part, name]) => `${part}=${name}`).join(' ')).toBe(expected);
});

test.each([
  ['a list', 'id,updated,status\n1,2020-01-01,New\n2,2020-01-02,Done\n', 'stands on one row only'],
  [
    'a file of unknown bytes',
    Buffer.from(`ticket,updated,status\n${rows}C,2020-01-01,\xfc\n`, 'latin1'),
    'windows-1252',
  ],
  ['free text', `ticket,updated,status,description\n${rows.replaceAll('\n', ',x\n')}`, 'description'],
  ['an item that is named like nothing', `thing,updated,status\n${rows}`, 'which item a row is about'],
])('%s is asked about', async (_, text, part) => {
  expect((await suggestFor(text)).questions.join('\n')).toContain(part);
});

const cost = 'BilledCost,EffectiveCost,ListUnitPrice,BillingAccountId,ChargePeriodStart,ResourceId,CommitmentStatus';
const charges = Array.from({ length: 9 }, (_, i) => `0.${i},1.${i},2,77${i % 2},2024-01-0${1 + i},r${i},S${i}`);

test.each([
  ['one column', 'a\nb\nc\n', 'log-unrecognised', 'one column only'],
  ['no times', 'ticket,status\nA,New\nA,Done\n', 'log-unrecognised', 'no column holds a date or time'],
  ['a header and no rows', 'ticket,updated,status\n', 'log-unrecognised', 'has no row below'],
  ['costs', [cost, ...charges, ''].join('\n'), 'log-unrecognised', 'BilledCost, EffectiveCost, ListUnitPrice'],
  [
    'items and one time alone',
    'id,size,finished\n1,5,2020-01-02\n2,6,2020-01-04\n',
    'log-unrecognised',
    'no column says what happened',
  ],
  ['times in its first line', rows, 'header-missing', 'line 1 holds "2020-01-01"'],
  ['values in its first line', 'A,x,New\nA,y,Done\nB,z,New\n', 'header-missing', 'line 1 holds "A"'],
  ['nothing', '', 'file-empty', 'is empty'],
  ['blank lines', ' \n\n', 'file-empty', 'is empty'],
  [
    'one line without an end',
    'a,b,'.repeat(2_500_000),
    'header-unreadable',
    'there is no line break (LF, CR or both) in the first 8,388,608 bytes',
  ],
  ['a line that is too long', `${'x'.repeat(4 << 20)}\n`, 'header-unreadable', 'it is 4,194,304 bytes long'],
  ['one long line by itself', 'x'.repeat(4 << 20), 'header-unreadable', 'in the 4,194,304 bytes, and a line of names'],
  ['a workbook', 'PK\u0003\u0004', 'file-not-text', 'Excel'],
])('a file with %s is refused', async (_, text, code, why) => {
  await expect(suggestFor(text)).rejects.toMatchObject({ code, message: expect.stringContaining(why) });
});

test.each([
  ['an object', '{\n  "a": [1,\n 2]\n}\n'],
  ['a list of objects', '[\n  {"a": 1, "b": 2},\n  {"a": 1, "b": 2}\n]\n'],
])('JSON is refused as such where it is %s', async (_, text) => {
  await expect(suggestFor(text)).rejects.toThrow('it is JSON, which is not read; export its rows as CSV');
});

const logOf = (rows: number): string =>
  [
    'ticket,status,updated',
    ...Array.from({ length: rows }, (_, n) => {
      const status = ['New', 'In Progress', 'Done'][n % 3];
      return `T${Math.floor(n / 3)},${status},2026-01-${day(1 + (n % 28))}T10:00:00Z`;
    }),
  ].join('\n');

test.each([
  ['all rows, where all were looked at', logOf(1200), 'a draft from all 1,200 rows.'],
  [
    'how many of them, where some are cut otherwise',
    `${logOf(1200)}\nT1,open`,
    'a draft from 1,200 of its 1,201 rows.',
  ],
  ['a sample, where there are more', logOf(20_001), 'a draft from a sample of 20,000 rows.'],
])('a draft says that it is from %s', async (_, log, words) => {
  expect((await suggestFor(log)).yaml.split('\n', 1)[0]).toContain(words);
});
