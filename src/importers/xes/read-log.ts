import { isFault } from '#model/fault.ts';
import { readSource, type Stored } from '../reading/source.ts';
import type { Columns } from './columns.ts';
import { asUtf8, encodingOf } from './encoding.ts';
import type { Limits } from './limits.ts';
import { LogReader, type LogTaker } from './log-reader.ts';
import { refusal } from './refusal.ts';
import { XmlReader } from './xml.ts';

export type LogRequest = {
  readonly path: string;
  readonly columns: Columns;
  readonly undefaulted: ReadonlySet<string>;
  readonly limits: Limits;
  readonly taker: LogTaker;
  /** After each piece of the file; `bytes` of it as it is stored have been read. */
  readonly onPiece?: (bytes: number) => Promise<void> | void;
};

/** Reads the events of an XES file from the first to the last, without holding more of it than one piece. */
export const readLog = async ({ path, columns, undefaulted, limits, taker, onPiece }: LogRequest): Promise<Stored> => {
  const encoding = await encodingOf(path);
  const xml = new XmlReader(path, encoding, limits, new LogReader(path, columns, undefaulted, taker));
  const stored = await readSource(path, encoding, limits, async (utf8, bytes) => {
    xml.write(utf8);
    await onPiece?.(bytes);
  }).catch((error: unknown) => {
    if (!isFault(error, 'file-encoding')) throw error;
    throw refusal(path, 1, `it begins in ${encoding} and goes on in ${error.detail.found}`, asUtf8);
  });
  xml.finish();
  return stored;
};
