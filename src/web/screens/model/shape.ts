import { z } from 'zod';
import { Design } from '#model/design.ts';
import { type RecordKind, recordKinds } from '#model/records.ts';
import { referencesOf } from './references.ts';

/** How a value is given in a form. `yaml` is what no form has an input for; it is never lost. */
export type Shape =
  | PlainShape
  | { readonly is: 'list'; readonly of: Shape }
  | { readonly is: 'fields'; readonly fields: readonly Field[] }
  | { readonly is: 'one-of'; readonly ways: readonly { readonly is: 'fields'; readonly fields: readonly Field[] }[] };

/** What is given by one input. */
export type PlainShape =
  | { readonly is: 'text' | 'long' | 'duration' | 'day' | 'instant' | 'number' | 'yes-no' | 'yaml' }
  | { readonly is: 'choice'; readonly options: readonly string[] }
  | { readonly is: 'reference'; readonly kind: string };

export type Field = { readonly name: string; readonly shape: Shape; readonly required: boolean };

type Schema = z.core.JSONSchema._JSONSchema;

const longTexts = [
  'note',
  'origin',
  'reason',
  'rationale',
  'description',
  'statement',
  'question',
  'hypothesis',
  'words',
  'outcome',
];

/** The fields of a kind of record, as a form has them: its schema, with the kinds that its fields name. */
export const fieldsOfKind = (kind: string): readonly Field[] => {
  const schema = kind === 'design' ? Design : recordKinds[kind as RecordKind].schema;
  const shape = shapeOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '', referencesOf(kind));
  if (shape.is !== 'fields') return [];
  const fields = shape.fields.map(
    (field): Field => (isWhole(field.shape) ? field : { ...field, shape: { is: 'yaml' } }),
  );
  return [...fields.filter((field) => !isAside(field)), ...fields.filter(isAside)];
};

/** What is said beside a record comes behind what it is. */
const isAside = ({ name }: Field): boolean => name === 'origin' || name === 'note';

/** A field that holds anything without an input is given as text as a whole: half a form could lose the other half. */
const isWhole = (shape: Shape): boolean => {
  if (shape.is === 'list') return isWhole(shape.of);
  if (shape.is === 'fields') return shape.fields.every((field) => isWhole(field.shape));
  if (shape.is === 'one-of') return shape.ways.every(isWhole);
  return shape.is !== 'yaml';
};

const shapeOf = (schema: Schema, path: string, references: Readonly<Record<string, string>>): Shape => {
  const kind = references[path];
  if (kind !== undefined) return { is: 'reference', kind };
  if (typeof schema === 'boolean') return { is: 'yaml' };
  const { type, enum: options, anyOf, properties, items } = schema;
  if (options) return { is: 'choice', options: options.map(String) };
  if (anyOf) return oneOf(anyOf.map((way) => shapeOf(way, path, references)));
  if (type === 'object' && properties) return fieldsShape(properties, schema.required ?? [], path, references);
  if (type === 'array' && items && !Array.isArray(items)) {
    return { is: 'list', of: shapeOf(items, `${path}[]`, references) };
  }
  if (type === 'boolean') return { is: 'yes-no' };
  if (type === 'number' || type === 'integer') return { is: 'number' };
  if (type === 'string') return { is: textShape(schema, path) };
  return { is: 'yaml' };
};

const oneOf = (ways: readonly Shape[]): Shape => {
  const fields = ways.flatMap((way) => (way.is === 'fields' ? [way] : []));
  return fields.length === ways.length ? { is: 'one-of', ways: fields } : { is: 'yaml' };
};

const fieldsShape = (
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[],
  path: string,
  references: Readonly<Record<string, string>>,
): Shape => ({
  is: 'fields',
  fields: Object.entries(properties).map(([name, schema]) => ({
    name,
    shape: shapeOf(schema, path === '' ? name : `${path}.${name}`, references),
    required: required.includes(name),
  })),
});

const textShape = (schema: Exclude<Schema, boolean>, path: string) => {
  if (schema.format === 'date') return 'day';
  if (schema.format === 'date-time') return 'instant';
  if (schema.pattern?.startsWith('^P(?=')) return 'duration';
  return longTexts.includes(path.split('.').at(-1) ?? '') ? 'long' : 'text';
};
