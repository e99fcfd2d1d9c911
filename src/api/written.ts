import { z } from 'zod';

/** How a field of an input is written where only texts can stand: in a path, or behind it. */
export type Written = 'text' | 'number' | 'boolean' | 'json';

/** The fields of an input, and how each is written. */
export const writtenFields = (input: z.ZodType): ReadonlyMap<string, Written> => {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  return new Map(Object.entries(properties).map(([name, schema]) => [name, writtenAs(schema)]));
};

export const writtenAs = (schema: z.core.JSONSchema._JSONSchema): Written => {
  const type = typeof schema === 'boolean' ? undefined : schema.type;
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'boolean';
  return type === 'object' || type === 'array' ? 'json' : 'text';
};

/** The fields that stand in the path of an endpoint. */
export const fieldsInPath = (path: string): string[] => [...path.matchAll(inPath)].map(([, name = '']) => name);

/** A path with something else in the place of each of its fields. */
export const filledPath = (path: string, fill: (name: string) => string): string =>
  path.replaceAll(inPath, (_, name: string) => fill(name));

const inPath = /:(\w+)/gu;
