/** A few known words, looked up by their bytes without making text of them. */
export class Words {
  readonly #words: readonly Uint8Array[];
  readonly #firsts = new Uint8Array(256);
  readonly #longest: number;

  constructor(words: readonly string[]) {
    this.#words = words.filter((word) => word !== '').map((word) => new TextEncoder().encode(word));
    for (const word of this.#words) this.#firsts[word[0] ?? 0] = 1;
    this.#longest = Math.max(0, ...this.#words.map((word) => word.length));
  }

  has(bytes: Uint8Array, from: number, until: number): boolean {
    if (until - from > this.#longest || this.#firsts[bytes[from] ?? 0] === 0) return false;
    return this.#words.some((word) => sameBytes(word, 0, word.length, bytes, from, until));
  }
}

export const sameBytes = (
  a: Uint8Array,
  aFrom: number,
  aUntil: number,
  b: Uint8Array,
  bFrom: number,
  bUntil: number,
): boolean => {
  if (aUntil - aFrom !== bUntil - bFrom) return false;
  for (let i = aFrom, k = bFrom; i < aUntil; i++, k++) if (a[i] !== b[k]) return false;
  return true;
};
