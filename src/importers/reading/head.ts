import { Fault } from '#model/fault.ts';
import { NUL } from './bytes.ts';
import type { Encoding } from './transcode.ts';

/** How much of a file is looked at before it is taken for text. */
export const headSize = 4096;

const saveAsCsv = 'Save the sheet as CSV (UTF-8) and import that.';
const unpack = 'Unpack it first; of packed files only gzip is read.';
const exportAsCsv = 'Export its rows as CSV and import that.';

const signatures: readonly (readonly [bytes: string, looksLike: string, instead: string])[] = [
  ['504b0304', 'an Excel workbook or a zip archive', saveAsCsv],
  ['d0cf11e0a1b11ae1', 'an old Excel workbook', saveAsCsv],
  ['1f8b', 'a file packed twice', 'Unpack it once and import that.'],
  ['28b52ffd', 'a file packed with zstd', unpack],
  ['425a68', 'a file packed with bzip2', unpack],
  ['fd377a585a00', 'a file packed with xz', unpack],
  ['377abcaf271c', 'a 7z archive', unpack],
  ['50415231', 'a Parquet file', exportAsCsv],
  ['53514c69746520666f726d6174203300', 'an SQLite database', exportAsCsv],
  ['255044462d', 'a PDF', exportAsCsv],
  ['fffe0000', 'text in UTF-32', 'Save it as UTF-8.'],
  ['0000feff', 'text in UTF-32', 'Save it as UTF-8.'],
];

const marks: readonly (readonly [bytes: string, encoding: Encoding])[] = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** The encoding that the first bytes announce, if they announce one. */
export const announced = (head: Uint8Array): Encoding | undefined =>
  marks.find(([bytes]) => startsWith(head, bytes))?.[1];

/** UTF-16 shows in text of the West as NULs in every other byte. */
export const unannouncedUtf16 = (head: Uint8Array): Encoding | undefined => {
  const nuls = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === NUL) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const many = Math.max(4, head.length / 5);
  if (odd >= many && even * 8 < odd) return 'utf-16le';
  return even >= many && odd * 8 < even ? 'utf-16be' : undefined;
};

const isNulHeavy = (head: Uint8Array): boolean => {
  const nuls = head.reduce((count, byte) => (byte === NUL ? count + 1 : count), 0);
  return nuls >= Math.max(4, head.length / 5);
};

/** Whether the first bytes are of no known format of other files, nor full of NULs in other ways than UTF-16 is. */
export const looksLikeText = (head: Uint8Array): boolean =>
  !signatures.some(([bytes]) => startsWith(head, bytes)) &&
  (announced(head) !== undefined || unannouncedUtf16(head) !== undefined || !isNulHeavy(head));

/** Refuses what is no text, or text in another encoding than the declared one. */
export const checkHead = (path: string, head: Uint8Array, declared: Encoding): void => {
  const signature = signatures.find(([bytes]) => startsWith(head, bytes));
  if (signature) throw new Fault('file-not-text', { path, looksLike: signature[1], instead: signature[2] });
  const wide = declared === 'utf-16le' || declared === 'utf-16be';
  const found = announced(head) ?? unannouncedUtf16(head) ?? (wide && !head.includes(NUL) ? 'utf-8' : declared);
  if (head.length > 0 && found !== declared) throw new Fault('file-encoding', { path, declared, found });
  if (!wide && isNulHeavy(head)) {
    throw new Fault('file-not-text', { path, looksLike: 'a binary file, full of NUL bytes', instead: exportAsCsv });
  }
};

const startsWith = (head: Uint8Array, hex: string): boolean =>
  Buffer.from(head.subarray(0, hex.length / 2)).toString('hex') === hex;
