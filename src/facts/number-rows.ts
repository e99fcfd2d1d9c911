/** Rows of numbers, kept column by column in arrays that grow. */
export class NumberRows {
  #columns: Float64Array[] = [];
  #room = 0;
  #rows = 0;

  add(row: readonly number[]): void {
    if (this.#rows === this.#room) this.#grow(row.length);
    const columns = this.#columns;
    for (let index = 0; index < row.length; index++) {
      const column = columns[index];
      if (column) column[this.#rows] = row[index] ?? Number.NaN;
    }
    this.#rows++;
  }

  /** Hands out what was added, and begins anew. */
  take(): Float64Array[] {
    const taken = this.#columns.map((column) => column.slice(0, this.#rows));
    this.#rows = 0;
    return taken;
  }

  #grow(width: number): void {
    this.#room = Math.max(1 << 6, this.#room * 2);
    this.#columns = Array.from({ length: width }, (_, index) => {
      const larger = new Float64Array(this.#room);
      larger.set(this.#columns[index] ?? []);
      return larger;
    });
  }
}
