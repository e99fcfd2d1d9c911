import { gunzipSync } from 'node:zlib';
import { announced, headSize, isGzip } from '../reading/head.ts';
import { openFile } from '../reading/source.ts';
import type { Encoding } from '../reading/transcode.ts';
import { refusal } from './refusal.ts';

/** Names that an XML declaration may give to an encoding that is read. */
const names: Readonly<Record<Encoding, readonly string[]>> = {
  'utf-8': ['utf-8', 'utf8', 'us-ascii', 'ascii'],
  'utf-16le': ['utf-16', 'utf-16le'],
  'utf-16be': ['utf-16', 'utf-16be'],
  'windows-1252': ['windows-1252', 'cp1252', 'ansi'],
  'iso-8859-1': ['iso-8859-1', 'latin1', 'iso8859-1'],
};

const encodings: readonly Encoding[] = ['utf-8', 'windows-1252', 'iso-8859-1'];

/** How a file of XML is written: by its byte order mark, else by the shape of its first characters, else as it declares. */
export const encodingOf = async (path: string): Promise<Encoding> => {
  const head = await headOf(path);
  const told = announced(head) ?? wide(head);
  if (told) return told;
  const declared = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"']{0,40})["']/u.exec(head.toString('latin1'))?.[1];
  if (declared === undefined) return 'utf-8';
  const found = encodings.find((encoding) => agrees(declared, encoding));
  if (found) return found;
  throw refusal(path, 1, `it is declared to be in ${JSON.stringify(declared)}, which ${unreadable(declared)}`, asUtf8);
};

const unreadable = (declared: string): string =>
  names['utf-16le'].includes(declared.toLowerCase()) ? 'its first bytes are not' : 'cannot be read';

/** Whether what an XML declaration says fits the encoding in which the file is read. */
export const agrees = (declared: string, encoding: Encoding): boolean =>
  names[encoding].includes(declared.toLowerCase());

export const asUtf8 = 'Save it as UTF-8, and let its first line say so.';

/** In UTF-16 without a mark, what has to be the first character of XML stands beside a NUL. */
const wide = (head: Uint8Array): Encoding | undefined => {
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  return head[0] === 0 && head[1] === 0x3c ? 'utf-16be' : undefined;
};

const headOf = async (path: string): Promise<Buffer> => {
  const file = await openFile(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(headSize), 0, headSize, 0);
    const head = buffer.subarray(0, bytesRead);
    return isGzip(head) ? unpacked(head) : head;
  } finally {
    await file.close();
  }
};

/** What is wrong with a packed file is told when it is read; here its beginning is enough. */
const unpacked = (head: Uint8Array): Buffer => {
  try {
    return gunzipSync(head, { finishFlush: 2 });
  } catch {
    return Buffer.alloc(0);
  }
};
