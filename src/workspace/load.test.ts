import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { folderWith } from './fixtures/folder.ts';
import { loadWorkspace } from './load.ts';
import { problemText } from './problem.ts';

const Columns = z.strictObject({ columns: z.record(z.string(), z.string()).default({}) });

const settings = `name: Acme
currency: EUR
timeZone: UTC
sources:
  - key: desk
    path: desk.csv
    mapping: maps/desk.yaml
`;

const told = (files: Readonly<Record<string, string | Uint8Array>>): string[] => {
  const loaded = loadWorkspace(folderWith(files), Columns);
  return 'problems' in loaded ? loaded.problems.map(problemText) : [];
};

test('a workspace is its settings, its records and its maps', () => {
  const folder = folderWith({
    'throughline.yaml': settings,
    'maps/desk.yaml': 'columns: {item: number}',
    'model/a.yaml': 'teams: [{key: x}]',
    'model/deep/b.yml': '\uFEFFteams: [{key: y}]',
    'model/.hidden.yaml': 'nonsense',
    'model/notes.txt': 'nonsense',
    'model/old.yaml.bak': 'nonsense',
  });
  const loaded = loadWorkspace(folder, Columns);
  if ('problems' in loaded) throw new Error(loaded.problems.map(problemText).join());
  expect(loaded.configuration.name).toBe('Acme');
  expect(loaded.records.map(({ key }) => key)).toEqual(['current', 'x', 'y']);
  expect(loaded.maps.get('maps/desk.yaml')?.value).toEqual({ columns: { item: 'number' } });
  expect(loaded.maps.get('maps/desk.yaml')?.at(['columns', 'item'])).toEqual({ line: 1, column: 11 });
});

test.each([
  ['settings alone', { 'throughline.yaml': 'name: Acme\ncurrency: EUR\ntimeZone: UTC' }, []],
  [
    'every problem of every file at once, in their order',
    {
      'throughline.yaml': `${settings}actr: me`,
      'maps/desk.yaml': 'colums: {}',
      'model/a.yaml': 'teams: [{key: X}]',
      'model/b.yaml': 'teams: {',
    },
    [
      expect.stringMatching(/^maps\/desk\.yaml:1:1 colums: .*; did you mean "columns"\?$/),
      expect.stringMatching(/^model\/a\.yaml:1:10 teams\[0\]\.key: /),
      expect.stringMatching(/^model\/b\.yaml:1:\d+ found .*expected YAML/),
      expect.stringMatching(/^throughline\.yaml:8:1 actr: .*; did you mean "actor"\?$/),
    ],
  ],
  [
    'a source whose map is not there',
    { 'throughline.yaml': settings, 'maps/desks.yaml': '' },
    [
      'throughline.yaml:7:5 sources[0].mapping: found "maps/desk.yaml", expected a file under maps/, such as maps/jira.yaml; did you mean "maps/desks.yaml"?',
    ],
  ],
  [
    'a file in another encoding, and nothing that would follow from it',
    {
      'throughline.yaml': settings,
      'maps/desk.yaml': '',
      'model/a.yaml': new Uint8Array([0x61, 0x3a, 0xe9]),
      'model/b.yaml': 'services: [{key: s, owner: x}]',
    },
    ['model/a.yaml:1:1 found other bytes, expected text in UTF-8'],
  ],
])('a workspace tells %s', (_, files, expected) => {
  expect(told(files)).toEqual(expected);
});

test('a folder without throughline.yaml is no workspace', () => {
  const folder = folderWith();
  expect(() => loadWorkspace(folder, Columns)).toThrow(expect.objectContaining({ code: 'not-a-workspace' }));
  expect(() => loadWorkspace(join(folder, 'none'), Columns)).toThrow(
    expect.objectContaining({ code: 'not-a-workspace' }),
  );
});
