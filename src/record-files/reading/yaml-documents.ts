import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseAllDocuments, visit } from 'yaml';
import { Fault } from '#model/fault.ts';
import { decoded } from '../cells/decoded.ts';

type Step = string | number;

/** One document of a file of YAML: what it holds, and in which line of the file each of its values stands. */
export type YamlDocument = {
  readonly line: number;
  readonly lineOf: (path: readonly Step[]) => number;
} & ({ readonly value: unknown } | { readonly problem: string });

const longest = 40_000_000;
const mostAliases = 100;
/** How many maps, lists and pairs may stand inside each other. */
const deepest = 200;
const tooDeep = 'too many levels inside each other';

/** Numbers and words such as true stay the text that they are written as: the id 1.10 is not the id 1.1. */
const asText: ReadonlySet<unknown> = new Set(['bool', 'float', 'int'].map((name) => `tag:yaml.org,2002:${name}`));

/**
 * The documents of a file of YAML 1.2, empty ones left out: plain texts without tags of anybody's own.
 *
 * One that cannot be read is told with its line, and the others are read all the same. A file that unfolds to many times its
 * size by aliases is no catalogue, and is told so of the document that does it.
 */
export const yamlDocuments = (path: string, bytes: Uint8Array): readonly YamlDocument[] => {
  const { text } = decoded(bytes);
  if (text.length > longest) {
    throw new Fault('records-unreadable', { path, why: `it has more than ${longest / 1_000_000} million characters` });
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !asText.has(tag.tag)),
    resolveKnownTags: false,
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const lineAt = (offset: number): number => Math.max(lines.linePos(offset).line, 1);
  return (Array.isArray(documents) ? documents : []).flatMap((document): YamlDocument[] => {
    const lineOf = (to: readonly Step[]): number => lineAt(offsetOf(document, to));
    const at = { line: lineOf([]), lineOf };
    const [trouble] = [...document.errors, ...document.warnings];
    if (trouble) {
      const problem = trouble.message.startsWith('Maximum call stack') ? tooDeep : trouble.message;
      return [{ ...at, line: lineAt(trouble.pos[0]), problem }];
    }
    const harm = harmIn(document);
    if (harm) return [{ ...at, line: lineAt(harm.at), problem: harm.problem }];
    const read = unfolded(document);
    if ('problem' in read) return [{ ...at, ...read }];
    return read.value === null || read.value === undefined ? [] : [{ ...at, ...read }];
  });
};

/** What makes a document one that nobody means: a circle, too many levels or aliases, or a key that says two things. */
const harmIn = (document: Document.Parsed): { readonly problem: string; readonly at: number } | undefined => {
  let count = 0;
  let harm: ReturnType<typeof harmIn>;
  const stop = (problem: string, node: unknown): symbol => {
    harm = { problem, at: isNode(node) ? (node.range?.[0] ?? 0) : 0 };
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_, node, path) => {
      if (++count > mostAliases) return stop(`more than ${mostAliases} aliases`, node);
      const isInItself = path.some((above) => (isMap(above) || isSeq(above)) && above.anchor === node.source);
      return isInItself ? stop(`the alias *${node.source} inside what it stands for`, node) : undefined;
    },
    Collection: (_, node, path) => {
      if (path.length > deepest) return stop(tooDeep, node);
      const again = isMap(node) ? keyTwiceIn(node.items.map(({ key }) => key)) : undefined;
      return again ? stop(`${JSON.stringify(again.value)} twice in one place`, again) : undefined;
    },
  });
  return harm;
};

const keyTwiceIn = (keys: readonly unknown[]) => {
  const met = new Set<unknown>();
  for (const key of keys) {
    if (!isScalar(key)) continue;
    if (met.has(key.value)) return key;
    met.add(key.value);
  }
  return undefined;
};

const unfolded = (document: Document.Parsed): { readonly value: unknown } | { readonly problem: string } => {
  try {
    return { value: document.toJS({ maxAliasCount: mostAliases }) };
  } catch (error) {
    // The library's own refusal of aliases of aliases.
    if (error instanceof ReferenceError) return { problem: 'aliases that unfold to many times the size of the file' };
    throw error;
  }
};

/** Where a path leads; where it leads nowhere, the last step that is there. */
const offsetOf = (document: Document.Parsed, path: readonly Step[]): number => {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) return offset;
      offset = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = startOf(node) || offset;
    } else return offset;
  }
  return offset;
};

const startOf = (node: unknown): number => (isMap(node) || isSeq(node) || isScalar(node) ? (node.range?.[0] ?? 0) : 0);
