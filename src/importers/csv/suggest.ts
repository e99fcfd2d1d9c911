import { stringify } from 'yaml';
import { Fault } from '#model/fault.ts';
import type { Suggestion, Undrafted } from '../define.ts';
import { draftMapping } from '../draft/draft-mapping.ts';
import { missingIn, profilesOf } from '../draft/profile.ts';
import { plainColumns } from '../draft/seen-columns.ts';
import { valuesInFile } from './all-states.ts';
import { dialectQuestions } from './dialect-questions.ts';
import { type Sniffed, sniff } from './sniff.ts';

/** Drafts the mapping of a CSV file from a sample of it. */
export const suggest = async (path: string): Promise<Suggestion> => {
  const sniffed = await sniff(path);
  const { headerRow, columns, rows, all } = sniffed;
  if (rows.length === 0) {
    const why = `it names its columns in line ${headerRow} and has no row below`;
    throw new Fault('log-unrecognised', { path, why, columns });
  }
  return draftMapping(path, {
    table: { columns, rows, all },
    file: writtenAs(sniffed),
    questions: dialectQuestions(sniffed),
    valuesOf: (wanted) => valuesInFile(path, sniffed, wanted),
  });
};

/** The columns of a file with what stands in them, and a mapping that says of none what it means. */
export const columnsOf = async (path: string): Promise<Undrafted> => {
  const sniffed = await sniff(path);
  const { columns, rows } = sniffed;
  const file = writtenAs(sniffed);
  const written = {
    ...(Object.keys(file).length === 0 ? {} : { file }),
    columns: {},
    time: { formats: ['iso'], zone: 'UTC' },
  };
  return {
    columns: plainColumns(profilesOf({ columns, rows }, missingIn({ columns, rows }))),
    sampled: rows.length,
    file,
    yaml: `# All columns: ${columns.join(', ')}.\n${stringify(written)}`,
  };
};

/** How the file is written, as far as that is not the usual. */
const writtenAs = ({ delimiter, encoding, headerRow }: Sniffed): Readonly<Record<string, unknown>> => ({
  ...(delimiter === ',' ? {} : { delimiter }),
  ...(encoding === 'utf-8' ? {} : { encoding }),
  ...(headerRow === 1 ? {} : { headerRow }),
});
