import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importRecords } from '#api/record-files.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

const entity = (kind: string, name: string, spec: string): string =>
  `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: {${spec}}\n`;

/** A workspace of its own, and how it takes in the files of a catalogue. */
const workspace = () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-backstage-'));
  written(folder, {
    'throughline.yaml': 'name: Acme\ncurrency: EUR\ntimeZone: UTC\nactor: ada\n',
    'model/a.yaml': 'design: {key: current, status: in-force}\n',
  });
  const room = roomIn(folder);
  onTestFinished(async () => {
    await room.close();
    removed(folder);
  });
  const takeIn = (files: readonly string[]) =>
    ask(room, importRecords, {
      files: files.map((text, index) => ({
        name: `${index}/catalog-info.yaml`,
        content: Buffer.from(text).toString('base64'),
      })),
      reason: 'as the catalogue has it',
    });
  const take = async (...files: readonly string[]) => {
    const { changes, files: read } = await takeIn(files);
    return {
      changes: changes.map(({ what, kind, key }) => `${what} ${kind} ${key}`),
      rejected: read.flatMap(({ name, rejected }) =>
        rejected.map(
          ({ sheet, row, field, found, expected }) => `${name} ${sheet} ${row} ${field}: ${found}, ${expected}`,
        ),
      ),
    };
  };
  return { takeIn, take };
};

test('who answers for a service comes with the groups, moves when they move it, and is listed where nobody knows the group', async () => {
  const { take } = workspace();
  const groups = [entity('Group', 'red', ''), entity('Group', 'blue', 'parent: red')].join('---\n');
  expect(await take(entity('Component', 'shop', 'owner: red'))).toEqual({
    changes: ['added service shop'],
    rejected: ['0/catalog-info.yaml component:default/shop 4 spec.owner: "red", the key of a team'],
  });
  expect(await take(entity('Component', 'shop', 'owner: red'), groups)).toEqual({
    changes: ['added ownership red.accountable.service.shop', 'added team blue', 'added team red'],
    rejected: [],
  });
  expect(await take(entity('Component', 'shop', 'owner: blue'))).toEqual({
    changes: ['added ownership blue.accountable.service.shop', 'removed ownership red.accountable.service.shop'],
    rejected: [],
  });
  expect((await take(entity('Component', 'shop', 'owner: blue'), groups)).changes).toEqual([]);
});

const twoGroups = [entity('Group', 'red', ''), entity('Group', 'blue', '')].join('---\n');
const shop = (owner: string): string => entity('Component', 'shop', `owner: ${owner}`);

test.each<[string, readonly string[], readonly string[]]>([
  ['an owner who is a person of another file', [shop('jane'), entity('User', 'jane', '')], []],
  ['an owner who is said to be a person', [shop('user:jane')], []],
  ['an owner who is a person of the same file', [`${shop('jane')}---\n${entity('User', 'jane', '')}`], []],
  [
    'a product whose owner is a person of another file',
    [entity('User', 'jane', ''), entity('System', 'web', 'owner: jane')],
    [],
  ],
  ['a group below a person', [entity('User', 'jane', ''), entity('Group', 'red', 'parent: jane')], []],
  [
    'a person who has one of two owners',
    [shop('jane'), entity('User', 'jane', ''), shop('red'), twoGroups],
    ['red.accountable.service.shop'],
  ],
])('nobody is named: %s', async (_, files, owned) => {
  const { takeIn } = workspace();
  const answer = await takeIn(files);
  const rejected = answer.files.flatMap((file) => file.rejected);
  expect(rejected.map(({ row, found }) => [row, found])).toEqual([[4, 'a person']]);
  expect(answer.changes.flatMap(({ kind, key }) => (kind === 'ownership' ? [key] : []))).toEqual(owned);
  expect(JSON.stringify(answer)).not.toContain('jane');
});

test('a group owns what it owns, though a person is called as it is', async () => {
  const { take } = workspace();
  const { changes, rejected } = await take(shop('jane'), entity('User', 'jane', ''), entity('Group', 'jane', ''));
  expect(changes).toContain('added ownership jane.accountable.service.shop');
  expect(rejected).toEqual([]);
});

test('a service that several files give to different owners has the first, and the other is told with both places', async () => {
  const { take } = workspace();
  const { changes, rejected } = await take(shop('red'), shop('blue'), shop('red'), twoGroups);
  expect(changes.filter((change) => change.includes('ownership'))).toEqual([
    'added ownership red.accountable.service.shop',
  ]);
  expect(rejected).toEqual([
    '1/catalog-info.yaml component:default/shop 4 spec.owner: "blue", "red", as 0/catalog-info.yaml, component:default/shop, row 4 says of the same ownership',
  ]);
});
