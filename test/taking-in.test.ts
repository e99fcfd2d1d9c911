import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diagnoseWorkspace } from '#api/diagnosis.ts';
import { importEvidence, listImports, undoImport } from '#api/evidence.ts';
import {
  draftUpload,
  forgetUpload,
  listUploads,
  previewUpload,
  showUpload,
  takeInUpload,
  takeOutUpload,
  tryUpload,
} from '#api/uploads.ts';
import type { Room } from '#handlers/room.ts';
import { undoBegun } from '#handlers/taking-in.ts';
import { placeInInbox } from '#workspace/inbox.ts';
import { Server } from './fixtures/server.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

const settings = `# What we are called.
name: Ours
currency: EUR
timeZone: Europe/Berlin

# Where evidence comes from.
sources: []
  # - key: service-desk
`;

/** So many items, a day apart, each new, worked on and done; the last field is somebody. */
const log = (items: number, from = 0): string =>
  `Ticket,Changed,Status,Team,Assignee\n${Array.from({ length: items }, (_, n) =>
    ['New', 'In Progress', 'Done']
      .map((state, step) => {
        const at = new Date(Date.UTC(2026, 0, 1 + n + from, 8 + step * 4)).toISOString();
        return `T-${n + from},${at},${state},Team ${n % 3},Ann Lee ${n % 5}\n`;
      })
      .join(''),
  ).join('')}`;

let folder = '';
let room: Room;
let uploads = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-taking-in-'));
  written(folder, { 'throughline.yaml': settings, 'model/design.yaml': 'teams: []\n' });
  room = roomIn(folder);
});

afterEach(async () => {
  await room.close();
  removed(folder);
});

const handOver = (name: string, text: string | Uint8Array): string => {
  uploads++;
  const upload = createHash('md5').update(String(uploads)).digest('hex');
  writeFileSync(placeInInbox(room.state, upload, name, room.surroundings.now().getTime()), text);
  return upload;
};

/** Every file outside of the state folder, with what it holds. */
const files = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => !file.startsWith('.throughline') && statSync(join(folder, file)).isFile())
      .sort()
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );

/** As the next call of a server begins. */
const next = (): void => room.renew();

test('a file is looked at and drafted, and no value of a column of people is told', async () => {
  const upload = handOver('Tickets März.csv', log(20));
  const { seen, draft, refusal, taken, fits } = await ask(room, showUpload, { upload });
  expect([refusal, taken, fits]).toEqual([null, null, []]);
  expect(seen).toMatchObject({
    importer: 'csv',
    rows: 60,
    written: { encoding: 'utf-8', delimiter: ',', headerRow: 1 },
  });
  expect(draft?.source).toEqual({ key: 'tickets-marz', name: 'Tickets März' });
  expect(draft?.columns.map(({ column, means }) => [column, means.join(' ')])).toEqual([
    ['Ticket', 'item'],
    ['Changed', 'at'],
    ['Status', 'state'],
    ['Team', 'team'],
    ['Assignee', 'person'],
  ]);
  expect(draft?.states.map(({ state, kind }) => [state, kind])).toEqual([
    ['New', 'new'],
    ['In Progress', 'active'],
    ['Done', 'done'],
  ]);
  expect(JSON.stringify({ seen, draft })).not.toContain('Ann Lee');
});

test('a draft is changed by a form and by hand, keeps its comments, and is there again after a while', async () => {
  const upload = handOver('tickets.csv', log(20));
  await ask(room, showUpload, { upload });
  const { draft } = await ask(room, draftUpload, {
    upload,
    edits: [
      { what: 'column', column: 'Assignee', means: ['actor'] },
      { what: 'state', state: 'In Progress', kind: 'queue' },
      { what: 'zone', zone: 'Europe/Berlin' },
    ],
    answers: 'zone',
  });
  expect(draft?.mapping).toContain('actor: Assignee');
  expect(draft?.mapping).toContain('kind: queue');
  expect(draft?.mapping).toContain('# Each name gets the key by which a design knows the team.');
  const typed = `${draft?.mapping ?? ''}\n# by hand\nlink: https://desk.example/{item}\n`;
  await ask(room, draftUpload, { upload, mapping: typed, source: { key: 'desk', name: 'The desk' } });
  const again = await ask(room, showUpload, { upload });
  expect(again.draft).toMatchObject({ mapping: typed, source: { key: 'desk', name: 'The desk' }, answered: ['zone'] });
  const broken = await ask(room, draftUpload, { upload, mapping: 'columns:\n  item: Ticket\ntime: {}\n' });
  expect(broken.draft?.problems.map(({ path }) => path)).toEqual(['columns.at', 'time.formats', 'time.zone']);
  const anew = await ask(room, draftUpload, { upload, anew: true });
  expect([anew.draft?.problems, anew.draft?.answered]).toEqual([[], []]);
});

