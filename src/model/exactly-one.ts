import { z } from 'zod';

/**
 * A rule for a record that speaks of one thing out of several kinds: one of these fields is there, and no other.
 *
 * Such a record is kept flat (`capability: onboarding`, not `object: { kind: … }`) because it is written by hand.
 */
export const exactlyOne = <R extends object>(...fields: readonly (keyof R & string)[]) =>
  z.superRefine<R>(
    (record, context) => {
      if (fields.filter((field) => record[field] !== undefined).length === 1) return;
      context.addIssue({ code: 'custom', message: `exactly one of ${fields.join(', ')}`, continue: false });
    },
    // Told together with whatever else is wrong with the record, not after it is mended.
    { when: ({ value }) => typeof value === 'object' && value !== null },
  );

/** The same rule for editors that know only JSON Schema. */
export const exactlyOneOf = (...fields: readonly string[]) => ({
  oneOf: fields.map((field) => ({ required: [field] })),
});

/** What such a record speaks of: the field and the key in it. */
export const theOne = <F extends string>(
  record: { readonly [Field in F]?: string | undefined },
  fields: readonly F[],
): { readonly kind: F; readonly key: string } => {
  for (const kind of fields) {
    const key = record[kind];
    if (key !== undefined) return { kind, key };
  }
  throw new Error(`a record has none of ${fields.join(', ')} after it was checked`);
};
