import { writeField, writePlain } from './field.ts';
import { sameBytes } from './words.ts';

/** How many people are remembered at once; a file that names more is slower, not larger in memory. */
const mostPeople = 1 << 17;
const mostText = 1 << 25;

/**
 * What is written in place of a person's name, remembered by the bytes of the name.
 *
 * A keyed hash costs a microsecond and more, and a log names the same few thousand people millions of times.
 */
export class People {
  readonly #pseudonym: (raw: string) => string;
  readonly #role: (raw: string) => string;
  /** A table of hashes, each slot one more than a person's number or 0; kept small, so that it stays near the processor. */
  #slots = new Int32Array(1 << 12);
  readonly #hashes = new Int32Array(mostPeople);
  /** Where each person's name, pseudonym and role begin in the text; each ends where the next begins. */
  readonly #bounds = new Int32Array(mostPeople * 3 + 1);
  #text = new Uint8Array(1 << 16);
  #count = 0;

  /** `role` answers an empty text for a name that has none. */
  constructor(pseudonym: (raw: string) => string, role: (raw: string) => string) {
    this.#pseudonym = pseudonym;
    this.#role = role;
  }

  /** Forgets everybody when `wanted` more would be too many; only between rows, for a row holds on to whom it found. */
  makeRoom(wanted: number): void {
    if (this.#count + wanted < mostPeople && this.#textEnd < mostText) return;
    this.#slots.fill(0);
    this.#count = 0;
  }

  /** The number of a person, by the bytes of the name. */
  find(bytes: Uint8Array, from: number, until: number): number {
    const hash = hashOf(bytes, from, until);
    const slot = this.#slotOf(hash, bytes, from, until);
    const known = this.#slots[slot] ?? 0;
    if (known > 0) return known - 1;
    const person = this.#add(hash, bytes, from, until);
    this.#slots[slot] = person + 1;
    if (this.#count * 3 > this.#slots.length) this.#widen();
    return person;
  }

  knows(bytes: Uint8Array, from: number, until: number): boolean {
    return (this.#slots[this.#slotOf(hashOf(bytes, from, until), bytes, from, until)] ?? 0) > 0;
  }

  /** The most bytes that `writePseudonym` and `writeRole` take together. */
  room(person: number): number {
    return this.#bound(person * 3 + 3) - this.#bound(person * 3 + 1);
  }

  writePseudonym(out: Uint8Array, at: number, person: number): number {
    return writePlain(out, at, this.#text, this.#bound(person * 3 + 1), this.#bound(person * 3 + 2));
  }

  writeRole(out: Uint8Array, at: number, person: number): number {
    return writePlain(out, at, this.#text, this.#bound(person * 3 + 2), this.#bound(person * 3 + 3));
  }

  get #textEnd(): number {
    return this.#bound(this.#count * 3);
  }

  #bound(at: number): number {
    return this.#bounds[at] ?? 0;
  }

  /** The slot that holds a name, or the free one where it belongs. */
  #slotOf(hash: number, bytes: Uint8Array, from: number, until: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const person = (this.#slots[slot] ?? 0) - 1;
      if (person < 0) return slot;
      if (this.#hashes[person] !== hash) continue;
      const name = this.#bound(person * 3);
      if (sameBytes(this.#text, name, this.#bound(person * 3 + 1), bytes, from, until)) return slot;
    }
  }

  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let person = 0; person < this.#count; person++) {
      let slot = (this.#hashes[person] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = person + 1;
    }
  }

  #add(hash: number, bytes: Uint8Array, from: number, until: number): number {
    const name = bytes.slice(from, until);
    const raw = new TextDecoder().decode(name).normalize('NFC').trim();
    const person = this.#count++;
    this.#hashes[person] = hash;
    this.#keep(person * 3, name);
    this.#keep(person * 3 + 1, raw === '' ? new Uint8Array(0) : asField(this.#pseudonym(raw)));
    this.#keep(person * 3 + 2, raw === '' ? new Uint8Array(0) : asField(this.#role(raw)));
    return person;
  }

  #keep(part: number, bytes: Uint8Array): void {
    const at = this.#bound(part);
    const end = at + bytes.length;
    if (end > this.#text.length) {
      const larger = new Uint8Array(end * 2);
      larger.set(this.#text);
      this.#text = larger;
    }
    this.#text.set(bytes, at);
    this.#bounds[part + 1] = end;
  }
}

const hashOf = (bytes: Uint8Array, from: number, until: number): number => {
  let hash = 0x811c9dc5;
  for (let i = from; i < until; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
};

const asField = (text: string): Uint8Array => {
  const bytes = Buffer.from(text);
  const out = new Uint8Array(bytes.length * 2 + 2);
  return out.subarray(0, writeField(out, 0, bytes, 0, bytes.length));
};
