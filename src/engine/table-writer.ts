import {
  BOOLEAN,
  DOUBLE,
  type DuckDBAppender,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBVector,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import type { Engine } from './engine.ts';
import { numbersOf } from './numbers-of.ts';

/**
 * What a column takes: an int (null: negative), a day, which may be before 1970, or a double (null: NaN), a text or a
 * boolean (null: null); or one of a list of words, of which a row gives the place.
 */
export type ColumnType = 'int' | 'day' | 'double' | 'text' | 'boolean' | readonly string[];

const types = { int: INTEGER, day: INTEGER, double: DOUBLE, text: VARCHAR, boolean: BOOLEAN } as const;

const typeOf = (column: ColumnType): DuckDBType => (typeof column === 'string' ? types[column] : VARCHAR);

export type Cell = string | number | boolean | null;

const chunkRows = 2048;

/**
 * Writes many rows into a table, column by column in chunks: about forty million cells a second.
 *
 * Negative ints and NaN stand for null, because a typed cell has no room for it; no code is ever negative. Rows of nothing but numbers are the fastest: 0 and 1 are booleans too.
 */
export class TableWriter {
  readonly #appender: DuckDBAppender;
  readonly #types: readonly ColumnType[];
  /** Made for the first row: many a table gets none, and room for a chunk is a lot where logs are small. */
  #chunk: DuckDBDataChunk | undefined;
  #columns: readonly Column[] = [];
  #row = 0;

  private constructor(appender: DuckDBAppender, types: readonly ColumnType[]) {
    this.#appender = appender;
    this.#types = types;
  }

  static async open(
    engine: Engine,
    table: string,
    columns: readonly ColumnType[],
    lasting: 'temporary' | 'kept' = 'kept',
  ): Promise<TableWriter> {
    return new TableWriter(await engine.appender(table, lasting), columns);
  }

  /** One whole row, in the order of the table's columns. */
  add(cells: readonly Cell[]): void {
    if (!this.#chunk) this.#begin();
    const columns = this.#columns;
    for (let index = 0; index < columns.length; index++) columns[index]?.put(this.#row, cells[index] ?? null);
    if (++this.#row === chunkRows) this.#write();
  }

  /** Many rows of numbers, one behind the other, each as wide as the table. */
  addNumbers(rows: Float64Array): void {
    if (!this.#chunk && rows.length > 0) this.#begin();
    const width = this.#types.length;
    for (let at = 0; at < rows.length; ) {
      const until = Math.min(rows.length, at + (chunkRows - this.#row) * width);
      const some = rows.subarray(at, until);
      for (let index = 0; index < width; index++) this.#columns[index]?.putNumbers(this.#row, some, index, width);
      this.#row += (until - at) / width;
      at = until;
      if (this.#row === chunkRows) this.#write();
    }
  }

  close(): void {
    if (this.#row > 0) this.#write();
    this.#appender.closeSync();
  }

  #begin(): void {
    const chunk = DuckDBDataChunk.create(this.#types.map(typeOf), chunkRows);
    this.#chunk = chunk;
    this.#columns = this.#types.map((type, index) => new Column(type, chunk.getColumnVector(index)));
  }

  #write(): void {
    if (!this.#chunk) return;
    this.#chunk.reset();
    this.#chunk.rowCount = this.#row;
    for (const column of this.#columns) column.write(this.#row);
    this.#appender.appendDataChunk(this.#chunk);
    this.#row = 0;
  }
}

/**
 * The cells of one column until they are written.
 *
 * The vector is asked for once and used for every chunk: asking costs more than filling it.
 */
class Column {
  readonly #vector: DuckDBVector;
  /** Where the numbers of the vector stand; undefined for texts, words and booleans. */
  readonly #direct: Int32Array | Float64Array | undefined;
  /** What the numbers stand for, where they stand for something. */
  readonly #words: readonly (string | boolean)[] | undefined;
  /** A number below this one, and no number, is null. */
  readonly #least: number;
  readonly #numbers = new Float64Array(chunkRows);
  readonly #texts: (string | null)[] = [];
  /** 1 for each row that the vector holds as null. */
  readonly #null = new Uint8Array(chunkRows);

  constructor(type: ColumnType, vector: DuckDBVector) {
    this.#vector = vector;
    this.#direct = numbersOf(vector);
    this.#words = type === 'boolean' ? [false, true] : typeof type === 'string' ? undefined : type;
    this.#least = type === 'int' ? 0 : Number.NEGATIVE_INFINITY;
  }

  put(row: number, cell: Cell): void {
    if (typeof cell === 'number') this.#numbers[row] = cell;
    else if (typeof cell === 'string') this.#texts[row] = cell;
    else {
      this.#numbers[row] = cell === null ? Number.NaN : Number(cell);
      this.#texts[row] = null;
    }
  }

  /** The numbers in one place of rows of a width, from a row of the chunk on. */
  putNumbers(row: number, rows: Float64Array, place: number, width: number): void {
    const numbers = this.#numbers;
    for (let at = place, to = row; at < rows.length; at += width, to++) numbers[to] = rows[at] ?? Number.NaN;
  }

  write(rows: number): void {
    if (this.#direct) this.#writeNumbers(this.#direct, rows);
    else if (this.#words) this.#writeWords(this.#words, rows);
    else for (let row = 0; row < rows; row++) this.#vector.setItem(row, this.#texts[row] ?? null);
    this.#vector.flush();
  }

  #writeWords(words: readonly (string | boolean)[], rows: number): void {
    for (let row = 0; row < rows; row++) this.#vector.setItem(row, words[this.#numbers[row] ?? -1] ?? null);
  }

  /** Only rows that turn to null or back are touched one by one, which takes the vector twenty times as long. */
  #writeNumbers(direct: Int32Array | Float64Array, rows: number): void {
    const numbers = this.#numbers;
    const least = this.#least;
    for (let row = 0; row < rows; row++) {
      const isNull = (numbers[row] ?? Number.NaN) >= least ? 0 : 1;
      if (this.#null[row] === isNull) continue;
      this.#null[row] = isNull;
      this.#vector.setItem(row, isNull ? null : 0);
    }
    direct.set(numbers);
  }
}
