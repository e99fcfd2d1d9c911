import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DesignModel } from '#model/design-model.ts';
import { designKinds, type RecordKind, recordKinds, workspaceKinds } from '#model/records.ts';

/** Where the page stands. */
export const recordsFile = join(import.meta.dirname, '..', '..', 'docs', 'reference', 'records.md');

/** The page of the records that model files state, from their schemas. */
export const recordsPage = (): string =>
  `${[
    head,
    '## Records of a design',
    ofDesign,
    ...designKinds.map(section),
    '## Records of the workspace',
    ofWorkspace,
    ...workspaceKinds.map(section),
  ].join('\n\n')}\n`;

const head = `# Records

Made by \`node tools/pages/records.ts\` from the schemas in \`src/model\`.

A model file (\`model/*.yaml\`) is lists of records, each list under the name that stands in brackets below. Besides its own
fields every record has a \`key\` (lower-case letters, digits, \`-\` and \`.\`), and may have a \`name\` (the key where it is left
out), an \`origin\` (where it comes from) and a \`note\`. Where a key may be left out, it is made of the record's parts.

Days are \`2026-03-31\`, instants \`2026-03-31T14:05:00Z\`, lengths of time \`P2D\` or \`PT8H\`. A period runs from a day up to, but
not including, \`to\`. Money is \`{ amount: "120000.00", currency: EUR }\`. A share has at most six decimals. \`a[].b\` is the
field \`b\` of each entry of the list \`a\`.`;

const ofDesign = `How IT is meant to work: what may be another in each design. They belong to the design that their file names at
its top, and find what they refer to in that design and in the workspace. A key is unique per kind and design.`;

const ofWorkspace = `What is aimed at, what it is spent on, what is decided and what came of it. They may stand in any model
file, belong to no design and are seen from all of them; a reference to a team, a role or a forum holds when any design has
it. A key is unique per kind; two files may state a record alike, and not differently.`;

const section = (kind: RecordKind): string => {
  const { plural, references } = recordKinds[kind];
  const refersTo: Readonly<Record<string, string>> = references;
  const rows = rowsOf(schemaOf(plural), '')
    .filter(({ path }) => !['name', 'origin', 'note'].includes(path))
    .map(({ path, holds, required }) => {
      const target = refersTo[path];
      return `| \`${path}\` | ${target === undefined ? holds : `key of \`${target}\``} | ${required ? 'yes' : ''} |`;
    });
  return `### ${kind} (\`${plural}\`)\n\n| field | holds | required |\n|---|---|---|\n${rows.join('\n')}`;
};

/** What a published schema says of one value, as far as the page tells it. */
type Node = {
  readonly type?: string | undefined;
  readonly const?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly format?: string | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Node>> | undefined;
  readonly items?: Node | undefined;
  readonly prefixItems?: readonly Node[] | undefined;
  readonly anyOf?: readonly Node[] | undefined;
  readonly oneOf?: readonly Node[] | undefined;
};

const Node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    const: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    format: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), Node).optional(),
    // Of a tuple it says only that nothing follows.
    items: Node.optional().catch(undefined),
    prefixItems: z.array(Node).optional(),
    anyOf: z.array(Node).optional(),
    oneOf: z.array(Node).optional(),
  }),
);

const published = Node.parse(z.toJSONSchema(DesignModel, { io: 'input', unrepresentable: 'any' }));

const schemaOf = (plural: string): Node => {
  const record = published.properties?.[plural]?.items;
  if (!record) throw new Error(`no schema of ${plural}`);
  return record;
};

type Row = { readonly path: string; readonly holds: string; readonly required: boolean };

/** The fields of a record, each followed by those inside it. */
const rowsOf = (node: Node, prefix: string): Row[] => {
  const shapes = shapesOf(node);
  const names = [...new Set(shapes.flatMap(({ properties = {} }) => Object.keys(properties)))];
  return names.flatMap((name) => {
    const values = shapes.flatMap(({ properties = {} }) => properties[name] ?? []);
    const required = shapes.every((shape) => shape.required?.includes(name));
    return rowsOfField(`${prefix}${name}`, values, required);
  });
};

const rowsOfField = (name: string, values: readonly Node[], required: boolean): Row[] => {
  const [first] = values;
  if (!first) return [];
  const { items } = first;
  if (isMoney(first)) return [{ path: name, holds: 'money', required }];
  if (items === undefined) {
    return [
      { path: name, holds: [...new Set(values.map(wordsFor))].join(' or '), required },
      ...rowsOf(first, `${name}.`),
    ];
  }
  const holds = shapesOf(items).length > 0 ? 'a list' : `a list of ${wordsFor(items)}`;
  return [{ path: `${name}[]`, holds, required }, ...rowsOf(items, `${name}[].`)];
};

/** The sets of fields that a value may have: its own, or those it has a choice of. */
const shapesOf = (node: Node): Node[] => {
  const { anyOf = [], oneOf = [], properties } = node;
  return properties ? [node] : [...anyOf, ...oneOf].filter((each) => each.properties);
};

const isMoney = ({ properties = {} }: Node): boolean => Object.keys(properties).join() === 'amount,currency';

const formats: Readonly<Record<string, string>> = { date: 'a day', 'date-time': 'an instant' };

const wordsFor = (node: Node): string => {
  const { type, format, minimum, maximum, anyOf, prefixItems } = node;
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.enum) return node.enum.map((word) => `\`${String(word)}\``).join(', ');
  if (format !== undefined && formats[format] !== undefined) return formats[format];
  if (shapesOf(node).length > 0) return 'fields';
  if (anyOf) return [...new Set(anyOf.map(wordsFor))].join(' or ');
  if (prefixItems) return `${prefixItems.length} numbers`;
  if (type === 'string') return 'text';
  if (type === 'boolean') return '`true` or `false`';
  if (type === 'object') return 'values under names';
  const number = type === 'integer' ? 'a whole number' : 'a number';
  return [
    number,
    ...(minimum !== undefined && minimum >= -100 ? [`from ${minimum}`] : []),
    ...(maximum !== undefined && maximum <= 100 ? [`to ${maximum}`] : []),
  ].join(' ');
};

if (import.meta.main) writeFileSync(recordsFile, recordsPage());
