import { writeField, writePlain } from './field.ts';
import { sameBytes } from './words.ts';

/** How much is remembered at once; a file that names more people is slower, not larger in memory. */
const mostPeople = 1 << 17;
const mostText = 1 << 25;

/** In front of an entry's bytes stand three lengths, of the name, the pseudonym and the role, of four bytes each. */
const headSize = 12;

/**
 * What is written in place of a person's name, remembered by the bytes of the name.
 *
 * A keyed hash costs a microsecond and more, and a log names the same few thousand people millions of times. All that is
 * known of a person stands together, since looking in many places is what would take the time.
 */
export class People {
  readonly #pseudonym: (raw: string) => string;
  readonly #role: (raw: string) => string;
  /** A table of pairs: the hash of a name, and one more than where its entry stands, or 0; at most a third full. */
  #slots = new Int32Array(1 << 13);
  #count = 0;
  #text = new Uint8Array(1 << 16);
  /** The same bytes, for the lengths. */
  #lengths = new Int32Array(this.#text.buffer);
  #end = 0;

  /** `role` answers an empty text for a name that has none. */
  constructor(pseudonym: (raw: string) => string, role: (raw: string) => string) {
    this.#pseudonym = pseudonym;
    this.#role = role;
  }

  /** Forgets everybody when `wanted` more would be too many; only between rows, for a row holds on to whom it found. */
  makeRoom(wanted: number): void {
    if (this.#count + wanted < mostPeople && this.#end < mostText) return;
    this.#slots.fill(0);
    this.#count = 0;
    this.#end = 0;
  }

  /** The person with a name, as a number that the other methods take. */
  find(bytes: Uint8Array, from: number, until: number): number {
    const hash = hashOf(bytes, from, until);
    const slot = this.#slotOf(hash, bytes, from, until);
    const known = this.#slots[slot + 1] ?? 0;
    if (known > 0) return known - 1;
    const person = this.#add(bytes.slice(from, until));
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = person + 1;
    this.#count++;
    if (this.#count * 6 > this.#slots.length) this.#widen();
    return person;
  }

  knows(bytes: Uint8Array, from: number, until: number): boolean {
    return (this.#slots[this.#slotOf(hashOf(bytes, from, until), bytes, from, until) + 1] ?? 0) > 0;
  }

  /** The most bytes that `writePseudonym` and `writeRole` take together. */
  room(person: number): number {
    return this.#length(person, 1) + this.#length(person, 2);
  }

  writePseudonym(out: Uint8Array, at: number, person: number): number {
    const from = person + headSize + this.#length(person, 0);
    return writePlain(out, at, this.#text, from, from + this.#length(person, 1));
  }

  writeRole(out: Uint8Array, at: number, person: number): number {
    const from = person + headSize + this.#length(person, 0) + this.#length(person, 1);
    return writePlain(out, at, this.#text, from, from + this.#length(person, 2));
  }

  #length(person: number, part: number): number {
    return this.#lengths[(person >> 2) + part] ?? 0;
  }

  /** The slot that holds a name, or the free one where it belongs. */
  #slotOf(hash: number, bytes: Uint8Array, from: number, until: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const person = (slots[slot + 1] ?? 0) - 1;
      if (person < 0) return slot;
      if (slots[slot] !== hash) continue;
      const name = person + headSize;
      if (sameBytes(this.#text, name, name + this.#length(person, 0), bytes, from, until)) return slot;
    }
  }

  #widen(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    const mask = this.#slots.length - 1;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i + 1] === 0) continue;
      let slot = ((old[i] ?? 0) << 1) & mask;
      while (this.#slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      this.#slots[slot] = old[i] ?? 0;
      this.#slots[slot + 1] = old[i + 1] ?? 0;
    }
  }

  #add(name: Uint8Array): number {
    const raw = new TextDecoder().decode(name).normalize('NFC').trim();
    const nothing = new Uint8Array(0);
    const parts = [
      name,
      ...(raw === '' ? [nothing, nothing] : [asField(this.#pseudonym(raw)), asField(this.#role(raw))]),
    ];
    const person = this.#end;
    let end = person + headSize;
    this.#grow(end + parts.reduce((sum, { length }) => sum + length, 4));
    for (const [part, bytes] of parts.entries()) {
      this.#lengths[(person >> 2) + part] = bytes.length;
      this.#text.set(bytes, end);
      end += bytes.length;
    }
    this.#end = (end + 3) & ~3;
    return person;
  }

  #grow(wanted: number): void {
    if (wanted <= this.#text.length) return;
    const larger = new Uint8Array((wanted * 2 + 3) & ~3);
    larger.set(this.#text);
    this.#text = larger;
    this.#lengths = new Int32Array(larger.buffer);
  }
}

/** Four bytes at a time, since each step waits for the multiplication before it. */
const hashOf = (bytes: Uint8Array, from: number, until: number): number => {
  let hash = until - from;
  let i = from;
  for (; i + 3 < until; i += 4) {
    const four =
      (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16) | ((bytes[i + 3] ?? 0) << 24);
    hash = Math.imul(hash ^ four, 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  for (; i < until; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return hash ^ (hash >>> 15);
};

const asField = (text: string): Uint8Array => {
  const bytes = new TextEncoder().encode(text);
  const out = new Uint8Array(bytes.length * 2 + 2);
  return out.subarray(0, writeField(out, 0, bytes, 0, bytes.length));
};
