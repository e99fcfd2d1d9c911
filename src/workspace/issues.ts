import type { z } from 'zod';
import { closest } from '#model/closest.ts';
import { type Path, type Problem, quoted } from './problem.ts';
import { fieldsKnownAt } from './schema-fields.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong at a path, in our words. */
export type Objection = { readonly path: Path } & Pick<Problem, 'found' | 'expected' | 'closest'>;

/** What a schema holds against a value, one objection for each thing to mend. */
export const objections = (schema: unknown, value: unknown, issues: readonly Issue[]): Objection[] =>
  issues.flatMap((issue) => objectionsOf(schema, value, issue, pathOf(issue.path)));

const objectionsOf = (schema: unknown, whole: unknown, issue: Issue, path: Path): Objection[] => {
  const value = valueAt(whole, path);
  const found = quoted(value);
  if (issue.code === 'unrecognized_keys') return unknownFields(schema, value, issue.keys, path);
  if (issue.code === 'invalid_union') return unionObjections(schema, whole, issue, path);
  if (issue.code === 'invalid_key') {
    const name = path.at(-1);
    return [{ path, found: quoted(name), expected: issue.issues.map(expectation).join(' and ') }];
  }
  if (issue.code === 'invalid_value') {
    const words = issue.values.map(String);
    return [{ path, found, expected: expectation(issue), closest: nearest(value, words) }];
  }
  if (issue.code === 'custom') {
    const meant: unknown = issue.params?.closest;
    return [{ path, found, expected: expectation(issue), closest: typeof meant === 'string' ? meant : undefined }];
  }
  const hint = issue.code === 'invalid_type' && issue.expected === 'string' && isPlain(value);
  return [{ path, found, expected: `${expectation(issue)}${hint ? ` (in quotes: "${String(value)}")` : ''}` }];
};

/** The sentence that the schema's author gave for this case; the library's own words are not meant for readers. */
const ownSentence = ({ message }: Issue): string | undefined =>
  /^(?:Invalid|Too |Unrecognized)/.test(message) ? undefined : message;

const expectation = (issue: Issue): string => ownSentence(issue) ?? demand(issue);

const demand = (issue: Issue): string => {
  if (issue.code === 'invalid_type') return typeNames[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') {
    const words = issue.values.map(String).join(', ');
    return issue.values.length > 1 ? `one of ${words}` : words;
  }
  if (issue.code === 'too_small')
    return limit(issue.inclusive === false ? 'more than' : 'at least', issue.minimum, issue.origin);
  if (issue.code === 'too_big')
    return limit(issue.inclusive === false ? 'less than' : 'at most', issue.maximum, issue.origin);
  if (issue.code === 'invalid_format') return issue.pattern ? `text like ${issue.pattern}` : `a ${issue.format}`;
  if (issue.code === 'not_multiple_of') return `a multiple of ${issue.divisor}`;
  return issue.message;
};

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'fields with values',
  record: 'names with values',
};

const limit = (words: string, number: number | bigint, origin: string): string => {
  const things: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };
  return `${words} ${number}${things[origin] ?? ''}`;
};

const unknownFields = (schema: unknown, value: unknown, names: readonly string[], path: Path): Objection[] => {
  const known = fieldsKnownAt(schema, path);
  const free = known.filter((name) => !(isObject(value) && Object.hasOwn(value, name)));
  return names.map((name) => ({
    path: [...path, name],
    found: `an unknown field "${name}"`,
    expected: free.length > 0 ? `one of ${free.join(', ')}` : 'no further field',
    closest: closest(name, free),
  }));
};

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

/**
 * What is wrong with a value that has none of the shapes it may have.
 *
 * A field that no shape knows is told first; then the union's own sentence; then what the shape says that comes nearest,
 * which is the one with the fewest objections.
 */
const unionObjections = (schema: unknown, whole: unknown, issue: UnionIssue, path: Path): Objection[] => {
  const value = valueAt(whole, path);
  if (isObject(value)) {
    const known = fieldsKnownAt(schema, path);
    const strange = Object.keys(value).filter((name) => !known.includes(name));
    if (known.length > 0 && strange.length > 0) return unknownFields(schema, value, strange, path);
  }
  const own = ownSentence(issue);
  if (own !== undefined) return [{ path, found: quoted(value), expected: own }];
  const inner = issue.errors.filter((branch) => branch.some((each) => each.path.length > 0));
  const nearestBranch = inner.toSorted((a, b) => a.length - b.length)[0];
  if (nearestBranch) {
    return nearestBranch.flatMap((each) => objectionsOf(schema, whole, each, [...path, ...pathOf(each.path)]));
  }
  const ways = [...new Set(issue.errors.flat().map(expectation))];
  return [{ path, found: quoted(value), expected: ways.length > 0 ? ways.join(' or ') : 'something else' }];
};

const nearest = (value: unknown, words: readonly string[]): string | undefined =>
  typeof value === 'string' ? closest(value, words) : undefined;

const pathOf = (path: readonly PropertyKey[]): Path =>
  path.map((step) => (typeof step === 'number' ? step : String(step)));

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, step) => (isObject(at) && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined),
    value,
  );

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isPlain = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean';
