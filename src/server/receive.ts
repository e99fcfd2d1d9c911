import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Upload } from '#api/uploads.ts';
import { Fault } from '#model/fault.ts';
import { placeInInbox, removeFromInbox } from '#workspace/inbox.ts';
import { unfinished } from '#workspace/write-file.ts';

type Handed = { readonly name: string; readonly body: ReadableStream | null; readonly upload: string };

/** Where a file goes, how large it may be, in bytes, and what time it is. */
type Inbox = { readonly state: string; readonly largest: number; readonly now: number };

/**
 * Writes a file that a page hands over into the inbox as it arrives. It is there whole or not at all.
 *
 * Nothing of it is read here, and nothing in it is ever run.
 */
export const receive = async ({ name, body, upload }: Handed, { state, largest, now }: Inbox): Promise<Upload> => {
  const place = placeInInbox(state, upload, name, now);
  const arriving = `${place}${unfinished}`;
  let bytes = 0;
  const counted = async function* (parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const part of parts) {
      bytes += part.length;
      if (bytes > largest) throw new Fault('upload-too-large', { megabytes: largest / megabyte });
      yield part;
    }
  };
  try {
    const parts = body ? Readable.fromWeb(body) : Readable.from([]);
    await pipeline(parts, counted, createWriteStream(arriving, { mode: 0o600, flags: 'wx' }));
    await rename(arriving, place);
  } catch (error) {
    removeFromInbox(state, upload);
    throw error;
  }
  return { upload, name: basename(place), bytes };
};

export const megabyte = 1_000_000;
