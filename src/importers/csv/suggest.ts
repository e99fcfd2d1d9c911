import { Fault } from '#model/fault.ts';
import type { Suggestion } from '../define.ts';
import { draftMapping } from '../draft/draft-mapping.ts';
import { valuesInFile } from './all-states.ts';
import { dialectQuestions } from './dialect-questions.ts';
import { sniff } from './sniff.ts';

/** Drafts the mapping of a CSV file from a sample of it. */
export const suggest = async (path: string): Promise<Suggestion> => {
  const sniffed = await sniff(path);
  const { delimiter, encoding, headerRow, columns, rows } = sniffed;
  if (rows.length === 0) {
    const why = `it names its columns in line ${headerRow} and has no row below`;
    throw new Fault('log-unrecognised', { path, why, columns });
  }
  return draftMapping(path, {
    table: { columns, rows },
    file: {
      ...(delimiter === ',' ? {} : { delimiter }),
      ...(encoding === 'utf-8' ? {} : { encoding }),
      ...(headerRow === 1 ? {} : { headerRow }),
    },
    questions: dialectQuestions(sniffed),
    valuesOf: (wanted) => valuesInFile(path, sniffed, wanted),
  });
};
