import { readFileSync } from 'node:fs';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { type ExportedModel, exportedModel, type ModelExport } from '#record-files/archimate/export.ts';
import type { ReadRequest, RecordFormat } from '#record-files/define.ts';
import { recordFormats } from '#record-files/index.ts';
import { exportApart, readApart, suggestApart } from '#record-files/read-apart.ts';
import { suggestTable } from '#record-files/suggest/suggest-table.ts';
import type { Suggestion } from '#record-files/suggest/suggestion.ts';
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

/** A file that is at hand. */
export type Held = Pick<ReadRequest, 'name' | 'bytes'>;

/** A file of records as it is asked to be read, read by the format it is of. */
export const readRecordFile = (room: Room, { name, format, mapping, ...where }: Given): ReturnType<typeof readHeld> =>
  readHeld(room, { name, bytes: bytesOf(room, { name, ...where }) }, { format, mapping });

/** A file of records, read by the format it is of. */
export const readHeld = async (
  room: Room,
  file: Held,
  { format: asked, mapping }: Pick<Given, 'format' | 'mapping'>,
): Promise<ReadRecords & { readonly format: RecordFormat }> => {
  const format = asked === undefined ? formatOf(file) : formatCalled(asked);
  const request: ReadRequest = { ...file, mapping: mappingOf(mapping), workspace: settingsOf(room) };
  return {
    name: file.name,
    format,
    read: await (mayHarm(file.bytes) ? readApart(format.id, request) : format.read(request)),
  };
};

/** The format that reads a file by itself, if one does. */
export const knownFormat = ({ name, bytes }: Held): RecordFormat | undefined => {
  const head = bytes.subarray(0, headBytes);
  return recordFormats.find((known) => known.recognises(name, head));
};

/** A draft of how an unknown table is to be read. */
export const draftedMapping = async (room: Room, file: Held): Promise<Suggestion> => {
  const request: ReadRequest = { ...file, workspace: settingsOf(room) };
  return mayHarm(file.bytes) ? suggestApart(request) : suggestTable(request);
};

/** A model in ArchiMate with records written into it. */
export const writtenModel = async (asked: ModelExport): Promise<ExportedModel> =>
  mayHarm(asked.onto.bytes) ? exportApart(asked) : exportedModel(asked);

const settingsOf = (room: Room): ReadRequest['workspace'] => {
  const { currency, timeZone, fiscalYearStart } = room.workspace.configuration;
  return { currency, timeZone, fiscalYearStart };
};

/** What a file holds that came with the request or was handed over before it; an empty one is refused. */
export const bytesOf = (room: Room, { name, content, upload }: Pick<Given, 'name' | 'content' | 'upload'>): Buffer => {
  const bytes =
    upload === undefined ? Buffer.from(content ?? '', 'base64') : readFileSync(fileInInbox(room.state, upload));
  if (bytes.length === 0) throw new Fault('records-unreadable', { path: name, why: 'it is empty' });
  return bytes;
};

/** What is packed may unpack to anything, and what is large may take long; a short text can do neither. */
const mayHarm = (bytes: Uint8Array): boolean => bytes.length > 1_000_000 || (bytes[0] === 0x50 && bytes[1] === 0x4b);

/** A mapping as it is given, or as the text of a file in YAML says it. */
export const mappingOf = (mapping: unknown): unknown => {
  if (typeof mapping !== 'string') return mapping;
  // What the words of a column stand for may be null: that they say nothing.
  const read = readYaml('the mapping', mapping, 'values');
  if (!('problems' in read)) return read.value;
  throw new Fault('workspace-problems', { folder: 'the mapping', problems: read.problems.map(told) });
};

const formatOf = (file: Held): RecordFormat => {
  const format = knownFormat(file);
  if (format) return format;
  throw new Fault('record-format-unknown', { path: file.name, formats: recordFormats.map(({ id }) => id) });
};

const formatCalled = (id: string): RecordFormat => {
  const format = recordFormats.find((known) => known.id === id);
  if (format) return format;
  const ids = recordFormats.map((known) => known.id);
  const expected = `one of ${ids.join(', ')}`;
  throw new Fault('input-refused', { field: 'format', found: JSON.stringify(id), expected, closest: closest(id, ids) });
};
