import { decoded } from '../cells/decoded.ts';
import { readWholeXml } from './read-xml.ts';

/**
 * An element of a document and where it stands in its text: from `from` to `to`, its content from `head` to `foot`. One
 * without content (`<a/>`) ends with its head. Names are without their prefix; attributes have theirs. What is of another
 * namespace than the root has it before its name (`{urn:other}name`), so that nothing takes it for what it looks like.
 */
export type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** What stands directly in it, entities made plain. */
  readonly text: string;
  readonly from: number;
  readonly head: number;
  readonly foot: number;
  readonly to: number;
};

/** A document as a tree over its own text, so that a part can be changed and all else stays as it was written. */
export type XmlDocument = { readonly text: string; readonly root: XmlNode };

type Growing = { -readonly [K in keyof XmlNode]: XmlNode[K] } & { children: Growing[] };

/** Reads a whole document, as strictly as any other. */
export const xmlTree = (path: string, bytes: Uint8Array): XmlDocument => {
  const { text } = decoded(bytes);
  const open: Growing[] = [];
  let root: Growing | undefined;
  let from = 0;
  const spaces = new Namespaces();
  readWholeXml(path, 'the document', bytes, {
    begin: (until) => {
      from = text.lastIndexOf('<', until - 1);
    },
    open: ({ name: local, prefix, attributes }, until) => {
      const name = spaces.open(prefix, attributes, local);
      const node: Growing = { name, attributes, children: [], text: '', from, head: until, foot: until, to: until };
      open.at(-1)?.children.push(node);
      root ??= node;
      open.push(node);
    },
    text: (piece) => {
      const node = open.at(-1);
      if (node) node.text += piece;
    },
    close: (_, until) => {
      spaces.close();
      const node = open.pop();
      if (!node) return;
      node.to = until;
      node.foot = until === node.head ? until : text.lastIndexOf('</', until - 1);
    },
  });
  if (!root) throw new Error('a document that was read has an element');
  return { text, root };
};

/** Which namespaces the prefixes stand for in the elements that are open. */
class Namespaces {
  readonly #open: Readonly<Record<string, string>>[] = [];
  #root: string | undefined;

  /** What an element is called, told apart from one of the root's namespace. */
  open(prefix: string, attributes: XmlNode['attributes'], local: string): string {
    const own = Object.entries(attributes).flatMap(([name, value]) => {
      const [, of = ''] = /^xmlns(?::(.*))?$/u.exec(name) ?? [];
      return name === 'xmlns' || of !== '' ? [[of, value] as const] : [];
    });
    const above = this.#open.at(-1) ?? {};
    const known = own.length === 0 ? above : { ...above, ...Object.fromEntries(own) };
    this.#open.push(known);
    const space = known[prefix] ?? '';
    this.#root ??= space;
    return space === this.#root ? local : `{${space}}${local}`;
  }

  close(): void {
    this.#open.pop();
  }
}

/** The children of a node that are called so. */
export const childrenCalled = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? [];

/** An attribute whatever its prefix: `type` of `xsi:type`. */
export const attributeOf = ({ attributes }: XmlNode, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([known]) => known.endsWith(`:${name}`))?.[1];

/** In which line of a text a place is, from 1. */
export const lineFinder = (text: string): ((at: number) => number) => {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
};
