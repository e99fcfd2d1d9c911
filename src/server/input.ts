import { z } from 'zod';
import { checked } from '#api/checked.ts';
import type { Endpoint } from '#api/define.ts';
import { Fault } from '#model/fault.ts';

/** What a request carries of the input of an endpoint: in its path, behind it and in its body. */
export type Carried = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** The body as text; an endpoint that is asked by GET has none. */
  readonly body: string;
};

/** The input of an endpoint as a request carries it; a fault that names what may not be asked. */
export const inputOf = (endpoint: Endpoint, { params, query, body }: Carried): unknown => {
  const kinds = kindsOf(endpoint.input);
  const texts = Object.entries(query).map(([name, values]) => [name, single(name, values)] as const);
  const read = [...texts, ...Object.entries(params)].map(([name, text]) => [name, written(text, kinds.get(name))]);
  return checked(endpoint.input, { ...(endpoint.method === 'post' ? bodyOf(body) : {}), ...Object.fromEntries(read) });
};

/** How a field is written in a path or a query. */
export type Kind = 'text' | 'number' | 'boolean' | 'json';

/** The fields of an input, and how each is written where only texts can stand. */
export const kindsOf = (input: z.ZodType): ReadonlyMap<string, Kind> => {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input' });
  return new Map(Object.entries(properties).map(([name, schema]) => [name, kindOf(schema)]));
};

const kindOf = (schema: z.core.JSONSchema._JSONSchema): Kind => {
  const type = typeof schema === 'boolean' ? undefined : schema.type;
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'boolean';
  return type === 'object' || type === 'array' ? 'json' : 'text';
};

const single = (name: string, values: readonly string[]): string => {
  const [value = ''] = values;
  if (values.length === 1) return value;
  throw new Fault('input-refused', { field: name, found: `given ${values.length} times`, expected: 'once at most' });
};

/** What cannot be read as what it should be stays a text, which the schema refuses by name. */
const written = (text: string, kind: Kind | undefined): unknown => {
  if (kind === 'number' && /^-?\d{1,15}(?:\.\d+)?$/u.test(text)) return Number(text);
  if (kind === 'boolean' && /^(?:true|false)$/u.test(text)) return text === 'true';
  return kind === 'json' ? (parsed(text) ?? text) : text;
};

const bodyOf = (body: string): object => {
  if (body.trim() === '') return {};
  const read = parsed(body);
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
  throw new Fault('input-refused', {
    field: 'the body',
    found: JSON.stringify(body.slice(0, 40)),
    expected: 'a JSON object',
  });
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
