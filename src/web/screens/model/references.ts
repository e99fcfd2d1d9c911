import type { ListedRecord } from '#api/records.ts';
import { type RecordKind, recordKinds } from '#model/records.ts';
import type { RecordName } from './named.ts';

/** That one record names another, and in which field. */
export type Reference = RecordName & { readonly field: string };

type Body = Readonly<Record<string, unknown>>;

/** Whatever a record names, field by field. */
export const namedBy = (kind: string, body: Body): Reference[] =>
  Object.entries(referencesOf(kind)).flatMap(([field, of]) =>
    keysAt(body, field.split('.')).map((key) => ({ kind: of, key, field: field.replaceAll('[]', '') })),
  );

/** Which kinds may name one. */
export const kindsNaming = (kind: string): RecordKind[] =>
  (Object.keys(recordKinds) as RecordKind[]).filter((each) => Object.values(referencesOf(each)).includes(kind));

/** The records that name one, each with the field in which they do. */
export const naming = (
  { kind, key }: RecordName,
  records: readonly ListedRecord[],
): { readonly record: ListedRecord; readonly field: string }[] =>
  records.flatMap((record) =>
    namedBy(record.kind, record.body)
      .filter((named) => named.kind === kind && named.key === key)
      .map(({ field }) => ({ record, field })),
  );

export const referencesOf = (kind: string): Readonly<Record<string, string>> =>
  Object.hasOwn(recordKinds, kind) ? recordKinds[kind as RecordKind].references : {};

const keysAt = (value: unknown, [step, ...rest]: readonly string[]): string[] => {
  if (step === undefined) return typeof value === 'string' ? [value] : [];
  const name = step.replace(/\[\]$/u, '');
  const at: unknown = Object(value)[name];
  if (!step.endsWith('[]')) return keysAt(at, rest);
  return Array.isArray(at) ? at.flatMap((entry: unknown) => keysAt(entry, rest)) : [];
};
