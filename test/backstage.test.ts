import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importRecords } from '#api/record-files.ts';
import { ask, removed, roomIn, written } from './fixtures/workspace.ts';

const entity = (kind: string, name: string, spec: string): string =>
  `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: {name: ${name}}\nspec: {${spec}}\n`;

test('who answers for a service comes with the groups, moves when they move it, and is listed where nobody knows the group', async () => {
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
  const take = async (...files: readonly string[]) => {
    const given = files.map((text, index) => ({
      name: `${index}/catalog-info.yaml`,
      content: Buffer.from(text).toString('base64'),
    }));
    const { changes, files: read } = await ask(room, importRecords, {
      files: given,
      reason: 'as the catalogue has it',
    });
    return {
      changes: changes.map(({ what, kind, key }) => `${what} ${kind} ${key}`),
      rejected: read.flatMap(({ rejected }) =>
        rejected.map(({ sheet, row, field, found }) => `${sheet} ${row} ${field} ${found}`),
      ),
    };
  };
  const groups = [entity('Group', 'red', ''), entity('Group', 'blue', 'parent: red')].join('---\n');
  expect(await take(entity('Component', 'shop', 'owner: red'))).toEqual({
    changes: ['added service shop'],
    rejected: ['component:default/shop 4 spec.owner "red"'],
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
