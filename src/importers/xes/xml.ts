import { SaxesParser } from 'saxes';
import type { Encoding } from '../reading/transcode.ts';
import { agrees, asUtf8 } from './encoding.ts';
import type { Limits } from './limits.ts';
import { refusal } from './refusal.ts';

/** An element as XES means it: names without prefix and in small letters, and the attributes that XES knows. */
export type Element = {
  readonly tag: string;
  readonly line: number;
  readonly key: string | undefined;
  readonly value: string | undefined;
  readonly name: string | undefined;
  readonly keys: string | undefined;
  readonly scope: string | undefined;
};

/** Takes a document piece by piece; what it throws ends the reading. */
export type XmlTaker = {
  readonly open: (element: Element) => void;
  readonly close: () => void;
  /** Characters between elements that are no mere blanks. */
  readonly text: (line: number) => void;
};

/**
 * Reads XML from chunks of UTF-8, strictly, and refuses what no event log needs: a DOCTYPE of any kind and so every entity
 * but the five that XML has itself, and whatever is over a limit.
 *
 * The parser keeps what it has of an attribute, a text or a comment until it ends. So how far the last end lies behind is
 * looked at after each chunk, and memory is bounded by the limit and one chunk.
 */
export class XmlReader {
  readonly #path: string;
  readonly #limits: Pick<Limits, 'piece' | 'depth' | 'attributes'>;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #parser = new SaxesParser();
  #lastEnd = 0;
  #depth = 0;
  #attributes = 0;
  #element = nothing();

  constructor(
    path: string,
    encoding: Encoding,
    limits: Pick<Limits, 'piece' | 'depth' | 'attributes'>,
    taker: XmlTaker,
  ) {
    this.#path = path;
    this.#limits = limits;
    const parser = this.#parser;
    const ended = (): void => {
      this.#lastEnd = parser.position;
    };
    parser.on('error', ({ message }) => {
      throw this.#refusal(message.replace(/^\d+:\d+: /u, '').replace(/\.$/u, ''));
    });
    parser.on('xmldecl', (declaration) => {
      ended();
      const { encoding: declared } = declaration;
      if (declared !== undefined && !agrees(declared, encoding)) {
        throw this.#refusal(
          `it is declared to be in ${JSON.stringify(clip(declared))}, but it is in ${encoding}`,
          asUtf8,
        );
      }
    });
    parser.on('doctype', () => {
      throw this.#refusal(
        'it has a DOCTYPE',
        'Take the DOCTYPE out: no event log needs one, and it can name other files.',
      );
    });
    parser.on('opentagstart', ({ name }) => {
      ended();
      if (++this.#depth > limits.depth) {
        throw this.#refusal(`more than ${limits.depth} elements stand inside each other`);
      }
      this.#attributes = 0;
      this.#element = { ...nothing(), tag: local(name), line: parser.line };
    });
    parser.on('attribute', ({ name, value }) => {
      ended();
      if (++this.#attributes > limits.attributes) {
        throw this.#refusal(`an element has more than ${limits.attributes} attributes`);
      }
      this.#take(local(name), value);
    });
    parser.on('opentag', () => {
      ended();
      taker.open(this.#element);
    });
    parser.on('closetag', () => {
      ended();
      this.#depth--;
      taker.close();
    });
    parser.on('text', (text) => {
      ended();
      if (text.trim() !== '') taker.text(parser.line);
    });
    for (const event of ['comment', 'cdata', 'processinginstruction'] as const) parser.on(event, ended);
  }

  get line(): number {
    return this.#parser.line;
  }

  write(utf8: Uint8Array): void {
    this.#parse(this.#decode(utf8));
    if (this.#parser.position - this.#lastEnd > this.#limits.piece) {
      throw this.#refusal(`a value, a text or a comment is longer than ${this.#limits.piece} characters`);
    }
  }

  /** Says that the file ends here. */
  finish(): void {
    this.write(new Uint8Array(0));
    try {
      this.#decoder.decode();
    } catch {
      throw this.#refusal('it ends in the middle of a character');
    }
    this.#parser.close();
  }

  #parse(text: string): void {
    this.#parser.write(text);
  }

  #decode(utf8: Uint8Array): string {
    try {
      return this.#decoder.decode(utf8, { stream: true });
    } catch {
      const [before = ''] = new TextDecoder().decode(utf8).split('\ufffd', 1);
      const line = this.#parser.line + before.split('\n').length - 1;
      throw refusal(this.#path, line, 'a byte is no character in the encoding that the file declares', asUtf8);
    }
  }

  #take(name: string, value: string): void {
    const element = this.#element;
    switch (name) {
      case 'key':
      case 'value':
      case 'name':
      case 'keys':
      case 'scope':
        element[name] = value;
    }
  }

  #refusal(why: string, instead?: string) {
    return refusal(this.#path, this.#parser.line, clip(why), instead);
  }
}

type Draft = { -readonly [Field in keyof Element]: Element[Field] };

const nothing = (): Draft => ({
  tag: '',
  line: 0,
  key: undefined,
  value: undefined,
  name: undefined,
  keys: undefined,
  scope: undefined,
});

/** `xes:String` is `string`: files differ in prefixes, and now and then in capitals. */
const local = (name: string): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase();

const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 119).toWellFormed()}…` : text);
