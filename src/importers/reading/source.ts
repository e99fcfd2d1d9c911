import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { whyRefused } from '#model/errno.ts';
import { Fault } from '#model/fault.ts';
import { checkHead, headSize, isGzip } from './head.ts';
import { type Encoding, transcoder } from './transcode.ts';

export type SourceLimits = {
  /** Bytes of text after unpacking. */
  readonly text: number;
  /** Bytes read at once. */
  readonly chunk: number;
};

/** What a source was, byte for byte as it is stored, known when it was read to its end. */
export type Stored = { readonly sha256: string; readonly bytes: number };

/**
 * Reads a text file, packed with gzip or not, and hands on its text as UTF-8 without byte order marks.
 *
 * Whether it is packed is told by its first bytes, not by its name. A chunk is valid until the next one is asked for.
 */
export const readSource = async (
  path: string,
  encoding: Encoding,
  limits: SourceLimits,
  take: (utf8: Uint8Array, storedBytesRead: number) => Promise<void> | void,
): Promise<Stored> => {
  const hash = createHash('sha256');
  const progress = { bytes: 0 };
  const file = await openFile(path);
  try {
    const stored = storedChunks(file, limits.chunk, (chunk) => {
      hash.update(chunk);
      progress.bytes += chunk.length;
    });
    const { first, rest } = await firstOf(stored);
    const text = textOf(path, encoding, limits);
    const consume = async (raw: AsyncIterable<Uint8Array>): Promise<void> => {
      for await (const utf8 of text(raw)) await take(utf8, progress.bytes);
    };
    const whole = chain(first, rest);
    await (isGzip(first) ? unpacked(path, whole, consume) : consume(whole));
    return { sha256: hash.digest('hex'), bytes: progress.bytes };
  } finally {
    await file.close();
  }
};

export type OpenFile = Awaited<ReturnType<typeof open>>;

/** Opens a file to read, or says why it cannot be. */
export const openFile = async (path: string): Promise<OpenFile> => {
  try {
    const file = await open(path, 'r');
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'ENOENT') throw new Fault('file-missing', { path });
    throw new Fault('file-unreadable', { path, why: whyRefused(error.code) });
  }
  throw new Fault('file-unreadable', { path, why: 'it is not a file' });
};

/** The file's bytes; the next ones are on their way while these are worked on. */
async function* storedChunks(
  file: OpenFile,
  size: number,
  seen: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const read = () => file.read(Buffer.allocUnsafeSlow(size), 0, size);
  let coming = read();
  try {
    for (;;) {
      const { bytesRead, buffer } = await coming;
      if (bytesRead === 0) return;
      coming = read();
      const chunk = buffer.subarray(0, bytesRead);
      seen(chunk);
      yield chunk;
    }
  } finally {
    await coming.catch(() => undefined);
  }
}

/** The first two bytes at least, which tell whether the file is packed. */
const firstOf = async (
  chunks: AsyncGenerator<Uint8Array>,
): Promise<{ first: Uint8Array; rest: AsyncGenerator<Uint8Array> }> => {
  let first: Uint8Array = new Uint8Array(0);
  while (first.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    first = Buffer.concat([first, next.value]);
  }
  return { first, rest: chunks };
};

async function* chain(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* rest;
}

/** Logs of the same few rows again and again unpack to a hundred times their size; a bomb to a thousand times. */
const mostUnpacked = 200;
const bombSize = 8 << 20;
const packedPiece = 16 << 10;

/** Small pieces, so that what a bomb unpacks to is seen soon. */
async function* inPieces(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of packed) yield* pieces(chunk, packedPiece);
}

const unpacked = async (
  path: string,
  packed: AsyncIterable<Uint8Array>,
  consume: (raw: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> => {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const watched = async (raw: AsyncIterable<Uint8Array>): Promise<void> => {
    let size = 0;
    const within = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of raw) {
        size += chunk.length;
        if (size > bombSize && size > mostUnpacked * (gunzip.bytesWritten + packedPiece)) {
          const why = `it unpacks to more than ${mostUnpacked} times its size, as no log does`;
          throw new Fault('file-unreadable', { path, why });
        }
        yield chunk;
      }
    };
    await consume(within());
  };
  try {
    await pipeline(Readable.from(inPieces(packed)), gunzip, watched);
  } catch (error) {
    throw toldOfPacked(path, error);
  }
};

/** What went wrong when a file was unpacked, as a fault where the file is at fault. */
export const toldOfPacked = (path: string, error: unknown): unknown => {
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('Z_')) return error;
  const why = error.code === 'Z_BUF_ERROR' ? 'the packed file ends too early' : `it is damaged (${error.message})`;
  return new Fault('file-unreadable', { path, why });
};

/** Checks the head, counts against the limit, makes UTF-8, drops byte order marks, and cuts to the size of a chunk. */
const textOf = (path: string, encoding: Encoding, limits: SourceLimits) =>
  async function* text(raw: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const toUtf8 = transcoder(encoding);
    let read = 0;
    let head: Uint8Array | undefined = new Uint8Array(0);
    const opened = (bytes: Uint8Array): Uint8Array => {
      checkHead(path, bytes.subarray(0, headSize), encoding);
      head = undefined;
      return withoutMarks(toUtf8(bytes, false));
    };
    for await (const chunk of raw) {
      read += chunk.length;
      if (read > limits.text) throw new Fault('file-too-large', { path, limit: limits.text });
      if (!head) yield* pieces(toUtf8(chunk, false), limits.chunk);
      else {
        head = Buffer.concat([head, chunk]);
        if (head.length >= headSize) yield* pieces(opened(head), limits.chunk);
      }
    }
    if (head) yield* pieces(opened(head), limits.chunk);
    yield toUtf8(new Uint8Array(0), true);
  };

/** Some programs write a byte order mark in front of one that is there already. */
export const withoutMarks = (utf8: Uint8Array): Uint8Array => {
  let from = 0;
  while (utf8[from] === 0xef && utf8[from + 1] === 0xbb && utf8[from + 2] === 0xbf) from += 3;
  return utf8.subarray(from);
};

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
