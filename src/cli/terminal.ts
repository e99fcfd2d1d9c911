/** Styles of text; each is plain where colours are off. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

const codes: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
};

/** Where people read: lines of a known width, with colour where it is wanted. */
export type Terminal = {
  readonly width: number;
  readonly line: (text?: string) => void;
  readonly style: (style: Style, text: string) => string;
  /** Whether a person looks, so that what is too wide does harm. */
  readonly cuts: boolean;
  /** Shortens a text to a width where a person looks; what is written to a file or a pipe is whole. */
  readonly clip: (text: string, width: number) => string;
};

export type TerminalWish = {
  readonly cuts: boolean;
  readonly write: (text: string) => void;
  readonly width: number;
  readonly colour: boolean;
  readonly silent: boolean;
};

export const terminal = ({ write, width, colour, silent, cuts }: TerminalWish): Terminal => ({
  width,
  cuts,
  clip: (text, most) => (cuts ? clipped(text, most) : text),
  line: (text = '') => {
    if (!silent) write(`${text}\n`);
  },
  style: (style, text) => {
    const [on, off] = codes[style];
    return colour && text !== '' ? `\u001B[${on}m${text}\u001B[${off}m` : text;
  },
});

const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'gu');

/** How many columns a text takes, its colours aside. */
export const widthOf = (text: string): number => Array.from(text.replaceAll(escapes, '')).length;

export const padded = (text: string, width: number, right = false): string => {
  const blank = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? `${blank}${text}` : `${text}${blank}`;
};

/** A text without colours, shortened to a width. */
export const clipped = (text: string, width: number): string => {
  const letters = Array.from(text);
  return letters.length <= width ? text : `${letters.slice(0, Math.max(0, width - 1)).join('')}…`;
};

const controls = /\p{Cc}+/gu;

const usualWidth = 100;
const leastWidth = 40;

/** How wide to write: as wide as the terminal says it is, if it says so. Some say 0, and nobody reads in ten columns. */
export const widthFor = (columns: number | undefined): number => (columns ? Math.max(leastWidth, columns) : usualWidth);

/** What came from a log, without the control characters by which it could write over the screen. */
export const harmless = (text: string): string => text.replaceAll(controls, ' ');

/** A number and its unit stay on one line. */
const glued = (text: string): string => text.replaceAll(/(\d) (%|d\b|h\b)/gu, '$1\u00A0$2');

/** Words in lines of at most a width, the later ones indented. */
export const wrapped = (text: string, width: number, indent = ''): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of glued(text).split(/[ \n]+/u)) {
    if (line !== '' && widthOf(`${line} ${word}`) > width) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
};

export type Column = { readonly title: string; readonly right?: boolean; readonly most?: number };

/** A table with aligned columns: head, then rows. */
export const table = (
  { line, style, clip }: Terminal,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  indent = '  ',
): void => {
  const cell = (text: string, most: number | undefined): string =>
    most === undefined || widthOf(text) <= most ? text : clip(text, most);
  const cells = rows.map((row) => row.map((text, index) => cell(text, columns[index]?.most)));
  const widths = columns.map(({ title }, index) =>
    Math.max(widthOf(title), ...cells.map((row) => widthOf(row[index] ?? ''))),
  );
  const row = (texts: readonly string[]): string =>
    texts
      .map((text, index) => padded(text, widths[index] ?? 0, columns[index]?.right))
      .join('  ')
      .trimEnd();
  line(`${indent}${style('dim', row(columns.map(({ title }) => title)))}`);
  for (const texts of cells) line(`${indent}${row(texts)}`);
};