test.each([
  ['a key that is none', { key: 'The Desk' }, 'a key of lower-case letters'],
  ['a source that is there', { key: 'tickets' }, 'tickets-2 is free'],
])('%s is refused where a source is named', async (_, source, why) => {
  written(folder, {
    'throughline.yaml': settings.replace('[]', '[{key: tickets, path: t.csv, mapping: maps/t.yaml}]'),
    'maps/t.yaml': 'columns: {item: a, at: b}\ntime: {formats: [iso], zone: UTC}\n',
  });
  const upload = handOver('x.csv', log(5));
  await expect(ask(room, draftUpload, { upload, source })).rejects.toThrow(why);
});

const spoilt = log(100)
  .replaceAll(/2026-01-0([1-3])T12:00:00.000Z/gu, '0$1/01/2026 12:00')
  .replace('T-9,', ',');

test('rows that are not taken are told by what would mend them, and are mended by it', async () => {
  const upload = handOver('tickets.csv', spoilt);
  const { outcome, problems } = await ask(room, previewUpload, { upload, rejects: 2 });
  expect([outcome.what, outcome.file, outcome.total, outcome.accepted, outcome.rejected]).toEqual([
    'would-import',
    'tickets.csv',
    300,
    296,
    4,
  ]);
  expect(outcome.rejects).toHaveLength(2);
  expect(problems.map(({ code, column, rows }) => [code, column, rows])).toEqual([
    ['time-unreadable', 'Changed', 3],
    ['item-missing', 'Ticket', 1],
  ]);
  const [fix] = problems[0]?.fixes ?? [];
  expect(fix?.says).toContain('D/M/YYYY H:mm');
  await ask(room, draftUpload, { upload, edits: fix?.edits ?? [] });
  expect((await ask(room, previewUpload, { upload })).outcome).toMatchObject({ accepted: 299, rejected: 1 });
});

test('a file that looks like no log is given its meaning by hand', async () => {
  const rows = Array.from({ length: 40 }, (_, n) => `${n % 8};0${1 + (n % 9)}.01.2026 10:00;step ${n % 4}\n`);
  const upload = handOver('plain.csv', `Thing;Moment;Remark\n${rows.join('')}`);
  const { seen, draft, refusal } = await ask(room, showUpload, { upload });
  expect([refusal, seen?.doubt]).toEqual([null, expect.stringContaining('does not look like an event log')]);
  expect(draft?.problems.length).toBeGreaterThan(0);
  const means = [
    ['Thing', 'item'],
    ['Moment', 'at'],
    ['Remark', 'state'],
  ] as const;
  const edits = means.map(([column, meaning]) => ({ what: 'column' as const, column, means: [meaning] }));
  const drafted = await ask(room, draftUpload, { upload, edits });
  expect([drafted.draft?.problems, drafted.draft?.formats]).toEqual([[], ['D.M.YYYY H:mm']]);
  expect((await ask(room, previewUpload, { upload })).outcome).toMatchObject({ total: 40, accepted: 40 });
});

