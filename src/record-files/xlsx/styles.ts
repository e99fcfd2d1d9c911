import { readWholeXml } from '../xml/read-xml.ts';
import type { Zip } from '../zip/read-zip.ts';

/** How a cell shows its number: as a day or an instant, or with so many decimals, a currency or a `%` beside it. */
export type Style = { readonly isDate: boolean; readonly places: number; readonly beside?: string };

const plain: Style = { isDate: false, places: 0 };

/** The styles of a workbook by their number. */
export const stylesOf = (path: string, zip: Zip, part: string): readonly Style[] => {
  if (!zip.has(part)) return [];
  const formats = new Map<number, string>();
  const numbers: number[] = [];
  let isCell = false;
  readWholeXml(path, part, zip.bytes(part), {
    open: ({ name, attributes }) => {
      if (name === 'cellXfs') isCell = true;
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'xf' && isCell) numbers.push(Number(attributes.numFmtId ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') isCell = false;
    },
  });
  return numbers.map((number) => styleOf(formats.get(number) ?? usual.get(number) ?? ''));
};

/** Formats that a workbook need not spell out: of dates, and of numbers with decimals. */
const usual: ReadonlyMap<number, string> = new Map([
  [2, '0.00'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  ...[14, 15, 16, 17, 22, 27, 30, 36, 50, 57].map((number): [number, string] => [number, 'yyyy-mm-dd']),
  ...[18, 19, 20, 21, 45, 46, 47].map((number): [number, string] => [number, 'h:mm']),
  [39, '#,##0.00'],
  [40, '#,##0.00'],
  [44, '#,##0.00'],
]);

/** What a format says of a number: only its first part counts, and what it says in quotes or brackets does not. */
const styleOf = (format: string): Style => {
  const [first = ''] = format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_./gu, '').split(';');
  if (/[dmyhs]/iu.test(first.replaceAll(/general/giu, ''))) return { isDate: true, places: 0 };
  const [, decimals = ''] = /[0#?]\.(0+)/u.exec(first) ?? [];
  if (first.includes('%')) return { ...plain, beside: '%' };
  const beside = currencyIn(format);
  return { isDate: false, places: decimals.length, ...(beside === undefined ? {} : { beside }) };
};

/** The currency that a format shows: `[$£-809]#,##0.00`, `"€" 0.00`, `0.00 "USD"`. */
const currencyIn = (format: string): string | undefined => {
  const [first = ''] = format.split(';');
  const [, named] = /\[\$([^\]-]+)/u.exec(first) ?? [];
  return (named ?? /\p{Sc}|(?<=")[A-Z]{3}(?=")/u.exec(first.replaceAll(/\[[^\]]*\]/gu, ''))?.[0])?.trim();
};
