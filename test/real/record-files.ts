import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileOutcome } from '#api/record-files.ts';
import { answerImportRecords } from '#handlers/import-records.ts';
import { answerListRecords } from '#handlers/list-records.ts';
import type { Room } from '#handlers/room.ts';
import { ask, dataFile } from './example.ts';

/** Takes public files into a workspace as one change, and says what became of each. */
export const takeIn = async (
  room: Room,
  paths: readonly (readonly string[])[],
  mapping?: unknown,
): Promise<readonly FileOutcome[]> => {
  const files = paths.map((path) => {
    const file = dataFile(...path);
    return { name: basename(file), content: readFileSync(file).toString('base64'), mapping };
  });
  return (await ask(answerImportRecords, room, { files, reason: 'the published files' })).files;
};

/** What all records of a kind state. */
export const bodiesOf = async (room: Room, kind: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  (await ask(answerListRecords, room, { kinds: [kind], limit: 10_000 })).records.map(({ body }) => body);