test('what would be said with a file is what is said once it was taken in, and nothing of it was kept', async () => {
  const upload = handOver('tickets.csv', log(40));
  const { before, after, outcome } = await ask(room, tryUpload, { upload });
  expect([before, outcome.accepted]).toEqual([null, 120]);
  expect((await ask(room, listImports, {})).total).toBe(0);
  expect(Object.keys(files())).toEqual(['model/design.yaml', 'throughline.yaml']);
  await ask(room, takeInUpload, { upload });
  next();
  const { notices: _, ...said } = await ask(room, diagnoseWorkspace, {});
  expect(said).toEqual(after);
  const more = handOver('more.csv', log(40, 40));
  const tried = await ask(room, tryUpload, { upload: more });
  expect(tried.before).toEqual(after);
  expect(tried.after?.coverage).toMatchObject([{ source: 'tickets', items: 80 }]);
  const { notices: __, ...still } = await ask(room, diagnoseWorkspace, {});
  expect(still).toEqual(after);
});

test('a file is taken in with its mapping and a source, and taken out again as if it had never been there', async () => {
  const before = files();
  const upload = handOver('tickets.csv', log(20));
  await ask(room, draftUpload, { upload, source: { name: 'Tickets of the desk' } });
  const { taken } = await ask(room, takeInUpload, { upload });
  expect(taken).toMatchObject({ source: 'tickets', isNewSource: true, file: 'data/tickets/tickets.csv', accepted: 60 });
  next();
  expect(room.workspace.configuration.sources).toEqual([
    { key: 'tickets', name: 'Tickets of the desk', path: 'data/tickets', mapping: 'maps/tickets.yaml' },
  ]);
  expect(files()['throughline.yaml']).toContain('# What we are called.');
  expect(files()['throughline.yaml']).toContain('# - key: service-desk');
  const [unchanged] = (await ask(room, importEvidence, {})).imports;
  expect(unchanged?.what).toBe('unchanged');
  expect((await ask(room, showUpload, { upload })).taken).toEqual(taken);
  expect((await ask(room, takeInUpload, { upload })).taken).toEqual(taken);
  expect((await ask(room, takeOutUpload, { upload })).stays).toEqual([]);
  next();
  expect(files()).toEqual(before);
  expect((await ask(room, listImports, {})).imports.map(({ state }) => state)).toEqual(['undone']);
  expect(await ask(room, showUpload, { upload })).toMatchObject({ taken: null, name: 'tickets.csv' });
  await expect(ask(room, takeOutUpload, { upload })).rejects.toThrow('was not taken in');
  expect((await ask(room, takeInUpload, { upload })).taken).toMatchObject({ source: 'tickets', accepted: 60 });
});

test('what was killed once the rows were in comes to the same end when it is begun again', async () => {
  const before = files();
  const upload = handOver('tickets.csv', log(20));
  const { taken } = await ask(room, takeInUpload, { upload });
  const after = files();
  const record = join(folder, '.throughline', 'taken-in', `${upload}.json`);
  const begun: unknown = { ...JSON.parse(readFileSync(record, 'utf8')), taken: null };
  renameSync(join(folder, taken.file), join(folder, '.throughline', 'inbox', upload, 'tickets.csv'));
  rmSync(join(folder, 'maps'), { recursive: true });
  written(folder, {
    'throughline.yaml': before['throughline.yaml'] ?? '',
    [relative(folder, record)]: JSON.stringify(begun),
  });
  next();
  const again = await ask(room, takeInUpload, { upload });
  expect([again.taken.run, again.taken.accepted]).toEqual([taken.run, 60]);
  expect(files()).toEqual(after);
  next();
  expect((await ask(room, listImports, {})).imports).toHaveLength(1);
});

const first = async (path: string, data = 'logs'): Promise<void> => {
  written(folder, {
    'throughline.yaml': `${settings.replace('[]', `\n  - {key: desk, path: ${path}, mapping: maps/desk.yaml} # ours`)}dataFolder: ${data}\n`,
    'maps/desk.yaml':
      'columns: {item: Ticket, at: Changed, state: Status, team: Team, person: Assignee}\ntime: {formats: [iso], zone: UTC}\n',
    [`${data}/desk.csv`]: log(10),
  });
  next();
  await ask(room, importEvidence, {});
};

