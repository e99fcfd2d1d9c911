import type { z } from 'zod';
import type { RejectedRow } from '#api/evidence.ts';
import type { ProblemGroup } from '#api/uploads.ts';
import { formatsReading } from '#importers/draft/time-guess.ts';
import { meaningsOf } from '#mapping/edited.ts';
import type { Mapping } from '#mapping/mapping.ts';
import type { MappingEdit } from '#model/mapping-edit.ts';

type Reject = z.output<typeof RejectedRow>;
type Fix = ProblemGroup['fixes'][number];

const examples = 5;
const mostFormats = 3;
/** So few different texts stand for something, and are no times that are written otherwise. */
const fewWords = 3;

/** Rejected rows by what would mend them, the most rows first, each group with the changes of the mapping that may do it. */
export const problemsOf = (rejects: readonly Reject[], mapping: Mapping): ProblemGroup[] => {
  const groups = Map.groupBy(rejects, ({ code, column, expected }) => JSON.stringify([code, column, expected]));
  return [...groups.values()]
    .flatMap((rows) => {
      const [first] = rows;
      return first === undefined ? [] : [groupOf(first, rows, mapping)];
    })
    .sort((a, b) => b.rows - a.rows);
};

const groupOf = ({ code, column, expected }: Reject, rows: readonly Reject[], mapping: Mapping): ProblemGroup => ({
  code,
  column: column ?? null,
  expected,
  rows: rows.length,
  examples: rows.slice(0, examples).map(({ row, line, found }) => ({ row, line, found })),
  fixes: fixesOf(code, column, [...new Set(rows.slice(0, 10_000).map(({ found }) => found))], mapping),
});

const fixesOf = (code: string, column: string | undefined, found: readonly string[], mapping: Mapping): Fix[] => {
  if (code === 'encoding' && mapping.file.encoding === 'utf-8') {
    const edits: MappingEdit[] = [{ what: 'encoding', encoding: 'windows-1252' }];
    return [{ says: 'Read the file as windows-1252', edits }];
  }
  if (column === undefined || !code.startsWith('time-')) return [];
  const isOwnTime = column === mapping.columns.at;
  return [
    ...(code === 'time-unreadable' ? otherFormats(found, mapping) : []),
    ...(isOwnTime || code === 'time-missing' ? [] : asMissing(found)),
    ...(isOwnTime ? [] : unused(column, mapping)),
  ];
};

const otherFormats = (found: readonly string[], { time: { formats } }: Mapping): Fix[] =>
  formatsReading(found)
    .filter((format) => !formats.includes(format))
    .slice(0, mostFormats)
    .map((format) => ({
      says: `Read times as ${format}, too`,
      edits: [{ what: 'formats', formats: [...formats, format] }],
    }));

const asMissing = (found: readonly string[]): Fix[] =>
  found.length > fewWords
    ? []
    : [
        {
          says: `Take ${found.map((word) => JSON.stringify(word)).join(', ')} as no value`,
          edits: found.map((value) => ({ what: 'missing', value })),
        },
      ];

const unused = (column: string, mapping: Mapping): Fix[] => {
  const kept = meaningsOf(mapping, column).filter(
    (meaning) => !['created', 'ended', 'started', 'promised'].includes(meaning),
  );
  return [{ says: `Do not use ${column}`, edits: [{ what: 'column', column, means: kept }] }];
};
