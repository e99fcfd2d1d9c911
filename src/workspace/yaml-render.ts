import { Scalar, stringify, type ToStringOptions } from 'yaml';

const always: ToStringOptions & { readonly version: '1.2'; readonly aliasDuplicateObjects: false } = {
  version: '1.2',
  lineWidth: 0,
  aliasDuplicateObjects: false,
};

/** A field with its value, as lines of a block that begins at a column. */
export const fieldLines = (name: string, value: unknown, column: number): string =>
  indented(block({ [name]: value }), column);

/** An entry with its dash, as lines of a block that begins at a column. */
export const entryLines = (value: unknown, column: number): string => indented(block([value]), column);

/** A value as it stands inside brackets or braces; `padded` as in `{ a: 1 }`. */
export const inFlow = (value: unknown, padded: boolean): string => inner(flow([value], padded));

/** A field with its value as they stand inside braces. */
export const fieldInFlow = (name: string, value: unknown, padded: boolean): string =>
  inner(flow({ [name]: value }, padded));

/** A text in the quotes in which another stood; any other value as `inFlow`. */
export const inQuotesOf = (former: unknown, value: unknown): string => {
  const type = former instanceof Scalar ? former.type : undefined;
  if (typeof value !== 'string' || (type !== Scalar.QUOTE_DOUBLE && type !== Scalar.QUOTE_SINGLE)) {
    return inFlow(value, true);
  }
  const scalar = new Scalar(value);
  scalar.type = type;
  return inFlow(scalar, true);
};

/** A text that ends in empty lines would take those after it for its own, so it is written in quotes. */
const block = (value: unknown): string =>
  stringify(value, { ...always, blockQuote: !/(?:\\n\s*){2,}"/.test(JSON.stringify(value)) });

/** A text of several lines would go on below its brackets, so it is written in quotes, and all others beside it. */
const flow = (value: unknown, padded: boolean): string =>
  stringify(value, {
    ...always,
    collectionStyle: 'flow',
    flowCollectionPadding: padded,
    ...(JSON.stringify(value).includes('\\n') ? { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' } : {}),
  });

const inner = (text: string): string =>
  withoutEnd(text)
    .slice(1, -1)
    .replace(/^ +| +$/gu, '');

const indented = (text: string, column: number): string =>
  withoutEnd(text)
    .split('\n')
    .map((line) => (line === '' ? '' : `${' '.repeat(column)}${line}`))
    .join('\n');

/** Only line ends: to YAML a space of another kind, such as a narrow one without a break, is a letter of the text. */
const withoutEnd = (text: string): string => text.replace(/\n+$/u, '');
