import { z } from 'zod';
import type { Path } from './problem.ts';

/**
 * The names of the fields that a schema knows at a path, for "did you mean".
 *
 * Where a value may have one of several shapes, the fields of all of them count.
 */
export const fieldsKnownAt = (schema: unknown, path: Path): string[] => {
  let schemas = shapes(schema);
  for (const step of path) schemas = schemas.flatMap((each) => below(each, step)).flatMap(shapes);
  return [...new Set(schemas.flatMap((each) => (each instanceof z.ZodObject ? Object.keys(each.shape) : [])))];
};

/** The shapes a schema lets through, without what wraps them. */
const shapes = (schema: unknown): unknown[] => {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(shapes);
  if (schema instanceof z.ZodPipe) return [...shapes(schema.in), ...shapes(schema.out)];
  if (schema instanceof z.ZodIntersection) return [...shapes(schema.def.left), ...shapes(schema.def.right)];
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodLazy
  ) {
    return shapes(schema.unwrap());
  }
  return [schema];
};

const below = (schema: unknown, step: string | number): unknown[] => {
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, unknown>> = schema.shape;
    return Object.hasOwn(shape, step) ? [shape[step]] : [];
  }
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  return [];
};