test.each([
  ['a folder', 'logs', 'logs/new.csv'],
  ['a pattern', 'logs/desk*.csv', 'logs/desk-new.csv'],
  ['one file', 'logs/desk.csv', 'logs/desk-new.csv'],
  ['one file, though it has no Latin letter,', 'logs/desk.csv', 'logs/desk-more.csv', '障害.csv'],
  ['nothing but an ending', 'logs/*.csv', 'logs/new.csv'],
])(
  'a further file of a source that names %s is found by it, and goes again',
  async (_, path, place, name = 'new.csv') => {
    await first(path);
    const before = files();
    const upload = handOver(name, log(15));
    expect(await ask(room, showUpload, { upload })).toMatchObject({
      fits: [{ source: 'desk' }],
      draft: { furtherOf: 'desk' },
    });
    const { taken } = await ask(room, takeInUpload, { upload });
    expect(taken).toMatchObject({ source: 'desk', isNewSource: false, file: place, mapping: null });
    expect(taken.fates).toEqual({ new: 15, known: 30, superseded: 0 });
    next();
    const { imports } = await ask(room, importEvidence, {});
    expect(imports.map(({ file, what }) => [file, what])).toEqual(
      [
        ['logs/desk.csv', 'unchanged'],
        [place, 'unchanged'],
      ].toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    );
    await ask(room, takeOutUpload, { upload });
    next();
    expect(files()).toEqual(before);
  },
);

test('what somebody changed since stays when a file is taken out', async () => {
  const upload = handOver('tickets.csv', log(20));
  await ask(room, takeInUpload, { upload });
  const now = files();
  written(folder, {
    'throughline.yaml': (now['throughline.yaml'] ?? '').replace('name: Ours', 'name: Ours and yours'),
    'maps/tickets.yaml': `${now['maps/tickets.yaml']}# mine\n`,
  });
  next();
  const { stays } = await ask(room, takeOutUpload, { upload });
  expect(stays).toEqual(['maps/tickets.yaml was changed since, or is named by another source, and stays.']);
  next();
  expect(room.workspace.configuration).toMatchObject({ name: 'Ours and yours', sources: [] });
  expect(files()['maps/tickets.yaml']).toContain('# mine');
});

test('what cannot be written leaves nothing behind, neither rows nor files', async () => {
  written(folder, { maps: 'a file where the folder of mappings should be' });
  const before = files();
  const upload = handOver('tickets.csv', log(20));
  await expect(ask(room, takeInUpload, { upload })).rejects.toThrow('maps');
  expect(files()).toEqual(before);
  expect((await ask(room, listImports, {})).imports.filter(({ state }) => state === 'committed')).toEqual([]);
  expect(await ask(room, showUpload, { upload })).toMatchObject({ taken: null, bytes: log(20).length });
});

test('a file of which no row can be read is not taken in', async () => {
  const upload = handOver('tickets.csv', log(20));
  await ask(room, draftUpload, { upload, edits: [{ what: 'formats', formats: ['D/M/YYYY'] }] });
  await expect(ask(room, takeInUpload, { upload })).rejects.toThrow('none of its 60 rows can be read');
  expect(Object.keys(files())).toEqual(['model/design.yaml', 'throughline.yaml']);
});

test('what is one’s own is not mixed with what is made up', async () => {
  written(folder, { 'throughline.yaml': `${settings}sample: true\n` });
  const upload = handOver('tickets.csv', log(20));
  expect((await ask(room, previewUpload, { upload })).outcome.accepted).toBe(60);
  await expect(ask(room, takeInUpload, { upload })).rejects.toThrow('made up');
});

test('an import that was undone by itself takes its file along when it is taken out', async () => {
  const upload = handOver('tickets.csv', log(20));
  const { taken } = await ask(room, takeInUpload, { upload });
  next();
  await ask(room, undoImport, { run: taken.run });
  await ask(room, takeOutUpload, { upload });
  next();
  expect(Object.keys(files())).toEqual(['model/design.yaml', 'throughline.yaml']);
});

