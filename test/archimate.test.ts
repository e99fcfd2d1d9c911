import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { undoChange } from '#api/changes.ts';
import { exportArchimate, importRecords } from '#api/record-files.ts';
import { closeRecord, listRecords, setRecord } from '#api/records.ts';
import { everyKind } from '#model/fixtures/every-kind.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

const workspace = async (model: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-archimate-'));
  written(folder, {
    'throughline.yaml': 'name: Acme & Co\ncurrency: EUR\ntimeZone: UTC\nactor: ada\n',
    'model/all.yaml': model,
  });
  const room = roomIn(folder);
  onTestFinished(async () => {
    await room.close();
    removed(folder);
  });
  const take = (text: string) =>
    ask(room, importRecords, {
      files: [{ name: 'm.xml', content: Buffer.from(text).toString('base64') }],
      reason: 'drawn',
    });
  const give = async (onto?: string, known = false) => {
    const file = onto === undefined ? {} : { onto: { name: 'm.xml', content: Buffer.from(onto).toString('base64') } };
    const answer = await ask(room, exportArchimate, { ...file, known });
    return { ...answer, text: Buffer.from(answer.content, 'base64').toString() };
  };
  const keys = async (kind: string): Promise<string[]> =>
    (await ask(room, listRecords, { kinds: [kind] })).records.map(({ key, body }) => `${key}: ${String(body.name)}`);
  return { room, take, give, keys };
};

const drawn = (elements: string, relationships = ''): string =>
  `<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m"><name>M</name>
<elements>${elements}</elements>${relationships === '' ? '' : `<relationships>${relationships}</relationships>`}</model>`;
const element = (id: string, name: string, type = 'Capability'): string =>
  `<element identifier="${id}" xsi:type="${type}"><name>${name}</name></element>`;
const leads = (source: string, target: string): string =>
  `<relationship identifier="r" source="${source}" target="${target}" xsi:type="Realization"/>`;
const said = ({ changes }: { readonly changes: readonly { what: string; kind: string; key: string }[] }): string[] =>
  changes.map(({ what, kind, key }) => `${what} ${kind} ${key}`).sort();

test('an element is the same record when the tool renames it, and another that takes its name is another record', async () => {
  const { take, keys } = await workspace('');
  await take(drawn(element('a', 'Pay')));
  expect(said(await take(drawn(element('a', 'Settle') + element('b', 'Pay'))))).toEqual([
    'added capability pay-2',
    'changed capability pay',
  ]);
  expect(await keys('capability')).toEqual(['pay: Settle', 'pay-2: Pay']);
  expect(said(await take(drawn(element('b', 'Pay') + element('a', 'Settle'))))).toEqual([]);
});

test('a relationship that was moved in the tool is moved here, and what a person judged of it stays', async () => {
  const { room, take, keys } = await workspace('');
  const three = element('a', 'A') + element('b', 'B') + element('o', 'O', 'Outcome');
  await take(drawn(three, leads('a', 'o')));
  const key = 'capability.a.outcome.o';
  await ask(room, setRecord, { kind: 'chain-link', key, fields: { grade: 'B', contributes: 0.5 }, reason: 'measured' });
  expect(said(await take(drawn(three, leads('a', 'o'))))).toEqual([]);
  expect(said(await take(drawn(three, leads('b', 'o'))))).toEqual([
    'added chain-link capability.b.outcome.o',
    'removed chain-link capability.a.outcome.o',
  ]);
  expect(await keys('chain-link')).toHaveLength(1);
});

test('every record of a workspace that a model can say comes back from a new one unchanged', async () => {
  const { take, give } = await workspace(JSON.stringify(everyKind));
  const { text, elements, relations, unsaid } = await give();
  expect([elements.added, relations.added, unsaid].every((count) => count > 0)).toBe(true);
  const again = await take(text);
  expect(again.changes).toEqual([]);
  expect(again.files.map(({ rows, format }) => [format, rows.rejected])).toEqual([['archimate', 0]]);
  expect((await give(text)).text).toBe(text);
});

