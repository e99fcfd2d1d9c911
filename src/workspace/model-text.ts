import { stringify } from 'yaml';
import { z } from 'zod';
import { kinds, type ModelRecord, ofNoDesign, type RecordKind, recordKinds } from '#model/records.ts';
import { schemaFiles } from './schema.ts';

/**
 * The records of one design, or those of the workspace, as the text of one model file: reading it gives the same records
 * again.
 *
 * Lists stand in the order of the kinds, records in the order given, and fields in the order of their schema, so that one
 * changed field is one changed line. Comments of a file that was read are not in it; they belong to that file.
 */
export const modelText = (design: string, records: readonly ModelRecord[]): string => {
  const own = records.filter((record) => record.design === design);
  const header = own.find(({ kind }) => kind === 'design')?.body ?? { key: design };
  const head = design === ofNoDesign ? {} : { design: keyFirst(header) };
  const lists = kinds.flatMap((kind) => {
    const bodies = own.filter((record) => record.kind === kind).map(({ body }) => ordered(kind, body));
    return bodies.length > 0 ? [[recordKinds[kind].plural, bodies] as const] : [];
  });
  const text = stringify(
    { ...head, ...Object.fromEntries(lists) },
    { version: '1.2', lineWidth: 0, aliasDuplicateObjects: false },
  );
  return `# yaml-language-server: $schema=../schema/${schemaFiles.model}\n${text}`;
};

type Body = ModelRecord['body'];

/** A body with its fields in the order of their schema. */
export const ordered = (kind: RecordKind, body: Body): Body => {
  const { schema } = recordKinds[kind];
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return inOrderOf(names, body);
};

const keyFirst = (body: Body): Body => inOrderOf(['key', 'name', 'status', 'from', 'to'], body);

const inOrderOf = (names: readonly string[], body: Body): Body =>
  Object.fromEntries(
    [...names, ...Object.keys(body).filter((name) => !names.includes(name))]
      .filter((name) => body[name] !== undefined)
      .map((name) => [name, body[name]]),
  );
