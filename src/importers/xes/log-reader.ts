import type { Columns } from './columns.ts';
import { refusal } from './refusal.ts';
import type { Element, XmlTaker } from './xml.ts';

/** One event, with what its trace says of it and what the log gives to all that say nothing else. */
export type LogEvent = {
  /** By number of column; good until the next event. */
  readonly values: readonly (string | undefined)[];
  readonly line: number;
  /** The column that has two different values, or -1. */
  readonly twice: number;
};

export type LogTaker = {
  readonly event: (event: LogEvent) => void;
  /** Something that is no part of an event and no known part of a log. */
  readonly passedOver?: (what: string, line: number) => void;
  readonly emptyTrace?: (line: number) => void;
  /** The keys that together tell one kind of event from another. */
  readonly classifier?: (keys: string) => void;
  /** A value that the log gives to events or traces without one. */
  readonly default?: (value: string) => void;
};

/** Where the values of an attribute go. */
type Target = 'event' | 'trace' | 'every-event' | 'every-trace' | 'nowhere';

type Frame = {
  readonly kind: 'log' | 'trace' | 'event' | 'global' | 'attribute' | 'other';
  readonly target: Target;
  /** The column of an attribute, in front of what stands inside it. */
  readonly path: string;
  /** Whether it stands in a list, where one key may come several times. */
  readonly listed: boolean;
};

const attributes: ReadonlySet<string> = new Set([
  'string',
  'date',
  'int',
  'float',
  'boolean',
  'id',
  'list',
  'container',
]);

/** Of a trace, as every table of events calls it. */
const ofTrace = 'case:';

/**
 * Makes events with columns of the elements of a log.
 *
 * A column is called like the key of its attribute; that of a trace begins with `case:`, and one inside another stands
 * behind it and a slash. The values of one key of a list are joined. Prefixes, capitals and types decide nothing: the value
 * of an attribute is its text, as it is in CSV.
 */
export class LogReader implements XmlTaker {
  readonly #path: string;
  readonly #columns: Columns;
  readonly #taker: LogTaker;
  /** Columns that no default fills: nobody has recorded what stands there. */
  readonly #undefaulted: ReadonlySet<string>;
  readonly #frames: Frame[] = [];
  readonly #everyEvent = new Map<number, string>();
  readonly #everyTrace = new Map<number, string>();
  readonly #trace = new Map<number, string>();
  readonly #values: (string | undefined)[] = [];
  #twice = -1;
  #eventLine = 0;
  #traceLine = 0;
  #events = 0;

  constructor(path: string, columns: Columns, undefaulted: ReadonlySet<string>, taker: LogTaker) {
    this.#path = path;
    this.#columns = columns;
    this.#undefaulted = undefaulted;
    this.#taker = taker;
  }

  open(element: Element): void {
    this.#frames.push(this.#enter(element));
  }

  close(): void {
    const left = this.#frames.pop();
    if (left?.kind === 'event') this.#finishEvent();
    if (left?.kind === 'trace') this.#finishTrace();
  }

  text(line: number): void {
    this.#taker.passedOver?.('text between elements', line);
  }

  #enter(element: Element): Frame {
    const { tag, line } = element;
    const inside = this.#frames.at(-1);
    if (!inside) {
      if (tag !== 'log') throw refusal(this.#path, line, `its outermost element is <${tag.slice(0, 60)}>, not <log>`);
      return { kind: 'log', target: 'nowhere', path: '', listed: false };
    }
    switch (inside.kind) {
      case 'log':
        return this.#inLog(element);
      case 'trace':
        return tag === 'event' ? this.#startEvent(line, inside) : this.#attribute(element, inside);
      case 'event':
      case 'global':
        return this.#attribute(element, inside);
      case 'attribute':
        return tag === 'values' ? { ...inside, listed: true } : this.#attribute(element, inside, '/');
      case 'other':
        return inside;
    }
  }

