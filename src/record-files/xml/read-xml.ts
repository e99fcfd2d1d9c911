import { SaxesParser } from 'saxes';
import { Fault } from '#model/fault.ts';

/** An element with its attributes; its name is without the prefix. */
export type Element = {
  readonly name: string;
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
};

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
const chunk = 1 << 18;

/**
 * Reads XML strictly, and refuses what no office program writes: a DOCTYPE of any kind and so every entity but the five that
 * XML has itself, elements deeper inside each other than any table needs, and pieces without end.
 *
 * `part` is what the document is called in the file that holds it. What was taken up to a chunk can be used before the next
 * one is read: the pieces come in the order of the document, and the generator pauses between chunks.
 */
export function* readXml(path: string, part: string, bytes: Uint8Array, taker: XmlTaker): Generator<void> {
  const refuse = (why: string): Fault => new Fault('records-unreadable', { path, why: `${part} in it ${why}` });
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let lastEnd = 0;
  let written = 0;
  parser.on('error', ({ message }) => {
    throw refuse(`is no XML that can be read (${message})`);
  });
  parser.on('doctype', () => {
    throw refuse('has a DOCTYPE, which can name other files');
  });
  parser.on('opentag', ({ name, attributes }) => {
    lastEnd = written;
    if (++depth > deepest) throw refuse(`has more than ${deepest} elements inside each other`);
    const prefix = name.slice(0, Math.max(name.indexOf(':'), 0));
    const stated = attributes as Readonly<Record<string, string>>;
    taker.open?.({ name: local(name), prefix, attributes: stated }, parser.position);
  });
  let attributesOfElement = 0;
  parser.on('opentagstart', () => {
    attributesOfElement = 0;
    taker.begin?.(parser.position);
  });
  parser.on('attribute', () => {
    if (++attributesOfElement > mostAttributes)
      throw refuse(`has an element of more than ${mostAttributes} attributes`);
  });
  parser.on('closetag', ({ name }) => {
    lastEnd = written;
    depth--;
    taker.close?.(local(name), parser.position);
  });
  const text = (piece: string): void => {
    lastEnd = written;
    taker.text?.(piece);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  const decode = decoderOf(bytes, refuse);
  for (let at = 0; at < bytes.length; at += chunk) {
    const piece = decode(bytes.subarray(at, at + chunk), at + chunk >= bytes.length);
    written += piece.length;
    parser.write(piece);
    if (written - lastEnd > longestPiece)
      throw refuse(`has a text or a comment of more than ${longestPiece} characters`);
    yield;
  }
  parser.close();
}

/** Reads a whole document at once. */
export const readWholeXml = (path: string, part: string, bytes: Uint8Array, taker: XmlTaker): void => {
  for (const _ of readXml(path, part, bytes, taker));
};

const decoderOf = (bytes: Uint8Array, refuse: (why: string) => Fault) => {
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

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
