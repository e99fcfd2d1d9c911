import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordFormats } from './index.ts';

/** A format is a folder of its id that holds a file of that name with it; other folders are what formats share. */
const formats = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .map((path) => /^([^/]+)\/\1\.ts$/.exec(path)?.[1])
  .filter((id) => id !== undefined)
  .filter((id) => readFileSync(join(import.meta.dirname, id, `${id}.ts`), 'utf8').includes(': RecordFormat = {'));

test('every format is on the list, under the name of its folder', () => {
  expect(recordFormats.map(({ id }) => id).sort()).toEqual(formats.sort());
});
