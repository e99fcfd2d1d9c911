import type { Concept } from './exchange.ts';

/**
 * What records say and ArchiMate has no place for stands in properties that are called after the field: `throughline:note`
 * holds a text as it is, `throughline:weights (JSON)` anything else as JSON.
 */
const prefix = 'throughline:';
const asJson = ' (JSON)';

/** What a field is called as a property, and how its value is written there. */
export const ownProperty = (field: string, value: unknown): { readonly name: string; readonly text: string } =>
  typeof value === 'string' && isWritable(value)
    ? { name: `${prefix}${field}`, text: value }
    : { name: `${prefix}${field}${asJson}`, text: asciiJson(value) };

/** The field that a property is called after, where it is one of ours. */
export const ownField = (property: string): string | undefined =>
  property.startsWith(prefix) ? property.slice(prefix.length).replace(asJson, '') : undefined;

/** The fields that stand in properties. What is no JSON where it should be is a text, which the record then refuses. */
export const ownFields = ({ properties }: Pick<Concept, 'properties'>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    properties.flatMap(({ name, value }) => {
      const field = ownField(name);
      return field === undefined ? [] : [[field, valueIn(name, value)]];
    }),
  );

/** The value that a property of ours holds. */
export const valueIn = (name: string, text: string): unknown => (name.endsWith(asJson) ? jsonIn(text) : text);

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return text;
  }
};

/** Signs that XML cannot hold at all, or gives back as others. */
const unwritable = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;

export const isWritable = (text: string): boolean => !unwritable.test(text);

const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    new RegExp(unwritable, 'gu'),
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
