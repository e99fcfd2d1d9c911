import type { Mapping } from '#mapping/mapping.ts';
import { Fault } from '#model/fault.ts';
import { columnsMissing, missingColumns } from '../columns.ts';
import type { Dialect } from '../reading/cut.ts';
import { unquote } from '../reading/field.ts';
import { firstInvalid } from '../reading/utf8.ts';
import type { Breach, Records } from './records.ts';

/**
 * The names of a file's columns, each one once.
 *
 * Outer blanks go, a line break inside a name becomes a blank. Columns that share a name are numbered, `state (1)`,
 * `state (2)`, and one without a name is called after its place, `column 7`: so each can be meant.
 */
export const nameColumns = (raw: readonly string[]): string[] => {
  const names = raw.map((name) => name.replace(/\s*[\r\n]+\s*/gu, ' ').trim());
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  const taken = new Set(names.filter((name) => times.get(name) === 1));
  return names.map((name, index) => {
    if (name !== '' && times.get(name) === 1) return name;
    const stem = name === '' ? 'column' : name;
    let number = name === '' ? index + 1 : names.slice(0, index + 1).filter((other) => other === name).length;
    const numbered = (): string => (name === '' ? `${stem} ${number}` : `${stem} (${number})`);
    while (taken.has(numbered())) number++;
    taken.add(numbered());
    return numbered();
  });
};

/** Refuses a header that lacks a declared column, or has it more than once. */
export const checkColumns = (
  path: string,
  raw: readonly string[],
  columns: readonly string[],
  mapping: Mapping,
): void => {
  const missing = missingColumns(mapping, columns);
  const doubled = missing.find((name) => raw.filter((other) => other.trim() === name).length > 1);
  if (doubled !== undefined) {
    const times = raw.filter((other) => other.trim() === doubled).length;
    throw new Fault('column-twice', { path, column: doubled, times });
  }
  if (missing.length > 0) throw columnsMissing(path, missing, columns);
};

/** The names that a header record holds, or a refusal of the file. */
export const headerNames = (
  path: string,
  records: Records,
  broken: boolean,
  limits: { readonly header: number; readonly columns: number },
  dialect: Dialect,
): string[] => {
  const { line, bytes, from, until } = records;
  const refuse = (why: string): Fault => new Fault('header-unreadable', { path, line, why });
  if (broken) throw refuse(breachOf(records.breach, limits.header));
  if (records.nul) throw refuse('it holds a NUL byte');
  if (firstInvalid(bytes, from, until) >= 0) {
    throw refuse('it is not valid in the declared encoding; from older programs on Windows, windows-1252 is usual');
  }
  if (records.count > limits.columns) {
    throw new Fault('columns-too-many', { path, found: records.count, limit: limits.columns });
  }
  return Array.from({ length: records.count }, (_, column) => {
    const start = records.starts[column] ?? 0;
    const end = records.ends[column] ?? 0;
    const last = records.kinds[column] === 2 ? unquote(bytes, start, end, dialect.quote) : end;
    return new TextDecoder().decode(bytes.subarray(start, last));
  });
};

const breachOf = (breach: Breach, limit: number): string => {
  switch (breach) {
    case 'stray-quote':
      return 'a quote stands inside a name';
    case 'quote-unclosed':
      return 'a quote that opens a name is not closed';
    case 'field-too-long':
    case 'record-too-long':
      return `it is longer than ${limit} bytes; is the delimiter right?`;
  }
};
