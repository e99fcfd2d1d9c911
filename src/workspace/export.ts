import { kinds, type ModelRecord, ofNoDesign, type RecordKind, recordKinds } from '#model/records.ts';
import { canonical } from '#store/canonical.ts';
import { byId, idText, type RecordId } from '#store/record.ts';
import { readModelFiles, unstatedDesign } from './model-files.ts';
import { modelText, ordered } from './model-text.ts';
import type { Problem } from './problem.ts';
import { rewritten } from './rewritten.ts';
import { designOf, fieldsOf, type ModelDocument, statesDesign } from './statements.ts';

/** A model file as it shall be; `before` is null for one that is not there yet. */
export type ExportedFile = { readonly file: string; readonly before: string | null; readonly text: string };

type Exported = { readonly files: readonly ExportedFile[]; readonly records: readonly ModelRecord[] };

/**
 * The model files that have to change so that they say what stands, and all that the files state then.
 *
 * A record goes where it is stated, in every file that states it; one that no file states goes to a file of its design or
 * its kind; one that does not stand leaves its files. `isOpen` names the records that are left as the files have them. What
 * is to be written is read first: it says what stands, or nothing is written.
 */
export const planExport = (
  documents: readonly ModelDocument[],
  standing: readonly ModelRecord[],
  isOpen: (id: RecordId) => boolean,
): Exported | { readonly problems: readonly Problem[] } => {
  const stands = new Map(standing.map((record) => [idText(record), record]));
  const drafts = new Map(
    documents.map((document) => [document.file, { document, fields: restated(document, stands, isOpen) }]),
  );
  for (const record of standing) {
    if (record.kind === 'design' && !isOpen(record)) stateDesign(record, [...drafts.values()]);
  }
  const stated = new Set(documents.flatMap((document) => idsIn(document).map(idText)));
  const homeless = standing.filter(
    (record) => record.kind !== 'design' && !stated.has(idText(record)) && !isOpen(record),
  );
  const designs = new Set(documents.filter(statesDesign).map(designOf));
  const fresh = standing.filter((record) => isFresh(record, designs, standing) && !isOpen(record));
  const added = housed([...homeless, ...fresh], drafts);
  const files = [...[...drafts.values()].flatMap(({ document, fields }) => changedFile(document, fields)), ...added];
  return checked(documents, files, standing, isOpen);
};

type Fields = Record<string, unknown>;
type Draft = { readonly document: ModelDocument; readonly fields: Fields };
type Standing = ReadonlyMap<string, ModelRecord>;

/** What a file says, each of its records as it stands. */
const restated = (document: ModelDocument, stands: Standing, isOpen: (id: RecordId) => boolean): Fields => {
  const fields: Fields = { ...fieldsOf(document.written) };
  for (const kind of kinds) {
    const { plural } = recordKinds[kind];
    const list = fields[plural];
    if (!Array.isArray(list)) continue;
    fields[plural] = list.flatMap((entry: unknown, index) => {
      const id = idOf(document, kind, index);
      if (isOpen(id)) return [entry];
      const record = stands.get(idText(id));
      return record ? [record.body] : [];
    });
  }
  if ('design' in fields) {
    const key = designOf(document);
    const id = { kind: 'design', key, design: key };
    if (!isOpen(id)) fields.design = designFields(fieldsOf(fields.design), stands.get(idText(id)));
  }
  return fields;
};

const designFields = (written: Readonly<Fields>, record: ModelRecord | undefined): Readonly<Fields> | undefined => {
  if (!record) return undefined;
  const left = Object.keys(written).filter((field) => record.body[field] !== undefined);
  return Object.fromEntries(left.map((field) => [field, record.body[field]]));
};

