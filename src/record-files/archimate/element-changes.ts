import { isDeepStrictEqual } from 'node:util';
import { type Splice, withBlanksBefore } from '../xml/splice.ts';
import { elementText, escapedText, indentAt, type NewElement, type XmlStyle } from '../xml/write-xml.ts';
import { childrenCalled, type XmlNode } from '../xml/xml-tree.ts';
import type { Concept } from './exchange.ts';
import { ownField, ownProperty, valueIn } from './own-properties.ts';
import type { Wanted } from './wanted.ts';

/** The text that is written into, and the definitions of its properties. */
export type Context = {
  readonly text: string;
  readonly style: XmlStyle;
  /** The identifier of the definition of a property that is called so; made where there is none. */
  readonly definition: (name: string) => string;
};

/** What has to be changed in an element for it to say what is wanted; nothing where it says so. */
export const changesOf = (concept: Concept, wanted: Wanted, context: Context): Splice[] => {
  const { node } = concept;
  const { text, style } = context;
  const names = childrenCalled(node, 'name');
  const documents = childrenCalled(node, 'documentation');
  const splices: Splice[] = [];
  const added: NewElement[] = [];
  const say = (first: XmlNode | undefined, name: string, value: string): void => {
    if (first) splices.push(withText(first, value, context));
    else added.push({ name, content: value });
  };
  if (wanted.name !== undefined && wanted.name !== concept.name) say(names[0], 'name', wanted.name);
  const documentation = wanted.documentation ?? '';
  if (documentation !== (concept.documentation ?? '')) {
    if (documentation === '') splices.push(...documents.slice(0, 1).map((each) => withBlanksBefore(text, each)));
    else say(documents[0], 'documentation', documentation);
  }
  const { changed, missing } = propertyChanges(concept, wanted.properties, context);
  splices.push(...changed);
  const [block] = childrenCalled(node, 'properties');
  if (missing.length > 0 && block) splices.push(...putInside(block, missing, context));
  const behind = names.at(-1);
  const rest = missing.length > 0 && !block ? [{ name: 'properties', content: missing }] : [];
  if (behind && added.length > 0) splices.push(putBehind(behind.to, added, `${indentAt(text, node.from)}  `, style));
  const atEnd = behind ? rest : [...added, ...rest];
  return [...splices, ...(atEnd.length > 0 ? putInside(node, atEnd, context) : [])];
};

/** An element and all that it says, where no file has it yet. */
export const newConcept = (
  name: 'element' | 'relationship',
  attributes: NewElement['attributes'],
  wanted: Wanted,
  definition: Context['definition'],
): NewElement => {
  const properties = [...wanted.properties].map(([field, value]) => propertyOf(field, value, definition));
  return {
    name,
    ...(attributes === undefined ? {} : { attributes }),
    content: [
      ...(wanted.name === undefined ? [] : [{ name: 'name', content: wanted.name }]),
      ...(wanted.documentation === undefined ? [] : [{ name: 'documentation', content: wanted.documentation }]),
      ...(properties.length === 0 ? [] : [{ name: 'properties', content: properties }]),
    ],
  };
};

const propertyOf = (field: string, value: unknown, definition: Context['definition']): NewElement => {
  const { name, text } = ownProperty(field, value);
  return {
    name: 'property',
    attributes: { propertyDefinitionRef: definition(name) },
    content: [{ name: 'value', content: text }],
  };
};

/** Our properties that change or go, and those that the element does not have yet; those of others stay. */
const propertyChanges = (
  { node, properties }: Concept,
  wanted: Wanted['properties'],
  context: Context,
): { readonly changed: readonly Splice[]; readonly missing: readonly NewElement[] } => {
  const changed: Splice[] = [];
  const met = new Set<string>();
  let gone = 0;
  for (const { name, value, node: property } of properties) {
    const field = ownField(name);
    if (field === undefined || field === 'key') continue;
    const next = wanted.has(field) && !met.has(field) ? ownProperty(field, wanted.get(field)) : undefined;
    if (next?.name === name) {
      met.add(field);
      const [stated] = childrenCalled(property, 'value');
      const isSo = isDeepStrictEqual(valueIn(name, value), wanted.get(field));
      if (!isSo && stated) changed.push(withText(stated, next.text, context));
    } else {
      gone++;
      changed.push(withBlanksBefore(context.text, property));
    }
  }
  const missing = [...wanted].flatMap(([field, value]) =>
    met.has(field) ? [] : [propertyOf(field, value, context.definition)],
  );
  const [block] = childrenCalled(node, 'properties');
  const isEmptied = block !== undefined && gone > 0 && gone === properties.length && missing.length === 0;
  return { changed: isEmptied ? [withBlanksBefore(context.text, block)] : changed, missing };
};

/** Children put in behind all others of a node, which may have had none. */
export const putInside = (
  node: XmlNode,
  elements: readonly NewElement[],
  { text, style }: Pick<Context, 'text' | 'style'>,
): Splice[] => {
  const indent = indentAt(text, node.from);
  const last = node.children.at(-1);
  if (last) return [putBehind(last.to, elements, `${indent}  `, style)];
  const inside = `${putBehind(0, elements, `${indent}  `, style).text}${style.lineEnd}${indent}`;
  return [withContent(node, inside, text)];
};

/** Elements on lines of their own behind a place. */
export const putBehind = (at: number, elements: readonly NewElement[], indent: string, style: XmlStyle): Splice => ({
  from: at,
  to: at,
  text: elements.map((each) => `${style.lineEnd}${elementText(each, style, indent)}`).join(''),
});

const withText = (node: XmlNode, value: string, { text, style }: Context): Splice =>
  withContent(node, escapedText(value, style), text);

/** A node with another content; one that had none and was closed in its own tag is closed by another. */
const withContent = (node: XmlNode, content: string, text: string): Splice => {
  if (node.head !== node.to) return { from: node.head, to: node.foot, text: content };
  const [tag = node.name] = text.slice(node.from + 1, node.to).match(/^[^\s/>]+/u) ?? [];
  return { from: node.to - 2, to: node.to, text: `>${content}</${tag}>` };
};
