import { readFileSync } from 'node:fs';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import type { ReadRequest, RecordFormat } from '#record-files/define.ts';
import { recordFormats } from '#record-files/index.ts';
import { readApart } from '#record-files/read-apart.ts';
import { fileInInbox } from '#workspace/inbox.ts';
import { told } from '#workspace/problem.ts';
import { readYaml } from '#workspace/yaml-text.ts';
import type { ReadRecords } from './found-statements.ts';
import type { Room } from './room.ts';

/** A file as it is asked to be read. */
type Given = {
  readonly name: string;
  readonly content?: string | undefined;
  readonly upload?: string | undefined;
  readonly format?: string | undefined;
  readonly mapping?: unknown;
};

/** As much of a file as tells its format. */
const headBytes = 4096;

/** A file of records, read by the format it is of. */
export const readRecordFile = async (
  room: Room,
  { name, content, upload, format: asked, mapping }: Given,
): Promise<ReadRecords & { readonly format: RecordFormat }> => {
  const bytes =
    upload === undefined ? Buffer.from(content ?? '', 'base64') : readFileSync(fileInInbox(room.state, upload));
  if (bytes.length === 0) throw new Fault('records-unreadable', { path: name, why: 'it is empty' });
  const format = asked === undefined ? formatOf(name, bytes) : formatCalled(asked);
  const { currency, timeZone, fiscalYearStart } = room.workspace.configuration;
  const workspace: ReadRequest['workspace'] = { currency, timeZone, fiscalYearStart };
  const request: ReadRequest = { name, bytes, mapping: mappingOf(mapping), workspace };
  return { name, format, read: await (mayHarm(bytes) ? readApart(format.id, request) : format.read(request)) };
};

/** What is packed may unpack to anything, and what is large may take long; a short text can do neither. */
const mayHarm = (bytes: Uint8Array): boolean => bytes.length > 1_000_000 || (bytes[0] === 0x50 && bytes[1] === 0x4b);

/** A mapping as it is given, or as the text of a file in YAML says it. */
const mappingOf = (mapping: unknown): unknown => {
  if (typeof mapping !== 'string') return mapping;
  const read = readYaml('the mapping', mapping);
  if (!('problems' in read)) return read.value;
  throw new Fault('workspace-problems', { folder: 'the mapping', problems: read.problems.map(told) });
};

const formatOf = (name: string, bytes: Uint8Array): RecordFormat => {
  const head = bytes.subarray(0, headBytes);
  const format = recordFormats.find((known) => known.recognises(name, head));
  if (format) return format;
  throw new Fault('record-format-unknown', { path: name, formats: recordFormats.map(({ id }) => id) });
};

const formatCalled = (id: string): RecordFormat => {
  const format = recordFormats.find((known) => known.id === id);
  if (format) return format;
  const ids = recordFormats.map((known) => known.id);
  const expected = `one of ${ids.join(', ')}`;
  throw new Fault('input-refused', { field: 'format', found: JSON.stringify(id), expected, closest: closest(id, ids) });
};
