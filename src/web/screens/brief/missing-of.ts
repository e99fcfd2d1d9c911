import type { Diagnosis } from '#model/diagnosis.ts';

/** A thing that could not be said: what it is about, and what opens it. */
export type Missing = { readonly text: string; readonly opens: string | undefined };

/**
 * The lines begin with the rules, the dimension or the source that they are about; `titles` are what people call these,
 * as far as it is known.
 */
export const missingOf = (
  { missing, dimensions, coverage }: Diagnosis,
  titles: ReadonlyMap<string, string>,
): Missing[] => {
  const ids = new Set(dimensions.flatMap(({ notRead }) => notRead.map(({ rule }) => rule)));
  const names = new Map<string, string>([
    ...dimensions.map(({ dimension }) => [dimension, `dimension.${dimension}`] as const),
    ...coverage.map(({ source }) => [source, `source.${source}`] as const),
    ...[...ids].map((id) => [id, id] as const),
  ]);
  return missing.map((text) => {
    const [about = ''] = text.split(/[:,] /u, 1);
    return { text: called(text, titles), opens: names.get(about) };
  });
};

const called = (text: string, titles: ReadonlyMap<string, string>): string => {
  const [about = '', ...rest] = text.split(': ');
  const names = about.split(', ').map((id) => titles.get(id));
  return names.every((name) => name !== undefined) ? [names.join(', '), ...rest].join(': ') : text;
};
