import type { z } from 'zod';
import { Fault } from '#model/fault.ts';

/** A mapping as its format documents it; nothing stands for one that says nothing. */
export const mappingOf = <T>(schema: z.ZodType<T>, mapping: unknown): T => {
  const { data, error } = schema.safeParse(mapping ?? {});
  if (!error) return data;
  const [issue] = error.issues;
  const field = ['mapping', ...(issue?.path ?? [])].join('.');
  throw new Fault('input-refused', { field, found: JSON.stringify(mapping), expected: issue?.message ?? '' });
};
