import { Design } from '#model/design.ts';
import { Fault } from '#model/fault.ts';
import { type ModelKind, recordKinds } from '#model/records.ts';
import { alike } from '#store/canonical.ts';
import type { Body } from '#store/record.ts';
import { objections } from './issues.ts';
import { unstatedDesign } from './model-files.ts';
import { pathText } from './problem.ts';
import { readYaml } from './yaml-text.ts';

/**
 * The body of a record with other fields, as its schema lets it through; null takes a field away.
 *
 * A text stays a text where the field takes one, and is read as YAML where it does not, so that what is typed after an equals
 * sign and what a screen sends as JSON are read alike. What cannot be so is refused by its field.
 */
export const bodyWith = (kind: ModelKind, key: string, before: Body, fields: Body): Body => {
  const schema = schemaOf(kind);
  let body = withFields(startOf(kind, key, before), fields);
  for (const [name, value] of Object.entries(fields)) {
    const refused = schema.safeParse(body).error?.issues.some(({ path }) => path[0] === name);
    if (refused && typeof value === 'string') body = { ...body, [name]: asYaml(value) };
  }
  const { data, error } = schema.safeParse(body);
  const told = error ? objections(schema, body, error.issues) : [];
  const [wrong, ...more] = told.map(({ path, ...what }) => ({
    field: pathText(path) || `the ${kind} ${key}`,
    ...what,
  }));
  if (wrong) throw new Fault('input-refused', { ...wrong, ...(more.length === 0 ? {} : { more }) });
  if (data && data.key !== key) {
    const found = `called ${data.key} by these fields`;
    throw new Fault('input-refused', {
      field: `the ${kind} ${key}`,
      found,
      expected: `the key ${key}, which never changes,`,
    });
  }
  return body;
};

/** The schema of a kind of record, a design included. */
export const schemaOf = (kind: ModelKind) => (kind === 'design' ? Design : recordKinds[kind].schema);

/**
 * The body of a record with other fields, of which only some may be stated: inside an object, too, what is not stated stays.
 *
 * Where an object that is put together so cannot be (a decider is a role or a forum, not both), the stated one takes the
 * place of the other. Null takes a field away. Nothing else is checked.
 */
export const bodyWithSome = (kind: ModelKind, key: string, before: Body, fields: Body): Body => {
  const start = startOf(kind, key, before);
  const body = withFields({}, mixed(start, fields));
  // Only objects that are put together from both may be unfit so.
  const isMixed = Object.entries(fields).some(
    ([name, value]) => isObject(value) && isObject(start[name]) && !alike(start[name], body[name]),
  );
  if (!isMixed) return body;
  const { error } = schemaOf(kind).safeParse(body);
  const unfit = new Set(error?.issues.map(({ path }) => path[0]));
  const alone = Object.entries(fields).filter(([name, value]) => unfit.has(name) && isObject(value));
  if (alone.length === 0) return body;
  const other = { ...body, ...withFields({}, mixed({}, Object.fromEntries(alone))) };
  return schemaOf(kind).safeParse(other).success ? other : body;
};

const mixed = (before: Body, fields: Body): Body => {
  const body: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const was = body[name];
    body[name] = isObject(value) ? withFields({}, mixed(isObject(was) ? was : {}, value)) : value;
  }
  return body;
};

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const startOf = (kind: ModelKind, key: string, before: Body): Body =>
  kind === 'design' ? { ...unstatedDesign(key), ...before } : before;

const withFields = (before: Body, fields: Body): Body => {
  const left = Object.entries({ ...before, ...fields }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(left);
};

/** What a text says as YAML; what cannot be read stays a text, which the schema then refuses. */
const asYaml = (text: string): unknown => {
  const read = readYaml('', text);
  return 'problems' in read ? text : read.value;
};
