import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importers } from './index.ts';

/** A format is a folder with a file of its own name; the other folders are what formats share. */
const formats = readdirSync(import.meta.dirname).filter((name) =>
  existsSync(join(import.meta.dirname, name, `${name}.ts`)),
);

test('every format is on the list, under the name of its folder', () => {
  expect(importers.map(({ id }) => id).sort()).toEqual(formats.sort());
});

test.each([
  ['log.csv', 'item,at\nA,2026-01-01\n', 'csv'],
  ['LOG.TSV.GZ', 'item\tat\n', 'csv'],
  ['log.txt', 'item;at\n', 'csv'],
  ['log', 'item|at\n', 'csv'],
  ['log', 'item,at\n'.split('').join('\0'), 'csv'],
  ['log.xes', '', 'xes'],
  ['LOG.XES.GZ', '<log/>', 'xes'],
  ['log.xml', '<?xml version="1.0"?>\n<!-- made by hand -->\n<log xes.version="1.0">', 'xes'],
  ['log', '\ufeff<xes:log xmlns:xes="http://www.xes-standard.org/">', 'xes'],
  ['log', '\ufeff<log><string key="a" value="b,c"/></log>', 'xes'],
  ['log', '<log>'.split('').join('\0'), 'xes'],
  ['log.xml', '<logbook>', undefined],
  ['log.xes', 'PK\u0003\u0004', undefined],
  ['log.json', '{"item": 1, "at": 2}', undefined],
  ['log.xml', '<?xml version="1.0"?>,', undefined],
  ['log.csv', 'PK\u0003\u0004', undefined],
  ['notes', 'one line of words', undefined],
])('a file %s that begins with %j is of the format %s', (path, head, id) => {
  expect(importers.filter((importer) => importer.recognises(path, Buffer.from(head))).map(({ id }) => id)).toEqual(
    id === undefined ? [] : [id],
  );
});
