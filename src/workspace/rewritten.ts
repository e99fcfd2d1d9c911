import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { canonical } from '#store/canonical.ts';
import { aligned } from './aligned.ts';
import { TextMap } from './text-map.ts';
import { entryLines, fieldInFlow, fieldLines, inFlow, inQuotesOf } from './yaml-render.ts';
import { parsedYaml, readYaml, withoutEmpty } from './yaml-text.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A piece of text in the place of another; an insertion where both ends are one. */
type Splice = { readonly from: number; readonly to: number; readonly text: string };

const mostPasses = 4;

/**
 * A YAML text changed as little as can be so that it says something else: every byte that need not change stays, and with it
 * comments, order, blank lines, quotes and anchors.
 *
 * The document model says where each value stands; the text itself is cut there. Printing the document again would set the
 * whole file in the library's own style. A field or entry that goes takes its own lines along, and what stands behind it on
 * them; comments on lines of their own stay. An alias of a value that changes is written out in a second pass.
 */
export const rewritten = (text: string, wanted: Fields): string => {
  const found = passes(text, wanted) ?? passes(withoutAliases(text), wanted);
  if (found === undefined) throw new Error(`a YAML text cannot be made to say ${canonical(wanted)}:\n${text}`);
  return found;
};

const passes = (text: string, wanted: Fields): string | undefined => {
  let now = text;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const read = readYaml('', now);
    if ('problems' in read) return undefined;
    if (says(read.value ?? {}, wanted)) return now;
    const whole = now === '' || now.endsWith('\n') ? now : `${now}\n`;
    const spliced = applied(whole, new Rewriting(whole).root(wanted));
    if (spliced === now) return undefined;
    now = spliced;
  }
  return undefined;
};

/** Whether a file says what is wanted: an empty list at the outside says as much as none. */
const says = (value: unknown, wanted: Fields): boolean =>
  canonical(withoutNothing(value)) === canonical(withoutNothing(wanted));

const withoutNothing = (value: unknown): Fields =>
  isFields(value)
    ? Object.fromEntries(Object.entries(value).filter(([, list]) => !(Array.isArray(list) && list.length === 0)))
    : {};

const applied = (text: string, splices: readonly Splice[]): string => {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  let at = 0;
  const parts: string[] = [];
  for (const { from, to, text: piece } of splices.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) throw new Error(`two changes of one place in a YAML text:\n${text}`);
    parts.push(text.slice(at, from), piece.replaceAll(/\r?\n/g, eol));
    at = to;
  }
  return [...parts, text.slice(at)].join('');
};

/** The text with every alias written out; the anchors stay. */
const withoutAliases = (text: string): string => {
  const document = parsedYaml(text);
  const splices: Splice[] = [];
  visit(document, {
    Alias(_, alias) {
      const [from = 0, to = 0] = alias.range ?? [];
      splices.push({ from, to, text: inFlow(alias.toJS(document), true) });
    },
  });
  return applied(text, splices);
};

/** How one text has to be cut. */
class Rewriting {
  readonly #text: TextMap;
  readonly #document: Document.Parsed;

  constructor(text: string) {
    this.#text = new TextMap(text);
    this.#document = parsedYaml(text);
  }

