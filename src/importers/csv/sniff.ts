import { Fault } from '#model/fault.ts';
import { BLANK, CR, LF } from '../reading/bytes.ts';
import { unquote } from '../reading/field.ts';
import { nameColumns } from './header.ts';
import { dataInHeader, doubledNames } from './header-guess.ts';
import { usualLimits } from './limits.ts';
import { PreambleReader } from './preamble.ts';
import { Records } from './records.ts';
import { readSample, type Sample } from './sample.ts';

/** How a file is written, as far as a sample of it tells, and the sample's rows as text. */
export type Sniffed = {
  readonly encoding: Sample['encoding'];
  readonly doubt: Sample['doubt'];
  readonly delimiter: string;
  readonly headerRow: number;
  readonly columns: readonly string[];
  /** Names that several columns have in the header; in `columns` they are numbered. */
  readonly doubled: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many rows the file has, with those that cannot be cut like the others; not known of a longer one. */
  readonly all: number | undefined;
};

const delimiters = [',', ';', '\t', '|'];
const quote = 0x22;
const mostRows = 20_000;

type Line = { readonly line: number; readonly fields: readonly string[] };

export const sniff = async (path: string): Promise<Sniffed> => {
  const sample = await readSample(path);
  refuseJson(path, sample.beginning);
  const { delimiter: named, rest } = preambleOf(path, sample.beginning);
  const delimiter = named ?? likeliestDelimiter(rest);
  const lines = linesOf(rest, delimiter, mostRows + 1, sample.whole);
  const width = commonest(lines.slice(0, 1000).map(({ fields }) => fields.length));
  const header = lines.find(({ fields }) => fields.length === width);
  if (!header) throw unlike(path, rest, sample.whole);
  const columns = nameColumns(header.fields);
  if (width < 2) throw new Fault('log-unrecognised', { path, why: 'it has one column only', columns });
  // Joined exports repeat the line of names; an import rejects those rows, and a draft is not misled by them.
  const own = header.fields.map((field) => field.trim());
  const isHeader = (fields: readonly string[]): boolean => fields.every((field, index) => field === own[index]);
  const later = sample.later.flatMap((piece, index) =>
    linesOf(piece, delimiter, mostRows, index === sample.later.length - 1),
  );
  const below = lines.slice(lines.indexOf(header) + 1);
  const all = sample.whole && lines.length <= mostRows ? below.length : undefined;
  const rows = [...below, ...later]
    .map(({ fields }) => fields.map((field) => field.trim()))
    .filter((fields) => fields.length === width && !isHeader(fields));
  const found = dataInHeader(own, rows);
  if (found !== undefined) throw new Fault('header-missing', { path, line: header.line, found });
  const { encoding, doubt } = sample;
  return { encoding, doubt, delimiter, headerRow: header.line, columns, doubled: doubledNames(own), rows, all };
};

/** Answers of programs are no tables, though their lines can be cut like some. */
const refuseJson = (path: string, text: Uint8Array): void => {
  const beginning = decoder.decode(text.subarray(0, headOfJson)).trimStart();
  if (!/^(?:\{\s*"[^"\n]*"\s*:|\[\s*[{[])/u.test(beginning)) return;
  const why = 'it is JSON, which is not read; export its rows as CSV, or the log as XES';
  throw new Fault('log-unrecognised', { path, why, columns: [] });
};

const headOfJson = 1000;

/** Why no line of a text could be cut into columns: there is nothing in it, or its first line does not end. */
const unlike = (path: string, text: Uint8Array, whole: boolean): Fault => {
  if (text.every((byte) => byte <= BLANK)) return new Fault('file-empty', { path });
  const end = text.findIndex((byte) => byte === LF || byte === CR);
  const much = (bytes: number): string => bytes.toLocaleString('en');
  const length =
    end >= 0
      ? `it is ${much(end)} bytes long`
      : `there is no line break (LF, CR or both) in the ${whole ? '' : 'first '}${much(text.length)} bytes`;
  const why = `${length}, and a line of names has at most ${much(usualLimits.header)}; columns were looked for by comma, semicolon, tab and bar`;
  return new Fault('header-unreadable', { path, line: 1, why });
};

const preambleOf = (path: string, text: Uint8Array): { delimiter: string | undefined; rest: Uint8Array } => {
  const preamble = new PreambleReader(path, 1, text.length).take(text, true);
  if (!preamble) throw new Fault('file-empty', { path });
  return preamble;
};

/** The delimiter under which most of the first lines have one number of fields, more than one; then the most fields. */
const likeliestDelimiter = (text: Uint8Array): string => {
  const scores = delimiters.map((delimiter) => {
    const widths = linesOf(text.subarray(0, 1 << 20), delimiter, 500, false).map(({ fields }) => fields.length);
    const width = commonest(widths);
    const agreeing = widths.filter((other) => other === width).length / Math.max(1, widths.length);
    return { delimiter, score: width > 1 ? agreeing + Math.min(width, 99) / 1000 : 0 };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
};

const commonest = (numbers: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
};

/** Records that can be cut; the last one only of a whole text, since it may be cut off. */
const linesOf = (text: Uint8Array, delimiter: string, most: number, whole: boolean): Line[] => {
  const { field, record, columns } = usualLimits;
  const records = new Records({ delimiter: delimiter.charCodeAt(0), quote }, { field, record, columns });
  const lines: Line[] = [];
  records.feed(text);
  if (whole) records.finish();
  while (lines.length < most) {
    const found = records.next();
    if (found === 'more' || found === 'end') break;
    if (found === 'record') lines.push({ line: records.line, fields: fieldsOf(records) });
  }
  return lines;
};

const fieldsOf = ({ bytes, starts, ends, kinds, count }: Records): string[] =>
  Array.from({ length: Math.min(count, usualLimits.columns) }, (_, column) => {
    const start = starts[column] ?? 0;
    const end = ends[column] ?? 0;
    const until = kinds[column] === 2 ? unquote(bytes, start, end, quote) : end;
    return decoder.decode(bytes.subarray(start, until));
  });

const decoder = new TextDecoder();
