import type { z } from 'zod';
import { objections } from './issues.ts';
import { inOrder, type Problem } from './problem.ts';
import { problemAt, readYaml, type YamlText } from './yaml-text.ts';

/** How a text becomes values that know where they stand. */
export type ReadYaml = typeof readYaml;

/** A document that its schema lets through. `written` is what stands in the file, with nothing filled in. */
export type CheckedDocument<T> = {
  readonly file: string;
  readonly text: string;
  readonly value: T;
  readonly written: unknown;
  readonly at: YamlText['at'];
};

/**
 * Reads the text of one YAML file and holds it against a schema: the value, or everything that is wrong with it.
 *
 * An empty file is read as no fields, which most schemas let through.
 */
export const checkDocument = <T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  read: ReadYaml = readYaml,
): CheckedDocument<T> | { readonly problems: readonly Problem[] } => {
  const document = read(file, text);
  if ('problems' in document) return document;
  const written = document.value ?? {};
  const { data, error } = schema.safeParse(written);
  if (!error) return { file, text, value: data, written, at: document.at };
  const problems = objections(schema, written, error.issues).map(({ path, ...what }) =>
    problemAt(file, document, path, what),
  );
  return { problems: inOrder(problems) };
};
