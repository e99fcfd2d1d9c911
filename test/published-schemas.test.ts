import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Mapping } from '#mapping/mapping.ts';
import { FocusMapping } from '#record-files/focus/mapping.ts';
import { LedgerMapping } from '#record-files/ledger/mapping.ts';
import { TableMapping } from '#record-files/table/mapping.ts';
import { publishedSchemas, schemaFiles } from '#workspace/schema.ts';

const published = publishedSchemas({
  mapping: Mapping,
  table: TableMapping,
  ledger: LedgerMapping,
  focus: FocusMapping,
});
const folder = join(import.meta.dirname, '..', 'schema');

describe('the schemas of workspace files', () => {
  test.each(Object.entries(published))('that are published are what the program reads: %s', async (file, text) => {
    await expect(text).toMatchFileSnapshot(join(folder, file));
  });

  test('are of every kind of file, and no other is published', () => {
    expect(Object.keys(published)).toEqual(Object.values(schemaFiles));
    expect(readdirSync(folder).toSorted()).toEqual(Object.values(schemaFiles).toSorted());
  });

  test.each([schemaFiles.configuration, schemaFiles.mapping, schemaFiles.table, schemaFiles.ledger, schemaFiles.focus])(
    'say in %s what everything is for',
    (file) => {
      const { properties } = JSON.parse(published[file] ?? '');
      const silent = Object.entries(properties).filter(
        ([, field]) => !z.looseObject({ description: z.string() }).safeParse(field).success,
      );
      expect(silent).toEqual([]);
    },
  );
});
