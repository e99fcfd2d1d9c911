/** An element with its attributes; its name is without the prefix. */
export type Element = {
  readonly name: string;
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** Takes a document piece by piece, where nobody asks at which place a piece stands. */
export type PlainTaker = {
  readonly open?: (element: Element) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

type Limits = { readonly depth: number; readonly attributes: number };

/** What a tag may come to but a place behind it: it does not end in what is there, or it is not plain. */
const [unended, unknown] = [-1, -2];

/**
 * Reads XML that is as plain as what office programs write: elements, attributes and texts with entities.
 *
 * It stops before whatever else there may be (comments, CDATA, entities in attributes, names beyond ASCII) and before
 * whatever is no XML, so that a whole parser goes on from there, and refuses it where it is to be refused.
 */
export class PlainScanner {
  /** The elements that are open, as their names are written. */
  readonly open: string[] = [];
  /** The first element, once there was one. */
  root: string | undefined;
  readonly #taker: PlainTaker;
  readonly #limits: Limits;
  readonly #names = new Map<string, Omit<Element, 'attributes'>>();
  #text = '';
  #at = 0;

  constructor(taker: PlainTaker, limits: Limits) {
    this.#taker = taker;
    this.#limits = limits;
  }

  /** What is still to be read: all of it as long as there was no element. */
  get rest(): string {
    return this.root === undefined ? this.#text : this.#text.slice(this.#at);
  }

  /** Whether there was a document, and nothing behind it. */
  get isOver(): boolean {
    return this.root !== undefined && this.open.length === 0 && isBlank(this.rest);
  }

  /** Reads on as far as tags end; false where the rest is for another. */
  write(piece: string): boolean {
    this.#text = this.rest + piece;
    this.#at = this.root === undefined ? endOfDeclaration(this.#text) : 0;
    for (;;) {
      const tag = this.#text.indexOf('<', this.#at);
      if (tag < 0 || tag + 1 === this.#text.length) return true;
      if (!this.#readText(tag)) return false;
      this.#at = tag;
      const next = this.#text.charCodeAt(tag + 1) === slash ? this.#readClosing(tag) : this.#readOpening(tag);
      if (next < 0) return next === unended;
      this.#at = next;
    }
  }

  #readText(until: number): boolean {
    if (until === this.#at) return true;
    const text = plainText(this.#text.slice(this.#at, until));
    if (text === undefined || (this.open.length === 0 && !isBlank(text))) return false;
    if (this.open.length > 0) this.#taker.text?.(text);
    return true;
  }

  #readClosing(tag: number): number {
    const end = this.#text.indexOf('>', tag);
    if (end < 0) return unended;
    const name = this.#text.slice(tag + 2, end);
    if (name !== this.open.at(-1)) return unknown;
    this.open.pop();
    this.#taker.close?.(this.#named(name)?.name ?? name);
    return end + 1;
  }

  #readOpening(tag: number): number {
    const text = this.#text;
    let at = tag + 1;
    while (!endsName(text.charCodeAt(at))) at++;
    const written = text.slice(tag + 1, at);
    const attributes: Record<string, string> = {};
    for (let count = 0; ; count++) {
      const before = at;
      while (isBlankCode(text.charCodeAt(at))) at++;
      const code = text.charCodeAt(at);
      if (code === greater || code === slash) break;
      const equals = text.indexOf('=', at);
      if (equals < 0) return unended;
      const name = text.slice(at, equals);
      const quote = text[equals + 1];
      if (quote === undefined) return unended;
      if (at === before || (quote !== '"' && quote !== "'") || !plainName.test(name) || name in attributes)
        return unknown;
      const end = text.indexOf(quote, equals + 2);
      if (end < 0) return unended;
      const value = text.slice(equals + 2, end);
      if (!plainValue.test(value) || count === this.#limits.attributes) return unknown;
      attributes[name] = value;
      at = end + 1;
    }
    const isEmpty = text.charCodeAt(at) === slash;
    if (isEmpty) at++;
    if (at === text.length) return unended;
    const named = this.#named(written);
    const isSecond = this.root !== undefined && this.open.length === 0;
    if (text.charCodeAt(at) !== greater || !named || isSecond || this.open.length === this.#limits.depth)
      return unknown;
    this.root ??= written;
    this.#taker.open?.({ ...named, attributes });
    if (isEmpty) this.#taker.close?.(named.name);
    else this.open.push(written);
    return at + 1;
  }

  /** The parts of a name; undefined where it is not plain. */
  #named(written: string): Omit<Element, 'attributes'> | undefined {
    const known = this.#names.get(written);
    if (known || !plainName.test(written)) return known;
    const named = namedAs(written);
    this.#names.set(written, named);
    return named;
  }
}

/** A name as it is written, taken apart. */
export const namedAs = (written: string): Omit<Element, 'attributes'> => {
  const colon = written.indexOf(':');
  return { name: written.slice(colon + 1), prefix: written.slice(0, Math.max(colon, 0)) };
};

const [slash, greater, space, tab, newline, carriageReturn] = [0x2f, 0x3e, 0x20, 0x09, 0x0a, 0x0d];

const isBlankCode = (code: number): boolean =>
  code === space || code === newline || code === tab || code === carriageReturn;

/** At the end of the text there is no code. */
const endsName = (code: number): boolean =>
  isBlankCode(code) || code === greater || code === slash || Number.isNaN(code);

const isBlank = (text: string): boolean => /^[ \t\r\n]*$/u.test(text);

const plainName = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/u;
const plainValue = /^[^<&\p{Cc}\ufffe\uffff]*$/u;

/** Where what is declared of a document of XML 1.0 ends; 0 where nothing is, or something else. */
const endOfDeclaration = (text: string): number => declaration.exec(text)?.[0].length ?? 0;

const declaration =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/u;

/** A text as it is meant; undefined where that is not for here to tell. */
const plainText = (written: string): string | undefined => {
  if (isPlain.test(written)) return written;
  if (unfit.test(written)) return undefined;
  const text = written.replaceAll(/\r\n?/gu, '\n');
  if (text.replaceAll(entity, '').includes('&')) return undefined;
  return text.replaceAll(entity, (_, name: keyof typeof meant) => meant[name]);
};

/** Nearly every text of a sheet. */
const isPlain = /^[^&\]\p{Cc}\ufffe\uffff]*$/u;
const unfit = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\]\]>/u;
const entity = /&(amp|lt|gt|quot|apos);/gu;
const meant = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const;
