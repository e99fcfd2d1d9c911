/** The way to a value inside a document: names of fields and places in lists. */
export type Path = readonly (string | number)[];

/** A place in a file, both counted from one. */
export type Position = { readonly line: number; readonly column: number };

/**
 * Something in a file that its author has to mend.
 *
 * `found` and `expected` complete the sentence "found …, expected …". `path` is empty when the file as a whole is meant.
 */
export type Problem = Position & {
  readonly file: string;
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly closest?: string | undefined;
};

/** A path as people write it: `teams[3].topology`. */
export const pathText = (path: Path): string =>
  path
    .map((step) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[\w$-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
    })
    .join('')
    .replace(/^\./, '');

/** `stages[2].team` as the steps that lead there. */
export const stepsOf = (field: string): Path =>
  field
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** A problem in one line, beginning with the place in the form that editors and terminals open. */
export const problemText = ({ file, line, column, path, found, expected, closest }: Problem): string =>
  `${file}:${line}:${column} ${path}${path && ': '}found ${found}, expected ${expected}${
    closest === undefined ? '' : `; did you mean "${closest}"?`
  }`;

/** The problem with its text, as a fault carries it. */
export const told = (problem: Problem): Problem & { readonly text: string } => ({
  ...problem,
  text: problemText(problem),
});

/** In the order in which a reader of the files meets them. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => {
    if (a.file !== b.file) return a.file < b.file ? -1 : 1;
    return a.line - b.line || a.column - b.column;
  });

/** A value as it is quoted in a message: short, on one line, and with its type in sight. */
export const quoted = (value: unknown): string => {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return fieldsIn(value);
  if (typeof value === 'string') return JSON.stringify(shortened(value, 60));
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : typeof value;
};

const fieldsIn = (value: object): string => {
  const names = Object.keys(value);
  return names.length === 0 ? 'no fields' : `the fields ${shortened(names.join(', '), 60)}`;
};

const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
