import { z } from 'zod';
import { Day, Instant } from '#model/day.ts';
import { Design } from '#model/design.ts';
import { Decimal } from '#model/money.ts';
import { kinds, type ModelKind, recordKinds } from '#model/records.ts';
import { type Column, type Holds, type KindTables, type ListTable, labelOf } from './column.ts';

/**
 * How the records of every kind stand in tables, told from their schemas: a field that a kind is given has its column.
 *
 * Fields of an object inside a record are columns of the record's table, a list of texts is one cell, and a list of objects
 * is a table of its own.
 */
export const kindTables = (kind: ModelKind): KindTables => {
  const known = made.get(kind);
  if (known) return known;
  const references: Readonly<Record<string, string>> = kind === 'design' ? {} : recordKinds[kind].references;
  const schema = kind === 'design' ? Design : recordKinds[kind].schema;
  const { columns, lists } = tablesOf(shapes(schema), references, '');
  const tables = { kind, columns, lists };
  made.set(kind, tables);
  return tables;
};

const made = new Map<ModelKind, KindTables>();

type Tables = { readonly columns: readonly Column[]; readonly lists: readonly ListTable[] };

const tablesOf = (objects: readonly z.ZodType[], references: Readonly<Record<string, string>>, at: string): Tables => {
  const columns = new Map<string, Column>();
  const lists = new Map<string, ListTable>();
  const walk = (schemas: readonly z.ZodType[], path: readonly string[]): void => {
    const own = schemas.flatMap(shapes);
    const place = `${at}${path.join('.')}`;
    if (path.length === 0 || own.every((schema) => schema instanceof z.ZodObject)) {
      for (const [name, field] of fieldsOf(own)) walk(field, [...path, name]);
      return;
    }
    const entries = own.flatMap((schema) => (schema instanceof z.ZodArray ? elementOf(schema) : []));
    if (entries.length > 0 && entries.every((schema) => schema instanceof z.ZodObject)) {
      lists.set(place, listTable(entries, path, references, `${place}[].`));
      return;
    }
    const refers = references[entries.length > 0 ? `${place}[]` : place];
    const known = kinds.find((kind) => kind === refers);
    columns.set(place, { path, label: labelOf(path), holds: holdsOf(own, entries), refers: known });
  };
  walk(objects, []);
  return { columns: [...columns.values()], lists: [...lists.values()] };
};

const listTable = (
  entries: readonly z.ZodType[],
  path: readonly string[],
  references: Readonly<Record<string, string>>,
  at: string,
): ListTable => {
  const { columns, lists } = tablesOf(entries, references, at);
  const [within, ...more] = lists;
  if (more.length > 0 || within?.within) throw new Error(`${at} holds more lists than a table can show`);
  return { path, columns, within };
};

/** The fields of objects by name; where a value may have one of several shapes, each with what it is in any of them. */
const fieldsOf = (objects: readonly z.ZodType[]): ReadonlyMap<string, readonly z.ZodType[]> => {
  const fields = new Map<string, z.ZodType[]>();
  for (const object of objects) {
    if (!(object instanceof z.ZodObject)) continue;
    const shape: Readonly<Record<string, z.ZodType>> = object.shape;
    for (const [name, field] of Object.entries(shape)) fields.set(name, [...(fields.get(name) ?? []), field]);
  }
  return fields;
};

const elementOf = (list: z.ZodArray): z.ZodType[] => shapes(list.element);

/** The shapes a schema lets through, without what wraps them. */
const shapes = (schema: unknown): z.ZodType[] => {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(shapes);
  if (schema instanceof z.ZodPipe) return shapes(schema.in);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return shapes(schema.unwrap());
  }
  return schema instanceof z.ZodType ? [schema] : [];
};

const holdsOf = (own: readonly z.ZodType[], entries: readonly z.ZodType[]): Holds => {
  if (entries.length > 0 && entries.every((schema) => schema instanceof z.ZodString))
    return { type: 'list', of: 'text' };
  if (own.every((schema) => schema instanceof z.ZodTuple)) return { type: 'list', of: 'number' };
  const words = own.flatMap(wordsOf);
  if (words.length > 0) return { type: 'choice', words: [...new Set(words)] };
  const types = new Set(own.map(typeOf));
  const [only] = types;
  return { type: types.size === 1 && only !== undefined ? only : 'json' };
};

/** The words of a choice; the levels of a scale that are numbers are none. */
const wordsOf = (schema: z.ZodType): string[] => {
  if (!(schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral)) return [];
  const options: readonly unknown[] = schema instanceof z.ZodEnum ? schema.options : [...schema.values];
  return options.filter((option) => typeof option === 'string');
};

const typeOf = (schema: z.ZodType): Exclude<Holds['type'], 'choice' | 'list'> => {
  if (schema === Decimal) return 'decimal';
  if (schema === Day || schema instanceof z.ZodISODate) return 'day';
  if (schema === Instant || schema instanceof z.ZodISODateTime) return 'instant';
  if (schema instanceof z.ZodNumberFormat) return 'whole';
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'yes-no';
  return schema instanceof z.ZodString || schema instanceof z.ZodStringFormat ? 'text' : 'json';
};
