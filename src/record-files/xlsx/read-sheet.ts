import { Fault } from '#model/fault.ts';
import { type Cell, isBlank, type Remark, type Row } from '../cells/cell.ts';
import { readPlainXml } from '../xml/read-xml.ts';
import { momentOf } from './serial.ts';
import type { Style } from './styles.ts';
import { unescaped } from './text.ts';

/** What the cells of a sheet lean on: the workbook's texts and styles, and from which day it counts. */
export type Ground = {
  readonly path: string;
  readonly texts: readonly string[];
  readonly styles: readonly Style[];
  readonly is1904: boolean;
};

/** The last row and the last column that a sheet can have. */
export const lastRow = 1_048_576;
const lastColumn = 16_384;
const mostCells = 20_000_000;

/** A block of cells that are shown as one, by its rows and columns from 1. */
export type Merged = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/**
 * One sheet of a workbook, row by row. What can be told of it as a whole is known once its rows were read.
 *
 * Numbers keep their digits. Of a formula the value counts that was kept when it was calculated last.
 */
export class SheetReader {
  readonly merged: Merged[] = [];
  readonly #ground: Ground;
  readonly #part: string;
  readonly #bytes: Uint8Array;
  #formulas = 0;
  #hiddenRows = 0;
  #last = 0;

  constructor(ground: Ground, part: string, bytes: Uint8Array) {
    this.#ground = ground;
    this.#part = part;
    this.#bytes = bytes;
  }

  get remarks(): readonly Remark[] {
    const all = [
      { what: 'values of formulas, as they were calculated last', count: this.#formulas },
      { what: 'rows that are hidden, and are read all the same', count: this.#hiddenRows },
      {
        what: 'the sheet is full to its last row, so that rows may have been cut off',
        count: this.#last === lastRow ? 1 : 0,
      },
    ];
    return all.filter(({ count }) => count > 0).map((each) => ({ ...each, example: this.#part }));
  }

  *rows(): Generator<Row> {
    const done: Row[] = [];
    const taker = this.#taker(done);
    for (const _ of readPlainXml(this.#ground.path, this.#part, this.#bytes, taker)) yield* done.splice(0);
    yield* done.splice(0);
  }

  #taker(done: Row[]) {
    let cells: Cell[] = [];
    let row = 0;
    let at = 0;
    let seen = 0;
    let open: OpenCell | undefined;
    let piece: 'v' | 't' | 'f' | undefined;
    let isSpoken = false;
    const refuse = (why: string): Fault => new Fault('table-unreadable', { path: this.#ground.path, row, why });
    return {
      open: ({ name, attributes }: { name: string; attributes: Readonly<Record<string, string>> }) => {
        if (name === 'c') {
          at = attributes.r === undefined ? at + 1 : columnOf(attributes.r);
          if (!(at > 0 && at <= lastColumn)) throw refuse(`a cell stands in column ${at}`);
          if (++seen > mostCells) throw refuse(`there are more than ${mostCells.toLocaleString('en')} cells`);
          open = { type: attributes.t ?? 'n', style: Number(attributes.s ?? -1), value: undefined, formula: undefined };
        } else if (name === 'rPh') isSpoken = true;
        else if (name === 'v' || (name === 't' && !isSpoken) || name === 'f') {
          piece = name;
          if (open && name === 'f') open.formula = '';
          if (open && name !== 'f') open.value ??= '';
        } else if (name === 'row') {
          row = attributes.r === undefined ? row + 1 : Number(attributes.r);
          if (!(row > this.#last && row <= lastRow)) throw refuse(`row ${attributes.r} follows row ${this.#last}`);
          this.#last = row;
          if (attributes.hidden === '1' || attributes.hidden === 'true') this.#hiddenRows++;
          cells = [];
          at = 0;
        } else if (name === 'mergeCell') this.#merge(attributes.ref ?? '');
      },
      text: (text: string) => {
        if (!open || piece === undefined) return;
        if (piece === 'f') open.formula = `${open.formula ?? ''}${text}`;
        else open.value = `${open.value ?? ''}${text}`;
      },
      close: (name: string) => {
        if (name === 'v' || name === 't' || name === 'f') piece = undefined;
        else if (name === 'rPh') isSpoken = false;
        else if (name === 'c' && open) {
          while (cells.length < at - 1) cells.push(blank);
          cells[at - 1] = this.#cellOf(open, refuse);
          open = undefined;
        } else if (name === 'row' && !cells.every(isBlank)) done.push({ row, cells });
      },
    };
  }

  #cellOf({ type, style, value, formula }: OpenCell, refuse: (why: string) => Fault): Cell {
    if (formula !== undefined) {
      if (value === undefined) return { is: 'formula', text: formula };
      if (!isConstant.test(formula)) this.#formulas++;
    }
    if (value === undefined) return blank;
    switch (type) {
      case 's': {
        const text = this.#ground.texts[Number(value)];
        if (text === undefined) throw refuse(`there is no text ${value} in the workbook`);
        return { is: 'text', text };
      }
      case 'str':
      case 'inlineStr':
        return { is: 'text', text: unescaped(value) };
      case 'b':
        return { is: 'yes-no', yes: value === '1' || value === 'true' };
      case 'e':
        return { is: 'error', text: value };
      case 'd':
        return { is: 'number', text: value, day: value.slice(0, 10), time: value.slice(11, 19) || undefined };
      default:
        return this.#numberOf(value, style, refuse);
    }
  }

  #numberOf(value: string, style: number, refuse: (why: string) => Fault): Cell {
    if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/u.test(value))
      throw refuse(`a cell holds ${JSON.stringify(value)} as a number`);
    const { isDate, places, beside }: Style = this.#ground.styles[style] ?? { isDate: false, places: 0 };
    const moment = isDate ? momentOf(Number(value), this.#ground.is1904) : undefined;
    if (moment) return { is: 'number', text: value, ...moment };
    return {
      is: 'number',
      text: value,
      ...(places === 0 ? {} : { places }),
      ...(beside === undefined ? {} : { beside }),
    };
  }

  #merge(ref: string): void {
    const [, from, top, to, bottom] = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/u.exec(ref) ?? [];
    if (from === undefined || to === undefined || this.merged.length >= 10_000) return;
    this.merged.push({ left: columnOf(from), top: Number(top), right: columnOf(to), bottom: Number(bottom) });
  }
}

/** Some programs write yes and no as formulas. */
const isConstant = /^(?:TRUE|FALSE)\(\)$/u;

type OpenCell = {
  readonly type: string;
  readonly style: number;
  value: string | undefined;
  formula: string | undefined;
};

const blank: Cell = { is: 'nothing' };

/** The number of the column that a name such as `AB12` begins with. */
const columnOf = (name: string): number => {
  let column = 0;
  for (let n = 0; n < name.length; n++) {
    const letter = name.charCodeAt(n) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
};
