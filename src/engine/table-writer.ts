import {
  BOOLEAN,
  DOUBLE,
  type DuckDBAppender,
  DuckDBDataChunk,
  type DuckDBType,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import type { Engine } from './engine.ts';

const types = { int: INTEGER, double: DOUBLE, text: VARCHAR, boolean: BOOLEAN } as const satisfies Record<
  string,
  DuckDBType
>;

/** What a column takes: an int (null: negative), a double (null: NaN), a text or a boolean (null: null). */
export type ColumnType = keyof typeof types;

export type Cell = string | number | boolean | null;

const chunkRows = 2048;

/**
 * Writes many rows into a table, column by column in chunks: about ten million cells a second.
 *
 * `set` puts a cell of the present row, `next` ends the row, `close` writes what is left. Negative ints and NaN stand for
 * null, because a typed cell has no room for it; nothing that is written here is ever negative.
 */
export class TableWriter {
  readonly #appender: DuckDBAppender;
  readonly #types: readonly ColumnType[];
  readonly #chunk: DuckDBDataChunk;
  readonly #cells: Cell[][];
  #row = 0;

  private constructor(appender: DuckDBAppender, columns: readonly ColumnType[]) {
    this.#appender = appender;
    this.#types = columns;
    this.#chunk = DuckDBDataChunk.create(
      columns.map((column) => types[column]),
      chunkRows,
    );
    this.#cells = columns.map(() => Array.from<Cell>({ length: chunkRows }).fill(null));
  }

  static async open(engine: Engine, table: string, columns: readonly ColumnType[]): Promise<TableWriter> {
    return new TableWriter(await engine.appender(table), columns);
  }

  /** One whole row, in the order of the table's columns. */
  add(cells: readonly Cell[]): void {
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column] ?? null;
      const target = this.#cells[column];
      if (target) target[this.#row] = cell;
    }
    if (++this.#row === chunkRows) this.#write();
  }

  close(): void {
    if (this.#row > 0) this.#write();
    this.#appender.closeSync();
  }

  #write(): void {
    this.#chunk.reset();
    this.#chunk.rowCount = this.#row;
    for (const [index, type] of this.#types.entries()) {
      const vector = this.#chunk.getColumnVector(index);
      const cells = this.#cells[index] ?? [];
      for (let row = 0; row < this.#row; row++) {
        const cell = cells[row] ?? null;
        vector.setItem(row, isNull(type, cell) ? null : cell);
      }
      vector.flush();
    }
    this.#appender.appendDataChunk(this.#chunk);
    this.#row = 0;
  }
}

const isNull = (type: ColumnType, cell: Cell): boolean =>
  cell === null ||
  (type === 'int' && typeof cell === 'number' && cell < 0) ||
  (type === 'double' && Number.isNaN(cell));
