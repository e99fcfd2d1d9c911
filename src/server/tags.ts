import type { Endpoint } from '#api/define.ts';
import type { Generation } from '#handlers/generation.ts';
import { Fault } from '#model/fault.ts';

/** The state that figures are of. Weak: an answer may say once what happened on the way to it. */
export const generationTag = (generation: Generation | undefined): string | undefined =>
  generation?.stands ? `W/"${generation.id}"` : undefined;

/** Whether whoever asks has an answer of this very state. */
export const isKnown = (ifNoneMatch: string | undefined, generation: Generation): boolean =>
  generationTag(generation) !== undefined && tagsIn(ifNoneMatch).includes(`"${generation.id}"`);

/** The version of the record that an answer speaks of. */
export const versionTag = ({ version }: Endpoint, answer: unknown): string | undefined => {
  const found = version?.(answer);
  return found === undefined || found === null ? undefined : `"${found}"`;
};

/** The version that an edit is held to, where it is: the tag of what was read before it. */
export const expectedVersion = (
  { method, version }: Endpoint,
  ifMatch: string | undefined,
): { readonly expected?: number } => {
  if (ifMatch === undefined || ifMatch === '*' || method !== 'post' || version === undefined) return {};
  const [, found] = /^"(\d{1,9})"$/u.exec(ifMatch.trim()) ?? [];
  if (found !== undefined) return { expected: Number(found) };
  const expected = 'the ETag of the record, such as "3",';
  throw new Fault('input-refused', { field: 'If-Match', found: JSON.stringify(ifMatch), expected });
};

const tagsIn = (header: string | undefined): string[] =>
  (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//u, ''));