test('a file lies in a folder of the evidence that is called so, and never over another', async () => {
  mkdirSync(join(folder, 'elsewhere', 'tickets'), { recursive: true });
  written(folder, {
    'throughline.yaml': `${settings}dataFolder: elsewhere\n`,
    'maps/tickets.yaml': 'columns: {item: a, at: b}\ntime: {formats: [iso], zone: UTC}\n',
  });
  const upload = handOver('tickets.csv', log(20));
  const { taken } = await ask(room, takeInUpload, { upload });
  expect([taken.file, taken.mapping]).toEqual(['elsewhere/tickets-2/tickets.csv', 'maps/tickets-2.yaml']);
  next();
  // biome-ignore lint/suspicious/noTemplateCurlyInString: so it stands in the settings.
  expect(room.workspace.configuration.sources[0]?.path).toBe('${dataFolder}/tickets-2');
});

test('what was handed over is listed, and deleted when that is asked for', async () => {
  const upload = handOver('tickets.csv', log(5));
  expect(await ask(room, listUploads, {})).toMatchObject({
    largestMegabytes: 2000,
    uploads: [{ upload, name: 'tickets.csv' }],
  });
  await ask(room, forgetUpload, { upload });
  expect(await ask(room, listUploads, {})).toMatchObject({ uploads: [], taken: [] });
  const other = handOver('other.csv', log(5));
  await ask(room, takeInUpload, { upload: other });
  next();
  expect((await ask(room, listUploads, {})).taken).toMatchObject([{ upload: other, name: 'other.csv', accepted: 15 }]);
  expect(existsSync(join(folder, '.throughline', 'inbox', upload))).toBe(false);
});

/** The runs that stand, with the file of each and its rows. */
const standing = async (): Promise<unknown[]> =>
  (await ask(room, listImports, {})).imports
    .filter(({ state }) => state === 'committed')
    .map(({ file, accepted }) => [file, accepted])
    .toSorted(([a], [b]) => String(a).localeCompare(String(b)));

test('a file that left its folder keeps its rows, whatever is handed over under its name', async () => {
  await first('logs');
  written(folder, { 'logs/new.csv': log(12) });
  next();
  await ask(room, importEvidence, {});
  rmSync(join(folder, 'logs', 'new.csv'));
  next();
  const upload = handOver('new.csv', log(15, 100));
  const { taken } = await ask(room, takeInUpload, { upload });
  expect(taken.file).toBe('logs/new-2.csv');
  const before = [
    ['logs/desk.csv', 30],
    ['logs/new.csv', 36],
  ];
  expect(await standing()).toEqual([before[0], ['logs/new-2.csv', 45], before[1]]);
  next();
  await ask(room, takeOutUpload, { upload });
  expect(await standing()).toEqual(before);
  const unread = handOver('new.csv', log(15, 200).replaceAll('2026-', 'year '));
  await ask(room, draftUpload, { upload: unread, furtherOf: 'desk' });
  await expect(ask(room, takeInUpload, { upload: unread })).rejects.toThrow('none of its 45 rows can be read');
  expect(await standing()).toEqual(before);
});

test('a source that is made anew under a key that had rows lets them be', async () => {
  const earlier = handOver('tickets.csv', log(20));
  await ask(room, takeInUpload, { upload: earlier });
  rmSync(join(folder, 'data'), { recursive: true });
  written(folder, { 'throughline.yaml': settings });
  next();
  const upload = handOver('tickets.csv', log(15, 100));
  const { taken } = await ask(room, takeInUpload, { upload });
  expect([taken.source, taken.file]).toEqual(['tickets', 'data/tickets-2/tickets.csv']);
  next();
  await ask(room, takeOutUpload, { upload });
  expect(await standing()).toEqual([['data/tickets/tickets.csv', 60]]);
});

