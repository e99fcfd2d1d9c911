import { decoded } from '../cells/decoded.ts';
import type { RecordFormat } from '../define.ts';
import { mappingOf } from '../reading/mapping-of.ts';
import { rowsIn } from '../reading/tally.ts';
import { looksLikeArchimate, readExchange } from './exchange.ts';
import { ArchimateMapping } from './mapping.ts';
import { readModel } from './read-model.ts';

/**
 * A model in ArchiMate 3, as its Model Exchange File: capabilities with their tree, goals, outcomes, work packages, and the
 * relationships between them that records can say.
 *
 * All else is counted and stays in the file: `export archimate --onto` writes records into it and leaves the rest as it is.
 */
export const archimate: RecordFormat = {
  id: 'archimate',
  title: 'ArchiMate Model Exchange File (XML)',
  recognises: (_, head) => looksLikeArchimate(decoded(head).text),
  read: async ({ name, bytes, mapping }) => {
    const read = readModel(readExchange(name, bytes), mappingOf(ArchimateMapping, mapping));
    const ties = [read.elements.tie, read.relations.tie];
    return {
      records: read.said.map(({ found }) => found),
      rows: rowsIn(ties, read.rejected),
      rejected: read.rejected,
      ties,
      remarks: read.remarks.list.toSorted((a, b) => b.count - a.count),
    };
  },
};