  #inLog(element: Element): Frame {
    const { tag, line, scope, keys } = element;
    switch (tag) {
      case 'trace':
        this.#trace.clear();
        this.#traceLine = line;
        this.#events = 0;
        return { kind: 'trace', target: 'trace', path: ofTrace, listed: false };
      case 'event':
        return this.#startEvent(line);
      case 'global': {
        const ofTraces = scope?.toLowerCase() === 'trace';
        const target = ofTraces ? 'every-trace' : 'every-event';
        return { kind: 'global', target, path: ofTraces ? ofTrace : '', listed: false };
      }
      case 'classifier':
        if (keys !== undefined) this.#taker.classifier?.(keys);
        return other;
      case 'extension':
        return other;
      default:
        // What a log says of itself is no part of any event.
        if (!attributes.has(tag)) this.#passOver(element);
        return other;
    }
  }

  #attribute(element: Element, inside: Frame, between = ''): Frame {
    const { tag, key, value, line } = element;
    const late = inside.kind === 'trace' && this.#events > 0;
    if (!attributes.has(tag) || key === undefined || key.trim() === '' || late) {
      this.#passOver(element, late ? ' behind the first event of its trace' : '');
      return other;
    }
    const path = `${inside.path}${between}${key.trim()}`;
    if (value !== undefined) this.#put(inside.target, path, value, inside.listed, line);
    // A list of the first edition of the standard has no <values> around what it lists.
    return { kind: 'attribute', target: inside.target, path, listed: inside.listed || tag === 'list' };
  }

  #passOver({ tag, key, line }: Element, where = ''): void {
    const named = attributes.has(tag) && key === undefined ? `<${tag}> without a key` : `<${tag.slice(0, 60)}>`;
    this.#taker.passedOver?.(`${named}${where}`, line);
  }

  #put(target: Target, name: string, value: string, listed: boolean, line: number): void {
    const place = this.#columns.place(name);
    if (value === '') return;
    switch (target) {
      case 'event':
        this.#values[place] = this.#joined(this.#values[place], value, listed, place);
        break;
      case 'trace':
        this.#trace.set(place, this.#ofTrace(place, value, listed, line));
        break;
      case 'every-event':
      case 'every-trace':
        this.#taker.default?.(value);
        if (!this.#undefaulted.has(name)) {
          (target === 'every-event' ? this.#everyEvent : this.#everyTrace).set(place, value);
        }
        break;
      case 'nowhere':
        break;
    }
  }

  #joined(before: string | undefined, value: string, listed: boolean, place: number): string {
    if (before === undefined || before === value) return value;
    if (listed) return `${before}, ${value}`;
    this.#twice = place;
    return before;
  }

  /** A trace that says two things of itself keeps the first; its events cannot all be refused for it. */
  #ofTrace(place: number, value: string, listed: boolean, line: number): string {
    const before = this.#trace.get(place);
    if (before === undefined || before === value) return value;
    if (listed) return `${before}, ${value}`;
    this.#taker.passedOver?.('a second value of one key of a trace', line);
    return before;
  }

  #startEvent(line: number, inside?: Frame): Frame {
    this.#values.fill(undefined);
    this.#twice = -1;
    this.#eventLine = line;
    if (inside) this.#events++;
    else this.#trace.clear();
    return { kind: 'event', target: 'event', path: '', listed: false };
  }

  #finishEvent(): void {
    const values = this.#values;
    for (const [place, value] of this.#trace) {
      if (values[place] !== undefined && values[place] !== value) this.#twice = place;
      values[place] = value;
    }
    const inTrace = this.#frames.at(-1)?.kind === 'trace';
    for (const [place, value] of this.#everyEvent) values[place] ??= value;
    if (inTrace) for (const [place, value] of this.#everyTrace) values[place] ??= value;
    this.#taker.event({ values, line: this.#eventLine, twice: this.#twice });
  }

  #finishTrace(): void {
    if (this.#events === 0) this.#taker.emptyTrace?.(this.#traceLine);
  }
}

const other: Frame = { kind: 'other', target: 'nowhere', path: '', listed: false };
