import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, visit } from 'yaml';
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

/**
 * The documents of a file of YAML 1.2, empty ones left out: plain values without tags of anybody's own.
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
    customTags: [],
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
    if (trouble) return [{ ...at, line: lineAt(trouble.pos[0]), problem: trouble.message }];
    if (aliasesIn(document) > mostAliases) return [{ ...at, problem: `more than ${mostAliases} aliases` }];
    const value: unknown = document.toJS({ maxAliasCount: mostAliases });
    return value === null || value === undefined ? [] : [{ ...at, value }];
  });
};

const aliasesIn = (document: Document.Parsed): number => {
  let count = 0;
  visit(document, { Alias: () => void count++ });
  return count;
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