test('a source stays for as long as another file of it is there', async () => {
  const untouched = files();
  const one = handOver('tickets.csv', log(20));
  await ask(room, takeInUpload, { upload: one });
  next();
  const two = handOver('more.csv', log(15, 100));
  await ask(room, showUpload, { upload: two });
  expect((await ask(room, takeInUpload, { upload: two })).taken.source).toBe('tickets');
  next();
  const before = files();
  const { stays } = await ask(room, takeOutUpload, { upload: one });
  expect(stays).toEqual([
    'throughline.yaml keeps tickets as it is, with its mapping: data/tickets/more.csv is read by it, too.',
  ]);
  const { 'data/tickets/tickets.csv': _, ...rest } = before;
  expect(files()).toEqual(rest);
  next();
  expect((await ask(room, importEvidence, {})).imports.map(({ file, what }) => [file, what])).toEqual([
    ['data/tickets/more.csv', 'unchanged'],
  ]);
  expect((await ask(room, takeOutUpload, { upload: two })).stays).toEqual([]);
  expect(files()).toEqual(untouched);
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

test('a path stays as wide as the files that were found by it since', async () => {
  await first('logs/desk.csv');
  const upload = handOver('new.csv', log(15));
  await ask(room, takeInUpload, { upload });
  written(folder, { 'logs/desk-mine.csv': log(12, 50) });
  next();
  await ask(room, importEvidence, {});
  const before = files();
  const { stays } = await ask(room, takeOutUpload, { upload });
  expect(stays).toEqual([
    'throughline.yaml keeps desk as it is, with its mapping: logs/desk-mine.csv is read by it, too.',
  ]);
  const { 'logs/desk-new.csv': _, ...rest } = before;
  expect(files()).toEqual(rest);
});

test.each([
  ['a path', 'path: logs/desk*.csv', 'path: logs/*.csv'],
  ['a source', 'key: desk, path: logs/desk*.csv', 'key: other, path: logs/*.csv'],
])('%s that was edited by hand since stays', async (what, from, to) => {
  await first('logs/desk.csv');
  const upload = handOver('new.csv', log(15));
  await ask(room, takeInUpload, { upload });
  const edited = (files()['throughline.yaml'] ?? '').replace(from, to);
  expect(edited).toContain(to);
  written(folder, { 'throughline.yaml': edited });
  next();
  const { stays } = await ask(room, takeOutUpload, { upload });
  expect(stays).toEqual(
    what === 'a path' ? ['throughline.yaml names desk in another way by now, and stays as it is.'] : [],
  );
  expect(files()['throughline.yaml']).toBe(edited);
});

test('a source that is not as it was written is somebody’s own, and is not removed', async () => {
  const upload = handOver('tickets.csv', log(20));
  await ask(room, takeInUpload, { upload });
  const edited = (files()['throughline.yaml'] ?? '').replace('path: data/tickets', 'path: logs');
  written(folder, { 'throughline.yaml': edited });
  next();
  expect((await ask(room, takeOutUpload, { upload })).stays).toEqual([
    'throughline.yaml names tickets in another way by now, and stays as it is.',
    'maps/tickets.yaml was changed since, or is named by another source, and stays.',
  ]);
  expect(files()['throughline.yaml']).toBe(edited);
});

test('a path is not widened over files that nobody spoke of, wherever the folder of the evidence is', async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: so it stands in the settings.
  await first('"${dataFolder}/desk.csv"', 'elsewhere');
  written(folder, { 'elsewhere/desk-of-others.csv': log(5, 50) });
  const before = files();
  const upload = handOver('new.csv', log(15));
  await expect(ask(room, takeInUpload, { upload })).rejects.toThrow('files such as desk-of-others.csv lie beside it');
  expect(files()).toEqual(before);
  rmSync(join(folder, 'elsewhere', 'desk-of-others.csv'));
  expect((await ask(room, takeInUpload, { upload })).taken.file).toBe('elsewhere/desk-new.csv');
});

/** As a process leaves it that was killed once the rows were in, and before anything was written. */
const killedOnceItsRowsWereIn = async (upload: string, before: Record<string, string>): Promise<string> => {
  const { taken } = await ask(room, takeInUpload, { upload });
  const record = join('.throughline', 'taken-in', `${upload}.json`);
  renameSync(join(folder, taken.file), join(folder, '.throughline', 'inbox', upload, 'tickets.csv'));
  rmSync(join(folder, 'maps'), { recursive: true });
  written(folder, {
    'throughline.yaml': before['throughline.yaml'] ?? '',
    [record]: JSON.stringify({ ...JSON.parse(readFileSync(join(folder, record), 'utf8')), taken: null }),
  });
  next();
  return taken.file;
};

test('what was killed once the rows were in and nobody begins again is undone, and its file is kept for another day', async () => {
  const before = files();
  const upload = handOver('tickets.csv', log(20));
  await killedOnceItsRowsWereIn(upload, before);
  expect(await standing()).toEqual([['data/tickets/tickets.csv', 60]]);
  utimesSync(join(folder, '.throughline', 'inbox', upload), new Date('2026-01-01'), new Date('2026-01-01'));
  handOver('other.csv', log(5));
  await undoBegun(room, new Set([upload]));
  expect(await standing()).toEqual([['data/tickets/tickets.csv', 60]]);
  await undoBegun(room, new Set());
  next();
  expect(await standing()).toEqual([]);
  expect(files()).toEqual(before);
  handOver('another.csv', log(5));
  expect((await ask(room, listUploads, {})).uploads).toContainEqual(expect.objectContaining({ name: 'tickets.csv' }));
  expect((await ask(room, takeInUpload, { upload })).taken).toMatchObject({ accepted: 60 });
});

test('a server that begins undoes what the one before it was killed at, unless a job goes on with it', async () => {
  const before = files();
  const upload = handOver('tickets.csv', log(20));
  await killedOnceItsRowsWereIn(upload, before);
  await room.close();
  const server = await Server.in(folder);
  try {
    expect((await server.ask('/api/v1/imports')).said).toMatchObject({ imports: [{ state: 'undone' }] });
    expect((await server.ask('/api/v1/uploads')).said).toMatchObject({ uploads: [{ upload, name: 'tickets.csv' }] });
    expect(files()).toEqual(before);
  } finally {
    await server.ended('SIGTERM');
  }
});

test('what is broken off once the rows are in is taken out again', async () => {
  const before = files();
  const upload = handOver('tickets.csv', log(20));
  const told = new AbortController();
  const patient = room.surroundings;
  const brokenOff = new Error('broken off');
  const now = (): Date => {
    if (told.signal.aborted || !existsSync(join(folder, 'data'))) return patient.now();
    told.abort();
    room.stop();
    throw brokenOff;
  };
  room.surroundings = { ...patient, signal: told.signal, now };
  await expect(ask(room, takeInUpload, { upload })).rejects.toBe(brokenOff);
  room.surroundings = patient;
  await room.leave();
  expect(await standing()).toEqual([]);
  expect(files()).toEqual(before);
  expect(await ask(room, showUpload, { upload })).toMatchObject({ taken: null, bytes: log(20).length });
});

test('a file that somebody else put there meanwhile is neither read nor lost', async () => {
  const upload = handOver('tickets.csv', log(20));
  const place = await killedOnceItsRowsWereIn(upload, files());
  written(folder, { [place]: log(3, 70) });
  expect(await ask(room, showUpload, { upload })).toMatchObject({ taken: null, bytes: log(20).length });
  const { taken } = await ask(room, takeInUpload, { upload });
  expect(taken).toMatchObject({ file: 'data/tickets-2/tickets.csv', accepted: 60 });
  expect(await standing()).toEqual([[taken.file, 60]]);
  next();
  await ask(room, takeOutUpload, { upload });
  expect(files()).toMatchObject({ [place]: log(3, 70) });
  expect(await standing()).toEqual([]);
  expect(await ask(room, showUpload, { upload })).toMatchObject({ taken: null, bytes: log(20).length });
});

test('no value of a column is kept of a file that was taken in', async () => {
  const upload = handOver('tickets.csv', log(20));
  await ask(room, draftUpload, { upload, source: { name: 'The desk' } });
  const inbox = join(folder, '.throughline', 'inbox', upload);
  expect(readFileSync(join(inbox, '.seen.json'), 'utf8')).toContain('Team 0');
  await ask(room, takeInUpload, { upload });
  next();
  expect(readdirSync(inbox)).toEqual(['.draft.json']);
  expect(await ask(room, showUpload, { upload })).toMatchObject({ taken: { accepted: 60 }, seen: null, draft: null });
  await ask(room, takeOutUpload, { upload });
  next();
  expect((await ask(room, showUpload, { upload })).draft?.source.name).toBe('The desk');
});
