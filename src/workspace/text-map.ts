import { isMap, isPair, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';

/** Where the values of a YAML document begin and end in its text, and on which lines. */
export class TextMap {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get length(): number {
    return this.#text.length;
  }

  /** Where a value or a field begins. */
  startOf(node: unknown): number {
    return isPair(node) ? rangeOf(node.key).from : rangeOf(node).from;
  }

  /** Where a value or a field ends, without what only stands behind it: comments and blank lines. */
  endOf(node: unknown): number {
    if (isPair(node)) return node.value === null ? this.afterColon(node.key) : this.endOf(node.value);
    const { from, to } = rangeOf(node);
    if ((isMap(node) || isSeq(node)) && !node.flow) return node.items.length === 0 ? to : this.endOf(node.items.at(-1));
    const isBlock = isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL');
    // A tab at the end of the last line belongs to the text.
    return isBlock ? from + this.#text.slice(from, to).replace(/(?:\r?\n *)+$/, '').length : to;
  }

  afterColon(key: unknown): number {
    const { to } = rangeOf(key);
    const colon = this.#text.indexOf(':', to);
    return colon < 0 ? to : colon + 1;
  }

  lineOf(at: number): number {
    return this.#text.lastIndexOf('\n', at - 1) + 1;
  }

  nextLine(at: number): number {
    const end = this.#text.indexOf('\n', at);
    return end < 0 ? this.#text.length : end + 1;
  }

  /** The column at which the fields or dashes of a block stand. */
  columnOf(collection: YAMLMap | YAMLSeq): number {
    const { from } = rangeOf(collection);
    return from - this.lineOf(from);
  }

  /** Whether nothing but blanks stands in front of the first field or dash. */
  beginsLine(collection: YAMLMap | YAMLSeq): boolean {
    const { from } = rangeOf(collection);
    return this.#text.slice(this.lineOf(from), from).trim() === '';
  }

  isPadded(collection: YAMLMap | YAMLSeq): boolean {
    return this.#text[rangeOf(collection).from + 1] === ' ';
  }

  /** The lines of an entry of a block, from that of its dash on. */
  entryLines(seq: YAMLSeq, index: number): { readonly from: number; readonly to: number } {
    const item = seq.items[index];
    const column = this.columnOf(seq);
    const top = this.lineOf(rangeOf(seq).from);
    let from = this.lineOf(rangeOf(item).from);
    while (from > top && !/^ *-$/.test(this.#text.slice(from, from + column + 1))) from = this.lineOf(from - 1);
    return { from, to: this.nextLine(this.endOf(item)) };
  }
}

type Range = { readonly from: number; readonly to: number };

const rangeOf = (node: unknown): Range => {
  const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  const [from, to]: unknown[] = Array.isArray(range) ? range : [];
  if (typeof from !== 'number' || typeof to !== 'number') throw new TypeError('a value without a place in its text');
  return { from, to };
};
