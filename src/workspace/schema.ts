import { z } from 'zod';
import { DesignModel } from '#model/design-model.ts';
import { Configuration } from './configuration.ts';

/** The files under schema/ by which editors complete and check what is written by hand. */
export const schemaFiles = {
  configuration: 'throughline.schema.json',
  model: 'model.schema.json',
  mapping: 'mapping.schema.json',
  table: 'table.schema.json',
  ledger: 'ledger.schema.json',
  focus: 'focus.schema.json',
} as const;

/**
 * The published JSON Schema of a document, as text that is the same every time.
 *
 * It describes what may be written, where defaults may be left out. Rules between records cannot be said in it.
 */
export const schemaText = (schema: z.ZodType, title: string): string => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
};

/** What may be said of logs and of files of records, which is known elsewhere. */
export type MappingSchemas = Readonly<Record<'mapping' | 'table' | 'ledger' | 'focus', z.ZodType>>;

/** All schemas that a workspace needs, by file name. */
export const publishedSchemas = ({
  mapping,
  table,
  ledger,
  focus,
}: MappingSchemas): Readonly<Record<string, string>> => ({
  [schemaFiles.configuration]: schemaText(Configuration, 'The settings of a workspace: throughline.yaml'),
  [schemaFiles.model]: schemaText(DesignModel, 'Records of an operating model: model/*.yaml'),
  [schemaFiles.mapping]: schemaText(mapping, 'What a source means: maps/*.yaml'),
  [schemaFiles.table]: schemaText(table, 'How a table is read as records: --mapping of import records'),
  [schemaFiles.ledger]: schemaText(
    ledger,
    'How a ledger is read as spend: --mapping of import records --format ledger',
  ),
  [schemaFiles.focus]: schemaText(focus, 'How a cloud bill (FOCUS) is read as spend: --mapping of import records'),
});
