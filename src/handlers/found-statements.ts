import { type ModelRecord, ofNoDesign, recordKinds } from '#model/records.ts';
import type { FoundRecord, Place, ReadFile } from '#record-files/define.ts';
import { alike, canonical } from '#store/canonical.ts';
import { type Body, idText } from '#store/record.ts';
import { objections } from '#workspace/issues.ts';
import { type Path, pathText, quoted } from '#workspace/problem.ts';
import { bodyWithSome, schemaOf } from '#workspace/record-body.ts';
import type { ModelId } from './record-id.ts';

/** A file of records that was read, under the name it was handed over by. */
export type ReadRecords = { readonly name: string; readonly read: ReadFile };

/** What one place of a file says of a record, and the rows that are taken with it or not at all. */
export type Statement = {
  readonly file: ReadRecords;
  readonly found: FoundRecord;
  readonly id: ModelId;
  readonly rows: readonly string[];
};

/** What cannot be taken of a statement. `path` is where in its record; the place is told from it. */
export type Complaint = {
  readonly statement: Omit<Statement, 'id'>;
  readonly path: Path;
  readonly found: string;
  readonly expected: string;
  readonly closest?: string | undefined;
};

type Identified = { readonly statements: readonly Statement[]; readonly complaints: readonly Complaint[] };

/** Which record each place of the files speaks of. Records of a design are of the one that is named. */
export const statementsOf = (files: readonly ReadRecords[], design: string): Identified => {
  const statements: Statement[] = [];
  const complaints: Complaint[] = [];
  for (const file of files) {
    file.read.records.forEach((found, index) => {
      const statement = { file, found, rows: rowsOf(file.name, found, index) };
      const { kind, body } = found;
      const stated = typeof body.key === 'string' ? body.key : undefined;
      const whole = { ...found.usual, ...body };
      const read = stated === undefined ? schemaOf(kind).safeParse(bodyWithSome(kind, '', {}, whole)) : undefined;
      const key = stated ?? read?.data?.key;
      if (key !== undefined) statements.push({ ...statement, id: { kind, key, design: keptUnder(kind, key, design) } });
      else complaints.push(...complaintsOf(statement, whole));
    });
  }
  return { statements, complaints };
};

const keptUnder = (kind: ModelRecord['kind'], key: string, design: string): string => {
  if (kind === 'design') return key;
  return recordKinds[kind].of === 'workspace' ? ofNoDesign : design;
};

const rowsOf = (file: string, { place, parts = [] }: FoundRecord, index: number): string[] => {
  const rows = [place, ...parts.map((part) => part.place)].filter(({ row }) => row !== undefined);
  return rows.length === 0
    ? [`${file} #${index}`]
    : [...new Set(rows.map(({ sheet = '', row }) => JSON.stringify([file, sheet, row])))];
};

type Whole = { readonly id: ModelId; readonly body: Body; readonly of: readonly Statement[] };

/**
 * What all statements say of each record together, on top of what stands, and which of them cannot be taken.
 *
 * Two statements that say different things of one field contradict each other: the later one is told, with the place of the
 * earlier. A list of which they state parts is put together. Two that say of one thing of another tool that it is two records
 * contradict each other too.
 */
export const recordsOf = (
  statements: readonly Statement[],
  stands: ReadonlyMap<string, Body>,
): { readonly records: readonly Whole[]; readonly complaints: readonly Complaint[] } => {
  const complaints: Complaint[] = [...parted(statements)];
  const records: Whole[] = [];
  for (const [id, all] of Map.groupBy(statements, (statement) => idText(statement.id))) {
    const before = stands.get(id);
    const own = meant(all, before);
    const [first] = own;
    if (!first) continue;
    const { fields: stated, contradicted } = together(own, before);
    const fields = withUsual(own, stated, before);
    const whole = bodyWithSome(first.id.kind, first.id.key, before ?? {}, fields);
    const keyless = withoutMadeKey(first.id, before, whole);
    const body = keyless ?? whole;
    // What stands was checked when it was taken in, and so was what makes its own key.
    const isChecked = keyless !== undefined || (before !== undefined && alike(before, body));
    const wrong = [...contradicted, ...(isChecked ? [] : refusals(own, body))];
    if (wrong.length > 0) complaints.push(...wrong);
    else records.push({ id: first.id, body, of: own });
  }
  return { records, complaints };
};

/** Statements that count: a stub does only where nothing stands and nothing else is stated, and then the first one. */
const meant = (statements: readonly Statement[], before: Body | undefined): readonly Statement[] => {
  const full = statements.filter(({ found }) => !found.stub);
  return full.length > 0 || before !== undefined ? full : statements.slice(0, 1);
};

/** The fields that several statements state together. */
const together = (statements: readonly Statement[], before: Body | undefined) => {
  const [first, ...others] = statements;
  if (first && others.length === 0 && first.found.partial === undefined)
    return { fields: first.found.body, contradicted: [] };
  const fields: Record<string, unknown> = {};
  const said = new Map<string, Statement>();
  const contradicted: Complaint[] = [];
  for (const statement of statements) {
    const { body, partial = {} } = statement.found;
    for (const { path, value } of leaves(body)) {
      const [field = ''] = path;
      const parts = partial[field];
      const name = pathText(path);
      const earlier = said.get(name);
      const known = valueAt(fields, path);
      if (parts) fields[field] = withPart(fields[field] ?? before?.[field], value, parts);
      else if (!earlier) put(fields, path, value);
      else if (!alike(known, value)) contradicted.push(contradiction(statement, { path, value }, earlier, known));
      said.set(name, earlier ?? statement);
    }
  }
  return { fields, contradicted };
};

