import {
  Alias,
  type Document,
  type DocumentOptions,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParseOptions,
  parseDocument,
  type SchemaOptions,
  visit,
  type YAMLError,
} from 'yaml';
import { type Path, type Position, type Problem, pathText, quoted } from './problem.ts';

/** A document as written, and where each of its values stands. A field is where its name is; an entry, where it begins. */
export type YamlText = { readonly value: unknown; readonly at: (path: Path) => Position };

const longest = 8_000_000;
const mostAliases = 100;

/**
 * Reads one YAML 1.2 document of plain values: no tags, no merge keys, each field once, and no more aliases than a person
 * would write.
 *
 * A field that is left empty counts as absent, so that a list may be commented out entry by entry; but those of a field that
 * `meant` names are kept, where null is an answer.
 */
export const readYaml = (
  file: string,
  text: string,
  meant?: string,
): YamlText | { readonly problems: readonly Problem[] } => {
  const whole = { file, line: 1, column: 1, path: '' };
  if (text.length > longest) {
    const expected = `at most ${longest / 1_000_000} million characters; split the file`;
    return { problems: [{ ...whole, found: `${text.length} characters`, expected }] };
  }
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  // The parser's own search for repeated fields takes quadratic time; see `repeatedFields`.
  const document = parsedYaml(text, lines);
  const troubles = unreadable(document, text);
  if (document.errors.length === 0) troubles.push(...repeatedFields(document), ...badAliases(document));
  const problems = troubles.map(({ offset, ...problem }) => ({ file, path: '', ...problem, ...position(offset) }));
  if (problems.length > 0) return { problems };
  return {
    value: withoutEmpty(document.toJS({ maxAliasCount: -1 }), meant),
    at: (path) => position(offsetOf(document, path)),
  };
};

/** The document of a text, read as strictly as everywhere; its nodes know where they stand. */
export const parsedYaml = (text: string, lineCounter?: LineCounter): Document.Parsed =>
  parseDocument(text, { ...strictly, ...(lineCounter === undefined ? {} : { lineCounter }) });

const strictly: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.2',
  schema: 'core',
  customTags: [],
  resolveKnownTags: false,
  merge: false,
  uniqueKeys: false,
  stringKeys: true,
  prettyErrors: false,
};

type Trouble = { readonly offset: number; readonly path?: string; readonly found: string; readonly expected: string };

/**
 * What the parser could not read, or read only by guessing: a tag that it does not know is a warning to it.
 *
 * Behind the first place that cannot be read the parser is out of step, and most of what it says is of that: how much more
 * it is stands at that place.
 */
const unreadable = ({ errors, warnings }: Document.Parsed, text: string): Trouble[] => {
  const troubleOf = ({ pos: [offset], code, message }: YAMLError): Trouble => {
    const rest = text.slice(offset).split('\n', 1)[0] ?? '';
    const expected =
      code === 'TAG_RESOLVE_FAILED' ? 'a plain value without a tag' : `YAML that can be read (${message})`;
    return { offset, found: rest.trim() === '' ? 'the end of the line' : quoted(rest.trim()), expected };
  };
  const [first, ...more] = errors
    .filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
    .toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (first === undefined) return [...errors, ...warnings].slice(0, 20).map(troubleOf);
  const trouble = troubleOf(first);
  if (more.length === 0) return [trouble];
  const came = `${more.length} more ${more.length === 1 ? 'problem' : 'problems'} came of it`;
  return [{ ...trouble, expected: `${trouble.expected}; ${came}` }];
};

const repeatedFields = (document: Document.Parsed): Trouble[] => {
  const troubles: Trouble[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const found = `the field ${quoted(key.value)} again`;
        if (seen.has(key.value)) troubles.push({ offset: startOf(key), found, expected: 'every field once' });
        seen.add(key.value);
      }
    },
  });
  return troubles;
};

/**
 * Aliases that point nowhere or into themselves, and too many of them.
 *
 * What they would unfold to is counted before anything is unfolded: nine lists, each of nine aliases of the one before, are
 * a few hundred characters and hundreds of millions of values.
 */
const badAliases = (document: Document.Parsed): Trouble[] => {
  const troubles: Trouble[] = [];
  let count = 0;
  visit(document, {
    Alias(_, alias, ancestors) {
      count += 1;
      const offset = startOf(alias);
      const target = alias.resolve(document);
      const found = `the alias *${alias.source}`;
      if (!target) troubles.push({ offset, found, expected: 'an alias of something named before it' });
      else if (ancestors.includes(target))
        troubles.push({ offset, found, expected: 'an alias of something that does not hold it' });
      else if (hasAlias(target)) troubles.push({ offset, found, expected: 'an alias of something without aliases' });
      else if (count === mostAliases + 1) {
        troubles.push({ offset, found: `more than ${mostAliases} aliases`, expected: 'values written out' });
      }
    },
  });
  return troubles.slice(0, 20);
};

const hasAlias = (node: Node): boolean => {
  let found = false;
  visit(node, {
    Alias() {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
};

const startOf = (node: unknown): number =>
  isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;

/** Where a path leads; where it leads nowhere, the last step that is there. */
const offsetOf = (document: Document.Parsed, path: Path): number => {
  let offset = startOf(document.contents);
  let node: unknown = document.contents;
  for (const step of path) {
    if (node instanceof Alias) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return offset;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number' && node.items[step] !== undefined) {
      node = node.items[step];
      offset = startOf(node);
    } else return offset;
  }
  return offset;
};

/** A value without its empty fields, which count as absent; those of a field called `meant` are kept. */
export const withoutEmpty = (value: unknown, meant?: string): unknown => {
  if (Array.isArray(value)) return value.map((entry) => withoutEmpty(entry, meant));
  if (typeof value !== 'object' || value === null) return value;
  const stated = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(stated.map(([name, field]) => [name, name === meant ? field : withoutEmpty(field, meant)]));
};

/** The text of a path inside a problem that was found later, at the place where its value stands. */
export const problemAt = (
  file: string,
  { at }: Pick<YamlText, 'at'>,
  path: Path,
  what: Pick<Problem, 'found' | 'expected' | 'closest'>,
): Problem => ({ file, ...at(path), path: pathText(path), ...what });
