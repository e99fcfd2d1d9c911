import { decimalOf, unitsOf } from '#model/decimal.ts';
import type { Decimal } from '#model/money.ts';

/** Adds up decimals one by one, exactly, without holding them. */
export class ExactSum {
  #units = 0n;
  #places = 0;

  add(decimal: Decimal): void {
    const places = decimal.split('.')[1]?.length ?? 0;
    if (places > this.#places) {
      this.#units *= 10n ** BigInt(places - this.#places);
      this.#places = places;
    }
    this.#units += unitsOf(decimal, this.#places);
  }

  /** With as many places as the summand that has most, but without noughts that say nothing. */
  get total(): Decimal {
    const all = decimalOf(this.#units, this.#places);
    return all.includes('.') ? all.replace(/\.?0+$/u, '') : all;
  }
}