/** What several statements say of one thing of another tool that is called after its parts here, and is one record. */
const parted = (statements: readonly Statement[]): Complaint[] => {
  const said = new Map<string, Statement>();
  return statements.flatMap((statement): Complaint[] => {
    const { id, found } = statement;
    if (found.origin === undefined) return [];
    const name = `${id.kind} ${found.origin}`;
    const earlier = said.get(name);
    if (!earlier) said.set(name, statement);
    if (!earlier || idText(earlier.id) === idText(id)) return [];
    const known = (path: Leaf['path']): unknown => valueAt(earlier.found.body, path);
    const other = leaves(found.body).find(({ path, value }) => !alike(known(path), value));
    return other ? [contradiction(statement, other, earlier, known(other.path))] : [];
  });
};

const contradiction = (statement: Statement, { path, value }: Leaf, earlier: Statement, known: unknown): Complaint => {
  const expected = `${quoted(known)}, as ${placeText(earlier)} says of the same ${statement.id.kind.replaceAll('-', ' ')}`;
  return { statement, path, found: quoted(value), expected };
};

/** With what counts where nothing else is said: of the file's own fields, and of where the record comes from. */
const withUsual = (statements: readonly Statement[], stated: Body, before: Body | undefined): Body => {
  const fields: Record<string, unknown> = { ...stated };
  for (const { found } of statements) {
    const { origin, usual = {} } = found;
    for (const [field, value] of Object.entries({ ...usual, origin })) {
      if (value !== undefined && fields[field] === undefined && before?.[field] === undefined) fields[field] = value;
    }
  }
  return fields;
};

type Leaf = { readonly path: readonly string[]; readonly value: unknown };

/** What a body states, field by field, down to what is no object any more. */
const leaves = (body: Body, path: readonly string[] = []): Leaf[] =>
  Object.entries(body).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return isFields(value) ? leaves(value, [...path, name]) : [{ path: [...path, name], value }];
  });

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueAt = (body: Body, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, step) => (isFields(at) ? at[step] : undefined), body);

const put = (body: Record<string, unknown>, path: readonly string[], value: unknown): void => {
  const last = path.at(-1);
  let at = body;
  for (const step of path.slice(0, -1)) {
    const next = at[step];
    const fields = isFields(next) ? next : {};
    at[step] = fields;
    at = fields;
  }
  if (last !== undefined) at[last] = value;
};

/** A list with other entries in place of those that have the same values in some fields, in the order of these. */
const withPart = (before: unknown, part: unknown, by: readonly string[]): unknown => {
  if (!Array.isArray(part)) return part;
  const named = (entry: unknown): string => canonical(by.map((field) => fieldOf(entry, field) ?? null));
  const given = new Set(part.map(named));
  const kept: readonly unknown[] = Array.isArray(before) ? before.filter((entry) => !given.has(named(entry))) : [];
  return [...kept, ...part].sort((a, b) => (named(a) < named(b) ? -1 : Number(named(a) > named(b))));
};

const fieldOf = (entry: unknown, field: string): unknown =>
  typeof entry === 'object' && entry !== null ? Reflect.get(entry, field) : undefined;

/** The record without a key that its parts make by themselves: nobody has to state it. Nothing where they do not. */
const withoutMadeKey = ({ kind, key }: ModelId, before: Body | undefined, body: Body): Body | undefined => {
  if (before?.key !== undefined || body.key === undefined) return undefined;
  const { key: _, ...rest } = body;
  return schemaOf(kind).safeParse(rest).data?.key === key ? rest : undefined;
};

const refusals = (statements: readonly Statement[], body: Body): Complaint[] => {
  const [first] = statements;
  if (!first) return [];
  const { id } = first;
  const { data, error } = schemaOf(id.kind).safeParse(body);
  if (!error && data.key === id.key) return [];
  const told = error
    ? objections(schemaOf(id.kind), body, error.issues)
    : [{ path: ['key'], found: quoted(data.key), expected: `the key ${id.key}, which never changes` }];
  return told.map(({ path, ...what }) => ({ statement: saying(statements, path), path, ...what }));
};

const complaintsOf = (statement: Omit<Statement, 'id'>, body: Body): Complaint[] => {
  const schema = schemaOf(statement.found.kind);
  const { error } = schema.safeParse(body);
  return objections(schema, body, error?.issues ?? []).map((objection) => ({ statement, ...objection }));
};

/** The statement that says what stands at a path; the first where none does. */
export const saying = <S extends Pick<Statement, 'found'>>(statements: readonly S[], [field]: Path): S => {
  const [first] = statements;
  if (!first) throw new Error('a record was stated nowhere');
  return statements.find(({ found }) => field !== undefined && found.body[field] !== undefined) ?? first;
};

/** Where a path of a statement's record stands in its file. */
export const placeIn = ({ file, found }: Omit<Statement, 'id'>, path: Path): Place => {
  const text = pathText(path);
  const part = (found.parts ?? [])
    .filter((each) => text === each.path || text.startsWith(`${each.path}.`))
    .reduce<{ path: string; place: Place } | undefined>(
      (most, each) => (most && most.path.length > each.path.length ? most : each),
      undefined,
    );
  const head = file.read.heads?.[`${found.kind}.${text.replaceAll(/\[\d+\]/gu, '[]')}`];
  const rest = part === undefined ? text : text.slice(part.path.length).replace(/^\./u, '');
  const field = head ?? (rest === '' ? undefined : rest);
  return { ...(part?.place ?? found.place), ...(field === undefined ? {} : { field }) };
};

const placeText = ({ file, found: { place } }: Statement): string =>
  [file.name, place.sheet, place.row === undefined ? undefined : `row ${place.row}`]
    .filter((part) => part !== undefined)
    .join(', ');