test('records are written into the file they came from: what was edited changes there, and nothing else', async () => {
  const { room, take, give, keys } = await workspace('capabilities: [{key: other, kind: it}]');
  const file = drawn(`${element('a', 'Pay')}<!-- kept -->${element('n', 'Server', 'Node')}`);
  const { changeSet } = await take(file);
  await ask(room, undoChange, { changeSet: changeSet ?? 0, reason: 'no' });
  expect(await keys('capability')).toEqual(['other: undefined']);
  await take(file);
  expect((await give(file, true)).text).toBe(file);
  await ask(room, setRecord, { kind: 'capability', key: 'pay', fields: { name: 'Pay & settle' }, reason: 'clearer' });
  expect((await give(file, true)).text).toBe(file.replace('>Pay<', '>Pay &amp; settle<'));
  const { elements } = await give(file);
  expect(elements).toEqual({ added: 1, changed: 1, withoutRecord: 0 });
});

test('a link that was closed and a parent that was taken away go from the file, and what an undone import said stays', async () => {
  const { room, take, give } = await workspace('');
  const above = '<relationship identifier="p" source="a" target="b" xsi:type="Composition"/>';
  const three = element('a', 'A') + element('b', 'B') + element('o', 'O', 'Outcome');
  const file = drawn(three, `${leads('a', 'o')}${above}`);
  const { changeSet } = await take(file);
  await ask(room, undoChange, { changeSet: changeSet ?? 0, reason: 'no' });
  expect((await give(file, true)).text).toBe(file);
  await take(file);
  await ask(room, setRecord, { kind: 'capability', key: 'b', fields: { parent: null }, reason: 'apart' });
  expect((await give(file, true)).text).toBe(drawn(three, leads('a', 'o')));
  await ask(room, closeRecord, { kind: 'chain-link', key: 'capability.a.outcome.o', reason: 'not so' });
  const { text, relations } = await give(file, true);
  expect(text).toBe(drawn(three));
  expect(relations).toEqual({ added: 0, changed: 0, removed: 2, withoutRecord: 0 });
  expect((await take(text)).changes).toEqual([]);
});

test('what two files of one model say differently of one element or relationship is told of the later one', async () => {
  const { room } = await workspace('');
  const three = element('b', 'B') + element('o', 'O', 'Outcome');
  const texts = [
    drawn(element('a', 'Pay') + three, leads('a', 'o')),
    drawn(element('a', 'Settle') + three, leads('b', 'o')),
  ];
  const files = texts.map((text, n) => ({ name: `${n}.xml`, content: Buffer.from(text).toString('base64') }));
  const answer = await ask(room, importRecords, { files, reason: 'drawn' });
  expect(
    answer.files.map(({ rejected }) =>
      rejected.map(({ sheet, field, found, expected }) => [sheet, field, found, expected]),
    ),
  ).toEqual([
    [],
    [
      ['r', 'giver.capability', '"b"', '"pay", as 0.xml, r, row 2 says of the same chain link'],
      ['a', 'name', '"Settle"', '"Pay", as 0.xml, a, row 2 says of the same capability'],
    ],
  ]);
});

test('things of one name in files that are taken in together are two records, and stay the two they are', async () => {
  const { room, keys } = await workspace('');
  const files = ['a', 'b'].map((file) => ({
    name: `L1-${file}.yaml`,
    content: Buffer.from(`id: BC-${file}\nname: Planning\nlevel: 1\ndescription: of ${file}\n`).toString('base64'),
  }));
  const take = (given: typeof files) => ask(room, importRecords, { files: given, reason: 'the catalogue' });
  expect(said(await take(files))).toEqual(['added capability planning', 'added capability planning-2']);
  expect(said(await take(files.toReversed()))).toEqual([]);
  expect(await keys('capability')).toEqual(['planning: Planning', 'planning-2: Planning']);
});
