/**
 * What stands in one cell of a table, as its file states it.
 *
 * A number keeps its digits as text, so that nothing passes through a binary float before somebody knows what it means.
 * `places` is how many decimals its format shows, `beside` the currency or the `%` that it shows beside the number, `day` and
 * `time` what it means where its format is one of dates. An error (#N/A) is no empty cell, and neither is a formula of which
 * no value was kept.
 */
export type Cell =
  | { readonly is: 'nothing' }
  | { readonly is: 'text'; readonly text: string }
  | {
      readonly is: 'number';
      readonly text: string;
      readonly places?: number | undefined;
      readonly beside?: string | undefined;
      readonly day?: string | undefined;
      readonly time?: string | undefined;
    }
  | { readonly is: 'yes-no'; readonly yes: boolean }
  | { readonly is: 'error'; readonly text: string }
  | { readonly is: 'formula'; readonly text: string };

/** A row as the file's own program numbers it, from 1. Rows that hold nothing are left out. */
export type Row = { readonly row: number; readonly cells: readonly Cell[] };

export type Remark = { readonly what: string; readonly count: number; readonly example: string };

/** One table of a file; a file of text has one, without a name. */
export type Table = {
  readonly sheet: string | undefined;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
  readonly remarks: readonly Remark[];
};

/** Whether nothing stands in a cell that anybody could see. */
export const isBlank = (cell: Cell): boolean =>
  cell.is === 'nothing' || (cell.is === 'text' && cell.text.trim() === '');

/** A cell as it is quoted in a message: short, on one line, texts in quotes. */
export const shownCell = (cell: Cell): string => {
  switch (cell.is) {
    case 'nothing':
      return 'nothing';
    case 'yes-no':
      return cell.yes ? 'true' : 'false';
    case 'number':
      return cell.day === undefined ? cell.text : `${cell.day}${cell.time === undefined ? '' : ` ${cell.time}`}`;
    case 'text':
      return JSON.stringify(cell.text.length > 60 ? `${cell.text.slice(0, 59)}…` : cell.text);
    case 'error':
      return `the error ${cell.text}`;
    case 'formula':
      return 'a formula without a value, as if the file was never calculated';
  }
};

/** The same where an amount was refused: with what its format shows beside the number. */
export const shownAmount = (cell: Cell): string =>
  cell.is === 'number' && cell.beside !== undefined ? `${cell.text}, shown with ${cell.beside}` : shownCell(cell);
