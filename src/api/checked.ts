import type { z } from 'zod';
import { Fault } from '#model/fault.ts';

/**
 * What somebody gave, as it may be asked; the fault `input-refused` names the first thing that may not. `name` is what a
 * bare value is called.
 */
export const checked = <Schema extends z.ZodType>(schema: Schema, value: unknown, name = 'input'): z.output<Schema> => {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path ?? [];
  const found = path.reduce<unknown>((at, step) => (isRecord(at) ? at[String(step)] : undefined), value);
  throw new Fault('input-refused', {
    field: path.length === 0 ? name : path.join('.'),
    found: shown(found),
    expected: issue === undefined ? 'something else' : expectation(issue),
  });
};

const longest = 200;

/** What was given, short enough for a message: of a long list or text how long it is, and not what it holds. */
const shown = (found: unknown): string => {
  const text = JSON.stringify(found) ?? 'nothing';
  if (text.length <= longest) return text;
  if (Array.isArray(found)) return `a list of ${found.length}`;
  return typeof found === 'string' ? `a text of ${found.length} characters` : `${text.slice(0, longest)}…`;
};

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

/** What a schema wants, in our words: the library's own are not meant for readers. */
const expectation = (issue: Issue): string => {
  if (!/^(?:Invalid|Too |Unrecognized)/u.test(issue.message)) return issue.message;
  if (issue.code === 'too_small') return `at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code !== 'invalid_type') return 'something else';
  return kinds[issue.expected] ?? `a ${issue.expected}`;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
