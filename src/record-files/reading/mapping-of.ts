import { z } from 'zod';
import { Fault } from '#model/fault.ts';
import { valueAt } from '../columns/cell-of.ts';

/** A mapping as its format documents it; nothing stands for one that says nothing. */
export const mappingOf = <T>(schema: z.ZodType<T>, mapping: unknown): T => {
  const { data, error } = schema.safeParse(mapping ?? {});
  if (!error) return data;
  const [issue] = error.issues;
  const path = issue?.path ?? [];
  const field = ['mapping', ...path].join('.');
  if (issue?.code === 'unrecognized_keys') {
    const known = schema instanceof z.ZodObject && path.length === 0 ? Object.keys(schema.shape) : [];
    const expected = known.length === 0 ? 'a field that it can have' : `one of its fields, ${known.join(', ')},`;
    throw new Fault('input-refused', { field: `a field of ${field}`, found: JSON.stringify(issue.keys[0]), expected });
  }
  throw new Fault('input-refused', { field, found: shown(valueAt(mapping, path)), expected: expectation(issue) });
};

/** The mapping of a file that nothing else tells the columns of; `what` is what is read, such as `a table`. */
export const neededMapping = <T>(
  schema: z.ZodType<T>,
  mapping: unknown,
  { path, what }: { readonly path: string; readonly what: string },
): T => {
  if (mapping !== undefined && mapping !== null) return mappingOf(schema, mapping);
  throw new Fault('records-unreadable', { path, why: `${what} needs a mapping, which says what its columns mean` });
};

const longest = 80;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
};

const words: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'fields with their values',
  record: 'fields with their values',
  string: 'a text',
};

/** In our words what the library says in its own. */
const expectation = (issue: z.core.$ZodIssue | undefined): string =>
  issue?.code === 'invalid_type' && issue.message.startsWith('Invalid')
    ? (words[issue.expected] ?? `a ${issue.expected}`)
    : (issue?.message ?? '');