/** Puts what no file says of a design into the first one that speaks of it. */
const stateDesign = ({ key, body }: ModelRecord, drafts: readonly Draft[]): void => {
  const own = drafts.filter(({ document }) => statesDesign(document) && designOf(document) === key);
  const said = new Set(own.flatMap(({ fields }) => Object.keys(fieldsOf(fields.design))));
  const unsaid = Object.entries(body).filter(([field, value]) => {
    return !said.has(field) && canonical(value ?? null) !== canonical(unstatedDesign(key)[field] ?? null);
  });
  const home = own.find(({ fields }) => 'design' in fields) ?? own[0];
  if (home && unsaid.length > 0) {
    home.fields.design = { key, ...fieldsOf(home.fields.design), ...Object.fromEntries(unsaid) };
  }
};

/** A design of which no file speaks. The one that needs no file does need one once there are others. */
const isFresh = (
  { kind, key, body }: ModelRecord,
  designs: ReadonlySet<string>,
  all: readonly ModelRecord[],
): boolean => {
  if (kind !== 'design' || designs.has(key)) return false;
  const isAlone = all.every((other) => other.kind !== 'design' || other.key === key);
  return !isAlone || canonical(body) !== canonical(unstatedDesign(key));
};

/** Puts records that no file states into the file of their design or kind: a new one, unless it is there. */
const housed = (records: readonly ModelRecord[], drafts: ReadonlyMap<string, Draft>): ExportedFile[] => {
  const byFile = Map.groupBy(records.toSorted(byId), (record) => fileFor(record, drafts));
  return [...byFile].flatMap(([file, own]) => {
    const draft = drafts.get(file);
    if (!draft) return [{ file, before: null, text: modelText(own[0]?.design ?? ofNoDesign, own) }];
    for (const { kind, body } of own) {
      if (kind === 'design') continue;
      const { plural } = recordKinds[kind];
      const list = draft.fields[plural];
      draft.fields[plural] = [...(Array.isArray(list) ? list : []), ordered(kind, body)];
    }
    return [];
  });
};

/** `model/chain-links.yaml` for a kind of the workspace, `model/design-next.yaml` for a design, or a name like it. */
const fileFor = ({ kind, design }: ModelRecord, drafts: ReadonlyMap<string, Draft>): string => {
  if (kind !== 'design' && design === ofNoDesign) return `model/${kebab(recordKinds[kind].plural)}.yaml`;
  const names = Array.from(
    { length: drafts.size + 1 },
    (_, n) => `model/design-${design}${n === 0 ? '' : `-${n + 1}`}.yaml`,
  );
  const fits = (file: string): boolean => {
    const draft = drafts.get(file);
    return draft === undefined || designOf(draft.document) === design;
  };
  return names.find(fits) ?? `model/design-${design}-records.yaml`;
};

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const changedFile = ({ file, text }: ModelDocument, fields: Fields): ExportedFile[] => {
  const after = rewritten(text, fields);
  return after === text ? [] : [{ file, before: text, text: after }];
};

/** The files as they would be read, or what would be wrong with them. */
const checked = (
  documents: readonly ModelDocument[],
  files: readonly ExportedFile[],
  standing: readonly ModelRecord[],
  isOpen: (id: RecordId) => boolean,
): Exported | { readonly problems: readonly Problem[] } => {
  const texts = new Map(documents.map(({ file, text }) => [file, text]));
  for (const { file, text } of files) texts.set(file, text);
  const read = readModelFiles([...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, text]) => ({ file, text })));
  if ('problems' in read) return read;
  const says = (records: readonly ModelRecord[]): string =>
    canonical(
      records
        .filter((record) => !isOpen(record))
        .toSorted(byId)
        .map(({ body, ...id }) => [idText(id), body]),
    );
  if (says(read.records) !== says(standing)) throw new Error('the model files would not say what stands');
  return { files, records: read.records };
};

const idsIn = (document: ModelDocument): RecordId[] =>
  kinds.flatMap((kind) => {
    const list = fieldsOf(document.written)[recordKinds[kind].plural];
    return Array.isArray(list) ? list.map((_, index) => idOf(document, kind, index)) : [];
  });

const idOf = (document: ModelDocument, kind: RecordKind, index: number): RecordId => ({
  kind,
  design: recordKinds[kind].of === 'design' ? designOf(document) : ofNoDesign,
  key: document.value[recordKinds[kind].plural][index]?.key ?? '',
});
