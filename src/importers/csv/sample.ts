import { createGunzip } from 'node:zlib';
import { announced, checkHead, headSize, isGzip, unannouncedUtf16 } from '../reading/head.ts';
import { type OpenFile, openFile, toldOfPacked, withoutMarks } from '../reading/source.ts';
import { type Encoding, transcoder } from '../reading/transcode.ts';
import { firstInvalid } from '../reading/utf8.ts';

/** Pieces of a file as UTF-8: its beginning, and a few from further behind, from the start of a line; the last to the end. */
export type Sample = {
  readonly encoding: Encoding;
  /** Whether UTF-8 was taken although some bytes are not, or another encoding only because UTF-8 does not fit. */
  readonly doubt: 'some-invalid' | 'not-utf8' | undefined;
  readonly beginning: Uint8Array;
  /** Whether the beginning is all there is. */
  readonly whole: boolean;
  readonly later: readonly Uint8Array[];
};

const beginningSize = 8 << 20;
const pieceSize = 256 << 10;

/** Reads a sample; of a packed file only its beginning, since the rest cannot be reached without reading it all. */
export const readSample = async (path: string): Promise<Sample> => {
  const file = await openFile(path);
  try {
    const start = await readAt(file, 0, beginningSize);
    const packed = isGzip(start);
    const { bytes, whole } = packed
      ? await unpackStart(path, file)
      : { bytes: start, whole: start.length < beginningSize };
    const { encoding, doubt } = encodingOf(bytes, whole);
    checkHead(path, bytes.subarray(0, headSize), encoding);
    const utf8 = (part: Uint8Array): Uint8Array => transcoder(encoding)(part, false);
    const later = packed || whole ? [] : await laterPieces(file);
    return { encoding, doubt, whole, beginning: withoutMarks(utf8(bytes)), later: later.map(utf8).map(fromNextLine) };
  } finally {
    await file.close();
  }
};

const readAt = async (file: OpenFile, position: number, size: number): Promise<Uint8Array> => {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(size), 0, size, position);
  return buffer.subarray(0, bytesRead);
};

const unpackStart = async (path: string, file: OpenFile): Promise<{ bytes: Uint8Array; whole: boolean }> => {
  const gunzip = createGunzip();
  const stream = file.createReadStream({ start: 0, autoClose: false });
  stream.pipe(gunzip);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of gunzip) {
      parts.push(part);
      size += part.length;
      if (size >= beginningSize) break;
    }
  } catch (error) {
    // A damaged end is told when the file is imported; a draft needs the beginning only.
    if (size === 0) throw toldOfPacked(path, error);
  } finally {
    stream.destroy();
  }
  return { bytes: Buffer.concat(parts), whole: size < beginningSize };
};

/** Dates of the first days alone often cannot tell day from month; those of the middle and the end can. */
const laterPieces = async (file: OpenFile): Promise<Uint8Array[]> => {
  const { size } = await file.stat();
  const even = (position: number): number => Math.max(0, Math.floor(position / 4) * 4);
  const positions = [0.4, 0.7].map((share) => even(size * share)).concat(even(size - pieceSize));
  return Promise.all(positions.map((position) => readAt(file, position, pieceSize + 4)));
};

const fromNextLine = (bytes: Uint8Array): Uint8Array => {
  const end = bytes.indexOf(0x0a);
  return end < 0 ? new Uint8Array(0) : bytes.subarray(end + 1);
};

const encodingOf = (bytes: Uint8Array, whole: boolean): { encoding: Encoding; doubt: Sample['doubt'] } => {
  const told = announced(bytes) ?? unannouncedUtf16(bytes.subarray(0, headSize));
  if (told) return { encoding: told, doubt: undefined };
  const { invalid, longer } = countSequences(bytes, whole ? 0 : 3);
  if (invalid === 0) return { encoding: 'utf-8', doubt: undefined };
  return longer > invalid * 10
    ? { encoding: 'utf-8', doubt: 'some-invalid' }
    : { encoding: 'windows-1252', doubt: 'not-utf8' };
};

/** Bytes that are no UTF-8, and bytes of characters beyond ASCII that are; at an end that was cut, a few bytes are not counted. */
const countSequences = (bytes: Uint8Array, cut: number): { invalid: number; longer: number } => {
  let invalid = 0;
  let at = 0;
  for (;;) {
    const next = firstInvalid(bytes, at, bytes.length);
    if (next < 0 || next >= bytes.length - cut) break;
    invalid++;
    at = next + 1;
  }
  const beyond = bytes.reduce((count, byte) => (byte >= 0xc2 ? count + 1 : count), 0);
  return { invalid, longer: Math.max(0, beyond - invalid) };
};
