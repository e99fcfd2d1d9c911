const finest = 2 ** 20;
const step = 2 ** 30;

/**
 * A sum of numbers from 0 on, to the millionth, that is the same in whatever order they come.
 *
 * Items are met by their codes, and these say only in which order they came in. Whole steps and what lies between two of
 * them are added apart, so that neither ever has to be rounded.
 */
export class ExactSum {
  #steps = 0;
  #rest = 0;

  get value(): number {
    return this.#steps * step + this.#rest;
  }

  add(number: number): void {
    const rounded = Math.round(number * finest) / finest;
    const steps = Math.floor(rounded / step);
    this.#steps += steps;
    this.#rest += rounded - steps * step;
    if (this.#rest < step) return;
    this.#rest -= step;
    this.#steps++;
  }
}
