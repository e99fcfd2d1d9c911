import { SaxesParser } from 'saxes';
import { Fault } from '#model/fault.ts';
import { type Element, namedAs, PlainScanner, type PlainTaker } from './plain-scanner.ts';

/**
 * Takes a document piece by piece; what it throws ends the reading. `until` is how many characters of the document were read
 * with the piece, its byte order mark not counted; `begin` comes within a tag, behind its name.
 */
export type XmlTaker = {
  readonly begin?: (until: number) => void;
  readonly open?: (element: Element, until: number) => void;
  readonly close?: (name: string, until: number) => void;
  readonly text?: (text: string) => void;
};

const deepest = 64;
const mostAttributes = 64;
const longestPiece = 4_000_000;
const usualChunk = 1 << 18;

/**
 * Reads XML strictly, and refuses what no office program writes: a DOCTYPE of any kind and so every entity but the five that
 * XML has itself, elements deeper inside each other than any table needs, and pieces without end.
 *
 * `part` is what the document is called in the file that holds it. What was taken up to a chunk can be used before the next
 * one is read: the pieces come in the order of the document, and the generator pauses between chunks.
 */
export function* readXml(
  path: string,
  part: string,
  bytes: Uint8Array,
  taker: XmlTaker,
  chunk = usualChunk,
): Generator<void> {
  const refuse = refusalOf(path, part);
  const reader = new StrictReader(taker, refuse);
  for (const piece of decoded(bytes, chunk, refuse)) {
    reader.write(piece);
    yield;
  }
  reader.end();
}

/**
 * The same, several times as fast where the document is as plain as what office programs write, for whoever does not ask at
 * which place a piece stands. Texts may come in other pieces.
 */
export function* readPlainXml(
  path: string,
  part: string,
  bytes: Uint8Array,
  taker: PlainTaker,
  chunk = usualChunk,
): Generator<void> {
  const refuse = refusalOf(path, part);
  const scanner = new PlainScanner(taker, { depth: deepest, attributes: mostAttributes });
  let strict: StrictReader | undefined;
  const handOver = (): StrictReader => {
    const reader = new StrictReader(taker, refuse);
    reader.goOn(scanner);
    return reader;
  };
  for (const piece of decoded(bytes, chunk, refuse)) {
    if (strict) strict.write(piece);
    else if (!scanner.write(piece) || scanner.rest.length > longestPiece) strict = handOver();
    yield;
  }
  if (!strict && !scanner.isOver) strict = handOver();
  strict?.end();
}

/** Reads a whole document at once. */
export const readWholeXml = (path: string, part: string, bytes: Uint8Array, taker: XmlTaker): void => {
  for (const _ of readXml(path, part, bytes, taker));
};

type Refuse = (why: string) => Fault;

const refusalOf =
  (path: string, part: string): Refuse =>
  (why) =>
    new Fault('records-unreadable', { path, why: `${part} in it ${why}` });

/** The parser, and what it has to refuse beside what is no XML. */
class StrictReader {
  readonly #parser = new SaxesParser({ position: false });
  readonly #taker: XmlTaker;
  readonly #refuse: Refuse;
  #isTold = true;
  #depth = 0;
  #attributes = 0;
  #lastEnd = 0;
  #written = 0;

  constructor(taker: XmlTaker, refuse: Refuse) {
    this.#taker = taker;
    this.#refuse = refuse;
    const parser = this.#parser;
    parser.on('error', ({ message }) => {
      throw refuse(`is no XML that can be read (${message})`);
    });
    parser.on('doctype', () => {
      throw refuse('has a DOCTYPE, which can name other files');
    });
    parser.on('opentag', ({ name, attributes }) => this.#opened(name, attributes as Element['attributes']));
    parser.on('opentagstart', () => {
      this.#attributes = 0;
      this.#taker.begin?.(parser.position);
    });
    parser.on('attribute', () => {
      if (++this.#attributes > mostAttributes) throw refuse(`has an element of more than ${mostAttributes} attributes`);
    });
    parser.on('closetag', ({ name }) => this.#closed(name));
    parser.on('text', (piece) => this.#took(piece));
    parser.on('cdata', (piece) => this.#took(piece));
  }

  /** Goes on where a scanner stopped. */
  goOn({ root, open, rest }: PlainScanner): void {
    this.#isTold = false;
    const before = open.length === 0 && root !== undefined ? `<${root}/>` : open.map((name) => `<${name}>`).join('');
    this.#parser.write(before);
    this.#isTold = true;
    this.#lastEnd = 0;
    this.write(rest);
  }

  write(piece: string): void {
    this.#written += piece.length;
    this.#parser.write(piece);
    if (this.#written - this.#lastEnd > longestPiece)
      throw this.#refuse(`has a text or a comment of more than ${longestPiece} characters`);
  }

  end(): void {
    this.#parser.close();
  }

  #opened(name: string, attributes: Element['attributes']): void {
    this.#lastEnd = this.#written;
    if (++this.#depth > deepest) throw this.#refuse(`has more than ${deepest} elements inside each other`);
    if (this.#isTold) this.#taker.open?.({ ...namedAs(name), attributes }, this.#parser.position);
  }

  #closed(name: string): void {
    this.#lastEnd = this.#written;
    this.#depth--;
    if (this.#isTold) this.#taker.close?.(namedAs(name).name, this.#parser.position);
  }

  #took(piece: string): void {
    this.#lastEnd = this.#written;
    this.#taker.text?.(piece);
  }
}

/** The text of a document, piece by piece. */
function* decoded(bytes: Uint8Array, chunk: number, refuse: Refuse): Generator<string> {
  const decode = decoderOf(bytes, refuse);
  for (let at = 0; at < bytes.length; at += chunk) {
    yield decode(bytes.subarray(at, at + chunk), at + chunk >= bytes.length);
  }
}

const decoderOf = (bytes: Uint8Array, refuse: Refuse) => {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (piece: Uint8Array, last: boolean): string => {
    try {
      return decoder.decode(piece, { stream: !last });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw refuse(`is not valid ${encoding}`);
    }
  };
};
