import { join } from 'node:path';
import { rules } from '#conformance/index.ts';
import { metrics } from '#metrics/index.ts';
import { editDistance } from '#model/closest.ts';
import { signs } from '#signs/index.ts';

/** What has a formula and a table of cases beside it. */
export type Subject = { readonly id: string; readonly kind: 'metric' | 'rule' | 'sign'; readonly file: string };

const inSource = (path: string): string => join(import.meta.dirname, '..', '..', 'src', `${path}.ts`);

/** Every metric, rule of conformance and sign, each under the id by which it is called elsewhere; a sign as `sign.its-id`. */
export const subjects: readonly Subject[] = [
  ...metrics.map(({ id }) => ({ id, kind: 'metric' as const, file: inSource(`metrics/${id.replace('.', '/')}`) })),
  ...rules.map(({ id }) => ({ id, kind: 'rule' as const, file: inSource(`conformance/${id.replace('.', '/')}`) })),
  ...signs.map(({ id }) => ({ id: `sign.${id}`, kind: 'sign' as const, file: inSource(`signs/${id}`) })),
];

export const isSubject = (id: string): boolean => subjects.some((subject) => subject.id === id);

/** The ids that are nearest to a word that is none, the nearest first. */
export const nearestTo = (word: string): string[] => {
  const far = (id: string): number => editDistance(word.toLowerCase(), id.toLowerCase());
  return subjects
    .map(({ id }) => id)
    .toSorted((a, b) => far(a) - far(b))
    .slice(0, 3);
};

export const subjectOf = (id: string): Subject => {
  const found = subjects.find((subject) => subject.id === id);
  if (!found) throw new Error(`no metric, rule or sign is called ${id}`);
  return found;
};
