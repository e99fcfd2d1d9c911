import type { ModelKind, ModelRecord } from '#model/records.ts';
import { kindTables } from '../columns/kind-tables.ts';
import type { Choices, SheetOut } from '../xlsx/write-sheet.ts';
import { choiceSheet, kindSheet } from './sheets.ts';

/** What a formula of a workbook may have of words; longer lists stand on a sheet. */
const longestWords = 250;

type Records = ReadonlyMap<ModelKind, readonly ModelRecord[]>;

/** What may be chosen in the columns of a workbook: words, or keys of records, of which those without a sheet get a hidden one. */
export class ChoiceLists {
  readonly #records: Records;
  readonly #shown: readonly ModelKind[];
  readonly #columns: { readonly head: string; readonly cells: readonly string[] }[] = [];

  constructor(records: Records, shown: readonly ModelKind[]) {
    this.#records = records;
    this.#shown = shown;
  }

  ofWords(words: readonly string[]): Choices {
    return words.join(',').length <= longestWords ? { words } : this.#listed(words.join(','), words);
  }

  ofKind(kind: ModelKind): Choices | undefined {
    const keys = (this.#records.get(kind) ?? []).map(({ key }) => key);
    if (!this.#shown.includes(kind)) return keys.length === 0 ? undefined : this.#listed(kind, keys);
    const column = kindTables(kind).columns.findIndex(({ path }) => path.join() === 'key') + 1;
    return { sheet: kindSheet(kind), column, rows: keys.length };
  }

  /** The hidden sheet, where there is anything for it. */
  get sheet(): SheetOut[] {
    if (this.#columns.length === 0) return [];
    const length = Math.max(...this.#columns.map(({ cells }) => cells.length));
    return [
      {
        name: choiceSheet,
        hidden: true,
        columns: this.#columns.map(({ head }) => ({ head, width: 24, holds: 'text' })),
        rows: Array.from({ length }, (_, row) => this.#columns.map(({ cells }) => cells[row])),
      },
    ];
  }

  #listed(head: string, cells: readonly string[]): Choices {
    const known = this.#columns.findIndex((column) => column.head === head);
    if (known < 0) this.#columns.push({ head, cells });
    const column = known < 0 ? this.#columns.length : known + 1;
    return { sheet: choiceSheet, column, rows: cells.length };
  }
}
