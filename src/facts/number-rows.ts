/** Rows of numbers of one width, one behind the other in an array that grows. */
export class NumberRows {
  #numbers = new Float64Array(1 << 10);
  #end = 0;

  add(row: readonly number[]): void {
    const from = this.#end;
    this.#end = from + row.length;
    if (this.#end > this.#numbers.length) this.#grow();
    const numbers = this.#numbers;
    for (let index = 0; index < row.length; index++) numbers[from + index] = row[index] ?? Number.NaN;
  }

  /** Hands out what was added, and begins anew. */
  take(): Float64Array {
    const taken = this.#numbers.slice(0, this.#end);
    this.#end = 0;
    return taken;
  }

  #grow(): void {
    const larger = new Float64Array(Math.max(this.#end, this.#numbers.length * 2));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
