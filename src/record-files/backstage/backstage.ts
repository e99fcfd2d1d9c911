import { decoded } from '../cells/decoded.ts';
import type { RecordFormat } from '../define.ts';
import { rowsIn } from '../reading/tally.ts';
import { yamlDocuments } from '../reading/yaml-documents.ts';
import { CatalogueReading } from './read-catalogue.ts';

/** What the columns of a table would be called: the fields of an entity that fields of records are read from. */
const heads = {
  'team.parent': 'spec.parent',
  'ownership.team': 'spec.owner',
  'product.team': 'spec.owner',
  'product.services[]': 'spec.system',
};

/**
 * A catalogue of Backstage, as YAML: groups as teams, components, interfaces and resources as services with the team that
 * answers for them, systems as products.
 *
 * A reference to a group that is neither in one of the files nor known already is rejected with its line; the entity that
 * has it is taken.
 */
export const backstage: RecordFormat = {
  id: 'backstage',
  title: 'Backstage catalogue (YAML)',
  recognises: (name, head) =>
    /\.ya?ml$/iu.test(name) && /^apiVersion:\s*["']?backstage\.io\//mu.test(decoded(head).text),
  read: async ({ name, bytes }) => {
    const reading = new CatalogueReading(yamlDocuments(name, bytes));
    const { records, rejected, ties, people, remarks } = reading;
    return {
      records,
      rows: rowsIn(ties, rejected),
      rejected,
      ties,
      people,
      heads,
      remarks: remarks.list.toSorted((a, b) => b.count - a.count),
    };
  },
};
