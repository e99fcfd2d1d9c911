import { Fault } from '#model/fault.ts';
import { attributeOf, childrenCalled, lineFinder, type XmlDocument, type XmlNode, xmlTree } from '../xml/xml-tree.ts';

/** An element or a relationship of a model: what this product reads of it, and where it stands. */
export type Concept = {
  readonly node: XmlNode;
  readonly id: string;
  /** `Capability`, `Composition`. */
  readonly type: string;
  readonly line: number;
  /** Of several languages the first; in plain text, line ends as `\n`. */
  readonly name: string | undefined;
  readonly documentation: string | undefined;
  readonly properties: readonly Property[];
};

/** What an element says beyond what its type asks for, by what the property is called. */
export type Property = { readonly name: string; readonly value: string; readonly node: XmlNode };

export type Relation = Concept & { readonly source: string; readonly target: string };

/** A model as its exchange file has it. */
export type Exchange = {
  readonly document: XmlDocument;
  readonly id: string;
  readonly elements: readonly Concept[];
  readonly relations: readonly Relation[];
  /** What properties are called, by the identifiers of their definitions. */
  readonly definitions: ReadonlyMap<string, string>;
};

/** The namespace of a model in ArchiMate 3. */
export const archimate3 = 'http://www.opengroup.org/xsd/archimate/3.0/';
/** The namespace of the attribute that says of which type a concept is. */
export const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
const before = 'http://www.opengroup.org/xsd/archimate';
const native = 'http://www.archimatetool.com/archimate';

/** Whether the beginning of a text is that of a model in ArchiMate, of whatever version and tool. */
export const looksLikeArchimate = (head: string): boolean => head.includes(before) || head.includes(native);

/** Reads a model; one of another version, or in the own form of a tool, is refused with what to do. */
export const readExchange = (path: string, bytes: Uint8Array): Exchange => {
  const document = xmlTree(path, bytes);
  const { root, text } = document;
  refuseOthers(path, root);
  const lineOf = lineFinder(text);
  const definitions = new Map(
    childrenCalled(childrenCalled(root, 'propertyDefinitions')[0], 'propertyDefinition').map((node) => [
      node.attributes.identifier ?? '',
      childrenCalled(node, 'name')[0]?.text ?? '',
    ]),
  );
  const concept = (node: XmlNode): Concept => ({
    node,
    id: node.attributes.identifier ?? '',
    type: (attributeOf(node, 'type') ?? '').replace(/^.*:/u, ''),
    line: lineOf(node.from),
    name: plain(childrenCalled(node, 'name')[0])?.trim(),
    documentation: plain(childrenCalled(node, 'documentation')[0]),
    properties: propertiesOf(node, definitions),
  });
  const inside = (list: string, each: string): Concept[] =>
    childrenCalled(root, list).flatMap((container) => childrenCalled(container, each).map(concept));
  return {
    document,
    id: root.attributes.identifier ?? '',
    elements: inside('elements', 'element'),
    relations: inside('relationships', 'relationship').map((each) => ({
      ...each,
      source: each.node.attributes.source ?? '',
      target: each.node.attributes.target ?? '',
    })),
    definitions,
  };
};

const refuseOthers = (path: string, { name, attributes }: XmlNode): void => {
  const refuse = (why: string): Fault => new Fault('records-unreadable', { path, why });
  const spaces = Object.entries(attributes).flatMap(([known, value]) => (/^xmlns(?::|$)/u.test(known) ? [value] : []));
  if (spaces.some((space) => space.startsWith(native))) {
    throw refuse('it is in the own form of Archi; export it there as an Open Exchange File (File, Export)');
  }
  if (name === 'model' && spaces.includes(archimate3)) {
    if (attributes.identifier?.trim()) return;
    throw refuse('its model has no identifier, by which it is told apart from other models');
  }
  const other = spaces.find((space) => space.startsWith(before));
  if (other === undefined || name !== 'model') {
    throw refuse(`it is no ArchiMate Model Exchange File: no model of the namespace ${archimate3}`);
  }
  const version = other === before || other === `${before}/` ? 'of ArchiMate 2' : `of another version (${other})`;
  throw refuse(
    `it is a Model Exchange File ${version}, whose concepts differ, and not of ArchiMate 3 (${archimate3}); export it anew from the tool it comes from, as ArchiMate 3`,
  );
};

/** Line ends as one sign: some tools write the other one as an entity. */
const plain = (node: XmlNode | undefined): string | undefined => node?.text.replaceAll('\r\n', '\n');

const propertiesOf = (node: XmlNode, definitions: ReadonlyMap<string, string>): Property[] =>
  childrenCalled(childrenCalled(node, 'properties')[0], 'property').map((property) => ({
    name: definitions.get(property.attributes.propertyDefinitionRef ?? '') ?? '',
    value: plain(childrenCalled(property, 'value')[0]) ?? '',
    node: property,
  }));
