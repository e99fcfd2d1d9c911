import { z } from 'zod';

/**
 * A rule for a record that speaks of one thing out of several kinds: one of these fields is there, and no other.
 *
 * Such a record is kept flat (`capability: onboarding`, not `object: { kind: … }`) because it is written by hand.
 */
export const exactlyOne = <R extends object>(...fields: readonly (keyof R & string)[]) =>
  z.check<R>(({ value, issues }) => {
    const given = fields.filter((field) => value[field] !== undefined);
    if (given.length === 1) return;
    issues.push({ code: 'custom', input: value, message: `exactly one of ${fields.join(', ')}` });
  });

/** The same rule for editors that know only JSON Schema. */
export const exactlyOneOf = (...fields: readonly string[]) => ({
  oneOf: fields.map((field) => ({ required: [field] })),
});
