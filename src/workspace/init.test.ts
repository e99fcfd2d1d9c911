import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { DesignModel } from '#model/design-model.ts';
import { standardPulse } from '#model/pulse.ts';
import { startingCapabilities } from '#model/starting-capabilities.ts';
import { checkDocument } from './check-document.ts';
import { folderWith } from './fixtures/folder.ts';
import { initWorkspace } from './init.ts';
import { loadWorkspace } from './load.ts';
import { publishedSchemas } from './schema.ts';

const beginnings = { name: 'Acme "IT"', currency: 'EUR', timeZone: 'Europe/Berlin' };
const nothing = z.object({});
const schemas = publishedSchemas({ mapping: nothing, table: nothing, ledger: nothing, focus: nothing });

test('a new workspace can be loaded as it is', () => {
  const folder = join(folderWith(), 'new');
  const written = initWorkspace(folder, beginnings, schemas);
  expect(loadWorkspace(folder, z.object({}))).toMatchObject({
    configuration: { name: 'Acme "IT"', currency: 'EUR', sources: [] },
    records: [
      { kind: 'design', key: 'current' },
      ...startingCapabilities.map(({ key }) => ({ kind: 'capability', key })),
    ],
  });
  for (const file of written) expect(existsSync(join(folder, file))).toBe(true);
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('.throughline/\n');
});

test.each([
  ['strategy', { goals: { length: 1 }, planningPeriods: { length: 1 }, goalCapabilities: [{ importance: 2 }] }],
  ['engagement', { channels: { length: 1 }, surveys: [{ questions: standardPulse }] }],
  ['structure', { teams: { length: 1 }, ownerships: { length: 1 }, design: { key: 'next-year', status: 'target' } }],
  [
    'governance',
    { roles: { length: 1 }, forums: { length: 1 }, decisionRights: [{ when: { amount: { below: 50_000 } } }] },
  ],
  ['delivery', { workflows: [{ stages: { length: 5 }, targets: { length: 1 } }], deliveryModels: { length: 1 } }],
])('what the new %s.yaml shows in comments is right', (name, expected) => {
  const folder = folderWith();
  initWorkspace(folder, beginnings, {});
  const text = readFileSync(join(folder, `model/${name}.yaml`), 'utf8');
  const shown = text.replace(/^( *)# (?= *(?:- |\w+:))/gm, '$1');
  const checked = checkDocument(name, shown, DesignModel);
  expect('problems' in checked ? checked.problems : checked.value).toMatchObject(expected);
});

test.each([
  ['its settings', 'throughline.yaml'],
  ['one of its files', 'model/delivery.yaml'],
])('nothing is written where a workspace has %s', (_, file) => {
  const folder = folderWith({ [file]: 'mine' });
  expect(() => initWorkspace(folder, beginnings, schemas)).toThrow(
    expect.objectContaining({ code: 'workspace-exists', detail: { folder, file } }),
  );
  expect(readFileSync(join(folder, file), 'utf8')).toBe('mine');
  expect(readdirSync(folder)).toHaveLength(1);
});

test('nothing is written for a currency that does not exist', () => {
  const folder = folderWith();
  expect(() => initWorkspace(folder, { ...beginnings, currency: 'EURO' }, schemas)).toThrow(/currency: found "EURO"/);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['gets a line more', 'node_modules', 'node_modules\n.throughline/\n'],
  ['keeps its last line whole', 'node_modules\n', 'node_modules\n.throughline/\n'],
  ['stays when it has the line', '.throughline/\nx', '.throughline/\nx'],
])('a .gitignore that is there %s', (_, before, after) => {
  const folder = folderWith();
  writeFileSync(join(folder, '.gitignore'), before);
  initWorkspace(folder, beginnings, schemas);
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe(after);
});
