import { checked } from '#api/checked.ts';
import type { Endpoint } from '#api/define.ts';
import { type Written, writtenFields } from '#api/written.ts';
import { Fault } from '#model/fault.ts';

/** What a request carries of the input of an endpoint: in its path, behind it and in its body. */
export type Carried = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** The body as text; an endpoint that is asked by GET has none. */
  readonly body: string;
};

/** Reads the input of an endpoint as requests carry it; a fault that names what may not be asked. */
export const inputReader = (endpoint: Endpoint): ((carried: Carried) => unknown) => {
  // Once for all requests: to tell how fields are written takes as long as to read one.
  const fields = writtenFields(endpoint.input);
  return ({ params, query, body }) => {
    const texts = Object.entries(query).map(([name, values]) => [name, single(name, values)] as const);
    const read = [...texts, ...Object.entries(params)].map(([name, text]) => [name, valueIn(text, fields.get(name))]);
    return checked(endpoint.input, {
      ...(endpoint.method === 'post' ? bodyOf(body) : {}),
      ...Object.fromEntries(read),
    });
  };
};

const single = (name: string, values: readonly string[]): string => {
  const [value = ''] = values;
  if (values.length === 1) return value;
  throw new Fault('input-refused', { field: name, found: `given ${values.length} times`, expected: 'once at most' });
};

/** What cannot be read as what it should be stays a text, which the schema refuses by name. */
const valueIn = (text: string, kind: Written | undefined): unknown => {
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
