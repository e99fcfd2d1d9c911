import type { MappingQuestion } from '#model/mapping-edit.ts';
import type { Sniffed } from './sniff.ts';

/** What only a person can settle about the way in which a file is written. */
export const dialectQuestions = (sniffed: Sniffed): MappingQuestion[] =>
  Object.entries({
    encoding: encoding(sniffed),
    header: header(sniffed),
    unnamed: unnamed(sniffed),
    doubled: doubled(sniffed),
  }).flatMap(([about, text]) => (text === undefined ? [] : [{ about, text, choices: [] }]));

const encoding = (sniffed: Sniffed): string | undefined => {
  if (sniffed.doubt === 'not-utf8') {
    return 'Is the file written in windows-1252? It is not UTF-8; look whether letters with accents come out right.';
  }
  if (sniffed.doubt === 'some-invalid') {
    return 'The file is UTF-8, but some of its bytes are not: rows that hold them will be rejected. Can it be exported again?';
  }
  return undefined;
};

const header = (sniffed: Sniffed): string | undefined => {
  const numbers = sniffed.columns.filter((name) => /^-?\d+([.,:/-]\d+)*$/u.test(name));
  return numbers.length > sniffed.columns.length / 3
    ? `Does line ${sniffed.headerRow} name the columns? It looks like data; the file needs a line of names.`
    : undefined;
};

const unnamed = (sniffed: Sniffed): string | undefined => {
  const names = sniffed.columns.filter((name) => /^column \d+$/u.test(name));
  return names.length === 0
    ? undefined
    : `What do ${names.join(', ')} hold? Line ${sniffed.headerRow} gives no name there, so each is called after its place.`;
};

const doubled = ({ doubled: names, columns }: Sniffed): string | undefined => {
  const [name] = names;
  if (name === undefined) return undefined;
  const numbered = columns.filter((column) => column.startsWith(`${name} (`));
  return `Which column is meant by ${names.join(', ')}? Several have that name, so they are called ${numbered.join(', ')}${names.length > 1 ? ' and so on' : ''}, in the order of the file.`;
};
