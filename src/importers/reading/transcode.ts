import type { Mapping } from '#mapping/mapping.ts';
import { writeCodePoint } from './utf8.ts';

export type Encoding = Mapping['file']['encoding'];

/** Turns the next bytes of a file into UTF-8; what a chunk cuts in two is kept for the next one. */
export type Transcode = (chunk: Uint8Array, last: boolean) => Uint8Array;

/**
 * Makes UTF-8 of a file's bytes.
 *
 * What cannot be said in UTF-8 (half a surrogate pair, half a character at the end) becomes the byte 0xFF, which is
 * never valid: the row that holds it is then refused by the same check as any other, and no other row.
 */
export const transcoder = (encoding: Encoding): Transcode => {
  switch (encoding) {
    case 'utf-8':
      return (chunk) => chunk;
    case 'utf-16le':
      return fromUtf16(0);
    case 'utf-16be':
      return fromUtf16(1);
    case 'windows-1252':
      return fromTable(windows1252);
    case 'iso-8859-1':
      return fromTable(Uint16Array.from({ length: 256 }, (_, byte) => byte));
  }
};

/** The bytes 0x80 to 0x9f hold what ISO 8859-1 has no room for; the five that mean nothing stay control characters. */
const windows1252 = Uint16Array.from(
  new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
  (character) => character.charCodeAt(0),
);

const fromTable =
  (table: Uint16Array): Transcode =>
  (chunk) => {
    const out = new Uint8Array(chunk.length * 3);
    let end = 0;
    for (const byte of chunk) end = writeCodePoint(out, end, table[byte] ?? byte);
    return out.subarray(0, end);
  };

const unpairable = 0xff;

const fromUtf16 = (lowByte: 0 | 1): Transcode => {
  let kept = new Uint8Array(0);
  return (chunk, last) => {
    const bytes = new Uint8Array(kept.length + chunk.length);
    bytes.set(kept);
    bytes.set(chunk, kept.length);
    const unit = (at: number): number => (bytes[at + lowByte] ?? 0) | ((bytes[at + 1 - lowByte] ?? 0) << 8);
    const out = new Uint8Array(Math.ceil(bytes.length / 2) * 3 + 1);
    let end = 0;
    let i = 0;
    for (; i + 1 < bytes.length; i += 2) {
      const first = unit(i);
      if (!isSurrogate(first)) {
        end = writeCodePoint(out, end, first);
        continue;
      }
      if (i + 3 >= bytes.length && !last) break;
      const second = i + 3 < bytes.length ? unit(i + 2) : 0;
      if (first < 0xdc00 && second >= 0xdc00 && second < 0xe000) {
        end = writeCodePoint(out, end, 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00));
        i += 2;
      } else out[end++] = unpairable;
    }
    kept = bytes.slice(i);
    if (last && kept.length > 0) out[end++] = unpairable;
    return out.subarray(0, end);
  };
};

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000;