  root(wanted: Fields): Splice[] {
    const { contents } = this.#document;
    const end = this.#text.length;
    if (!isMap(contents) || contents.items.length === 0) {
      const [from = end, to = end] = isMap(contents) ? (contents.range ?? []) : [];
      return [{ from, to, text: fieldsText(wanted) }];
    }
    const lists = Object.fromEntries(
      contents.items.flatMap((pair) => (isSeq(pair.value) ? [[nameOf(pair), wanted[nameOf(pair)] ?? []]] : [])),
    );
    return this.#map(contents, { ...wanted, ...lists }, (value) => {
      const [from] = contents.range ?? [0];
      return { from, to: this.#text.endOf(contents), text: fieldsText(value) };
    });
  }

  #valueOf(node: unknown): unknown {
    if (!isAlias(node) && !isScalar(node) && !isCollection(node)) return null;
    return withoutEmpty(node.toJS(this.#document, { maxAliasCount: -1 }));
  }

  /** What has to be cut at one value; `instead` puts another in its place whole. */
  #value(node: unknown, wanted: unknown, instead: (value: unknown) => Splice): Splice[] {
    if (canonical(this.#valueOf(node)) === canonical(wanted)) return [];
    if (isMap(node) && node.items.length > 0 && isFields(wanted)) return this.#map(node, wanted, instead);
    if (isSeq(node) && node.items.length > 0 && Array.isArray(wanted)) return this.#seq(node, wanted, instead);
    return [instead(wanted)];
  }

  #map(map: YAMLMap, wanted: Fields, instead: (value: Fields) => Splice): Splice[] {
    const isGone = (pair: Pair): boolean => wanted[nameOf(pair)] === undefined && this.#valueOf(pair.value) !== null;
    const survivors = map.items.filter((pair) => !isGone(pair));
    const names = new Set(map.items.map(nameOf));
    const added = Object.entries(wanted).filter(([name, value]) => value !== undefined && !names.has(name));
    const hasLines = !map.flow && this.#text.beginsLine(map);
    const leavesLines = hasLines && (added.length > 0 || map === this.#document.contents);
    if (survivors.length === 0 && !leavesLines) return [instead(wanted)];
    const changed = survivors.flatMap((pair) => {
      const value = wanted[nameOf(pair)];
      return value === undefined ? [] : this.#pair(map, pair, value);
    });
    return [...changed, ...this.#goners(map, map.items.map(isGone)), ...this.#newFields(map, added)];
  }

  #pair(map: YAMLMap, pair: Pair, wanted: unknown): Splice[] {
    const { value } = pair;
    const colon = this.#text.afterColon(pair.key);
    if (this.#valueOf(value) === null) return [this.#filled(map, pair, wanted)];
    const list = isSeq(value) && value.items.length > 0 && Array.isArray(wanted) && wanted.length === 0;
    if (list && map === this.#document.contents && !value.flow) {
      return value.items
        .map((_, index) => this.#text.entryLines(value, index))
        .map((lines) => ({ ...lines, text: '' }));
    }
    return this.#value(value, wanted, (other) => {
      const to = this.#text.endOf(value);
      const [from] = isScalar(value) ? (value.range ?? [colon]) : [colon];
      const isBlock = isScalar(value) && (value.type === 'BLOCK_FOLDED' || value.type === 'BLOCK_LITERAL');
      if (isScalar(value) && !isBlock && !isObject(other)) return { from, to, text: inQuotesOf(value, other) };
      if (map.flow) return { from: colon, to, text: ` ${inFlow(other, this.#text.isPadded(map))}` };
      return { from: colon, to, text: afterName(fieldLines('k', other, this.#text.columnOf(map))) };
    });
  }

  /** A value for a field that has none yet: behind its colon, or on the lines below it. */
  #filled(map: YAMLMap, { key }: Pair, wanted: unknown): Splice {
    const colon = this.#text.afterColon(key);
    if (map.flow || !isObject(wanted) || Object.keys(wanted).length === 0) {
      return { from: colon, to: colon, text: ` ${inFlow(wanted, true)}` };
    }
    const below = this.#text.nextLine(colon);
    const [, ...lines] = fieldLines('k', wanted, this.#text.columnOf(map)).split('\n');
    return { from: below, to: below, text: `${lines.join('\n')}\n` };
  }

  #newFields(map: YAMLMap, added: readonly (readonly [string, unknown])[]): Splice[] {
    const padded = this.#text.isPadded(map);
    const last = this.#text.endOf(map.items.at(-1));
    const from = map.flow ? last : this.#text.nextLine(last);
    return added.map(([name, value]) => ({
      from,
      to: from,
      text: map.flow
        ? `, ${fieldInFlow(name, value, padded)}`
        : `${fieldLines(name, value, this.#text.columnOf(map))}\n`,
    }));
  }

  #seq(seq: YAMLSeq, wanted: readonly unknown[], instead: (value: unknown) => Splice): Splice[] {
    const { pairs, gone } = aligned(
      seq.items.map((item) => this.#valueOf(item)),
      wanted,
    );
    if (gone.length === seq.items.length || !(seq.flow || this.#text.beginsLine(seq))) return [instead(wanted)];
    const changed = pairs.flatMap(({ before, value, after }) => {
      if (before === undefined) return [this.#newEntry(seq, after, value)];
      const item = seq.items[before];
      return this.#value(item, value, (other) => this.#otherEntry(seq, item, other));
    });
    const going = new Set(gone);
    const isGone = seq.items.map((_, index) => going.has(index));
    return [...changed, ...this.#goners(seq, isGone)];
  }

  #otherEntry(seq: YAMLSeq, item: unknown, value: unknown): Splice {
    const from = this.#text.startOf(item);
    const to = this.#text.endOf(item);
    if (seq.flow) return { from, to, text: inFlow(value, this.#text.isPadded(seq)) };
    return { from, to, text: entryLines(value, this.#text.columnOf(seq)).trimStart().slice(2) };
  }

  /** A new entry behind the one at an index, or in front of all. */
  #newEntry(seq: YAMLSeq, after: number, value: unknown): Splice {
    const isFirst = after < 0;
    const neighbour = seq.items[Math.max(after, 0)];
    if (seq.flow) {
      const text = inFlow(value, this.#text.isPadded(seq));
      const from = isFirst ? this.#text.startOf(neighbour) : this.#text.endOf(neighbour);
      return { from, to: from, text: isFirst ? `${text}, ` : `, ${text}` };
    }
    const from = isFirst ? this.#text.entryLines(seq, 0).from : this.#text.nextLine(this.#text.endOf(neighbour));
    return { from, to: from, text: `${entryLines(value, this.#text.columnOf(seq))}\n` };
  }

  /**
   * The fields or entries that go. In braces and brackets each takes the comma that parts it from a neighbour that stays; in
   * a block, its lines. What stands first behind a dash makes room for the one after it.
   */
  #goners(collection: YAMLMap | YAMLSeq, isGone: readonly boolean[]): Splice[] {
    const items: readonly unknown[] = collection.items;
    const first = isGone.indexOf(false);
    const behindDash = isMap(collection) && !collection.flow && !this.#text.beginsLine(collection);
    return items.flatMap((item, index) => {
      if (!isGone[index]) return [];
      const span = (from: number, to: number): Splice[] => [{ from, to, text: '' }];
      if (index < first && (collection.flow || behindDash)) {
        return span(this.#text.startOf(item), this.#text.startOf(items[index + 1]));
      }
      if (collection.flow) return span(this.#text.endOf(items[index - 1]), this.#text.endOf(item));
      if (isSeq(collection)) {
        const { from, to } = this.#text.entryLines(collection, index);
        return span(from, to);
      }
      return span(this.#text.lineOf(this.#text.startOf(item)), this.#text.nextLine(this.#text.endOf(item)));
    });
  }
}

const nameOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');

const fieldsText = (fields: Fields): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${fieldLines(name, value, 0)}\n`)
    .join('');

/** What stands behind `k:` in its lines. */
const afterName = (lines: string): string => lines.trimStart().slice(2);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isFields = (value: unknown): value is Fields => isObject(value) && !Array.isArray(value);
