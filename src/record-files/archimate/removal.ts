import { type Splice, withBlanksBefore } from '../xml/splice.ts';
import { childrenCalled, type XmlDocument, type XmlNode } from '../xml/xml-tree.ts';
import type { Relation } from './exchange.ts';

/** What goes with a relationship: the lines that draw it in views, and its entries in folders. */
export type Removal = { readonly splices: readonly Splice[]; readonly drawn: number };

/**
 * Takes relationships out of a model, with whatever only shows them.
 *
 * One that another relationship begins or ends at stays, and so is not among those that are answered.
 */
export const removalOf = (
  { root, text }: XmlDocument,
  relations: readonly Relation[],
  all: readonly Relation[],
): Removal & { readonly removed: ReadonlySet<string> } => {
  const leantOn = new Set(all.flatMap(({ source, target }) => [source, target]));
  const going = relations.filter(({ id }) => !leantOn.has(id));
  const removed = new Set(going.map(({ id }) => id));
  if (removed.size === 0) return { splices: [], drawn: 0, removed };
  const connections = nodesIn(childrenCalled(root, 'views'), 'connection');
  const lines = withTheirOwn(connections, removed);
  const items = nodesIn(childrenCalled(root, 'organizations'), 'item').filter(
    ({ attributes }) => attributes.identifierRef !== undefined && removed.has(attributes.identifierRef),
  );
  const folders = childrenCalled(root, 'organizations').filter(({ children }) => isEmptied(children, items));
  const entries = items.filter((item) => folders.every(({ children }) => !children.includes(item)));
  const nodes = [...going.map(({ node }) => node), ...lines, ...entries, ...folders];
  return { splices: nodes.map((node) => withBlanksBefore(text, node)), drawn: lines.length, removed };
};

/** Whether all of a list goes that must not be empty. */
const isEmptied = (list: readonly XmlNode[], going: readonly XmlNode[]): boolean =>
  list.length > 0 && list.every((each) => going.includes(each));

/** The lines that draw them, and lines that begin or end at such a line. */
const withTheirOwn = (connections: readonly XmlNode[], removed: ReadonlySet<string>): readonly XmlNode[] => {
  const gone = new Set<XmlNode>();
  const ids = new Set<string>();
  for (let before = -1; before !== gone.size; ) {
    before = gone.size;
    for (const connection of connections) {
      const { relationshipRef = '', source = '', target = '', identifier = '' } = connection.attributes;
      if (!removed.has(relationshipRef) && !ids.has(source) && !ids.has(target)) continue;
      gone.add(connection);
      ids.add(identifier);
    }
  }
  return [...gone];
};

const nodesIn = (nodes: readonly XmlNode[], name: string): XmlNode[] =>
  nodes.flatMap((node) => [...(node.name === name ? [node] : []), ...nodesIn(node.children, name)]);
