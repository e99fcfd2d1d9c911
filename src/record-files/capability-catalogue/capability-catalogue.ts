import { basename } from 'node:path';
import { z } from 'zod';
import { slugOf } from '#model/key.ts';
import { decoded } from '../cells/decoded.ts';
import { delimitedTable } from '../cells/delimited.ts';
import type { RecordFormat } from '../define.ts';
import { mappingOf } from '../reading/mapping-of.ts';
import { Remarks } from '../reading/remarks.ts';
import { yamlDocuments } from '../reading/yaml-documents.ts';
import { fieldCalled, levelCalled } from './entry.ts';
import { tableEntries } from './table-entries.ts';
import { treeOf } from './tree.ts';
import { yamlEntries } from './yaml-entries.ts';

/** What a catalogue does not say: of which kind its capabilities are, and what it is called whatever its file is. */
const CatalogueMapping = z.strictObject({
  kind: z.enum(['business', 'it']).default('business'),
  catalogue: z.string().min(1).optional(),
});

/**
 * A catalogue of capabilities, as CSV or YAML: each with its name, and what it is below by an id or name, by its level or
 * number, by a column for each level, by how far in it stands, or by standing inside it.
 */
export const capabilityCatalogue: RecordFormat = {
  id: 'capability-catalogue',
  title: 'Catalogue of capabilities (CSV, YAML)',
  recognises: (name, head) => {
    const { text } = decoded(head);
    return isYaml(name) ? looksLikeYaml(name, text) : /\.(?:csv|tsv|txt)$/iu.test(name) && looksLikeTable(name, text);
  },
  read: async ({ name, bytes, mapping: given }) => {
    const { kind, catalogue } = mappingOf(CatalogueMapping, given);
    const remarks = new Remarks();
    const { entries, rejected } = isYaml(name)
      ? yamlEntries(yamlDocuments(name, bytes), remarks)
      : { entries: tableEntries(name, delimitedTable(name, bytes).rows, remarks), rejected: [] };
    const stem = basename(name).replace(/\.\w+$/u, '');
    const tree = treeOf(entries, { kind, catalogue: catalogue ?? slugOf(stem) ?? 'catalogue' });
    const lost = [...rejected, ...tree.rejected];
    const total = entries.length + rejected.length;
    return {
      records: tree.records,
      rows: { total, accepted: total - lost.length, rejected: lost.length },
      rejected: lost,
      ties: [],
      remarks: remarks.list,
    };
  },
};

const isYaml = (name: string): boolean => /\.ya?ml$/iu.test(name);

const looksLikeYaml = (name: string, head: string): boolean => {
  if (/^(?:apiVersion|design|teams|goals):/mu.test(head)) return false;
  const isNamed = /^[\s-]*["']?(?:name|title)["']?:/mu.test(head);
  return isNamed && (/capabilit/iu.test(name) || (/^[\s-]*id:/mu.test(head) && /^\s*(?:level|children):/mu.test(head)));
};

const looksLikeTable = (name: string, head: string): boolean => {
  const [line = ''] = head.split(/\r?\n/u, 1);
  const heads = line.split(/[,;\t|]/u).map((each) => each.replaceAll('"', '').trim());
  // With a key in each row it is a table of records, which says more than a catalogue does.
  if (/^capabilities\.\w+$/iu.test(basename(name)) && heads.some((each) => fieldCalled(each) === 'key')) return false;
  const fields = new Set(heads.map(fieldCalled));
  const levels = heads.filter((each) => levelCalled(each) !== undefined).length;
  const isTree =
    levels >= 2 || (fields.has('name') && (fields.has('parent') || fields.has('level') || fields.has('id')));
  return isTree && /capabilit/iu.test(`${name} ${line}`);
};
