import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ModelKind, type ModelRecord, ofNoDesign, recordKinds } from '#model/records.ts';
import { xmlTree } from '../xml/xml-tree.ts';
import { readExchange } from './exchange.ts';
import { emptyModel } from './export.ts';
import { modelText } from './fixtures/model-text.ts';
import { ArchimateMapping } from './mapping.ts';
import { readModel } from './read-model.ts';
import type { Earlier } from './withdrawn.ts';
import { type Written, writeModel } from './write-model.ts';

const exchangeOf = (text: string) => readExchange('model.xml', Buffer.from(text));
const saidIn = (text: string) => readModel(exchangeOf(text), ArchimateMapping.parse({})).said;

/** The records that a model states, each put together from all that is said of it. */
const recordsIn = (text: string): ModelRecord[] => {
  const records = new Map<string, ModelRecord>();
  for (const { found } of saidIn(text)) {
    const { kind, body, usual, origin } = found;
    const whole = { ...usual, ...(origin === undefined ? {} : { origin }), ...body };
    const key = typeof body.key === 'string' ? body.key : recordKinds[kind as 'chain-link'].schema.parse(whole).key;
    const before = records.get(`${kind} ${key}`)?.body;
    const fields = Object.entries({ ...before, ...whole }).filter(([, value]) => value !== null);
    records.set(`${kind} ${key}`, { kind, key, design: ofNoDesign, body: Object.fromEntries(fields) });
  }
  return [...records.values()].sort((a, b) => (`${a.kind} ${a.key}` < `${b.kind} ${b.key}` ? -1 : 1));
};

const writing = (text: string, records: readonly ModelRecord[], earlier: Earlier = new Map()): Written =>
  writeModel(exchangeOf(text), saidIn(text), records, earlier);
const record = (kind: ModelKind, key: string, body: Record<string, unknown>): ModelRecord => ({
  kind,
  key,
  design: ofNoDesign,
  body,
});

const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', ' ', '"', '\n', '\r', '\t', '<', '&', ']]>', '\u0007', 'é', '💷', '\ud800'),
    minLength: 1,
    maxLength: 6,
  }),
  fc.constantFrom('{"a":1}', 'null', '12'),
);
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const name = text.filter((each) => each.trim() !== '');
const fields = fc.record({ name: some(name), note: some(text), origin: some(text) });
const number = fc.integer({ min: 0, max: 3 });

type Drawn = {
  readonly capabilities: readonly (Record<string, unknown> & { readonly above: number })[];
  readonly goals: readonly Record<string, unknown>[];
  readonly outcomes: readonly Record<string, unknown>[];
  readonly initiatives: readonly Record<string, unknown>[];
  readonly links: readonly {
    readonly from: number;
    readonly to: number;
    readonly importance: number;
    readonly fields: Record<string, unknown>;
  }[];
};
const drawn: fc.Arbitrary<Drawn> = fc.record({
  capabilities: fc.array(
    fc
      .record({
        fields,
        kind: fc.constantFrom('business', 'it'),
        description: some(text),
        maturityTarget: some(fc.record({ level: number, scale: text })),
        above: fc.integer({ min: 0, max: 4 }),
      })
      .map(({ fields: about, ...each }) => ({ ...about, ...each })),
    { maxLength: 4 },
  ),
  goals: fc.array(fc.record({ statement: text, theme: some(text) }), { maxLength: 2 }),
  outcomes: fc.array(fields, { maxLength: 2 }),
  initiatives: fc.array(fc.record({ status: some(fc.constant('active')), sizeClass: some(text), note: some(text) }), {
    maxLength: 2,
  }),
  links: fc.array(
    fc.record({
      from: number,
      to: number,
      importance: number,
      fields: fc.record({ passes: some(fc.constant(0.25)), grade: fc.constantFrom('C', 'E'), rationale: text }),
    }),
    { maxLength: 4 },
  ),
});

/** Records of a drawing, called after their place in it; a capability is only ever below one that comes before it. */
const recordsOf = (
  { capabilities, goals, outcomes, initiatives, links }: Drawn,
  names: (kind: ModelKind, index: number) => string,
): ModelRecord[] => {
  const of = (kind: ModelKind, all: readonly Record<string, unknown>[]) =>
    all.map((body, index) => record(kind, names(kind, index), { key: names(kind, index), ...body }));
  const known = (kind: ModelKind, all: readonly unknown[], index: number) =>
    all.length === 0 ? undefined : names(kind, index % all.length);
  const made = links.flatMap(({ from, to, importance, fields: own }, index) => {
    const capability = known('capability', capabilities, from);
    const [goal, outcome, initiative] = [
      known('goal', goals, to),
      known('outcome', outcomes, to),
      known('initiative', initiatives, to),
    ];
    if (capability === undefined) return [];
    const kinds = [
      goal && (['goal-capability', { goal, capability, importance }] as const),
      outcome && (['chain-link', { giver: { capability }, receiver: { outcome }, ...own }] as const),
      initiative && (['chain-link', { giver: { initiative }, receiver: { capability }, ...own }] as const),
    ];
    const chosen = kinds[index % 3];
    return chosen ? [record(chosen[0], recordKinds[chosen[0]].schema.parse(chosen[1]).key, chosen[1])] : [];
  });
  const all = [
    ...of(
      'capability',
      capabilities.map(({ above, ...body }, index) =>
        above < index ? { ...body, parent: names('capability', above) } : body,
      ),
    ),
    ...of('goal', goals),
    ...of('outcome', outcomes),
    ...of('initiative', initiatives),
    ...new Map(made.map((each) => [`${each.kind} ${each.key}`, each])).values(),
  ];
  return all.sort((a, b) => (`${a.kind} ${a.key}` < `${b.kind} ${b.key}` ? -1 : 1));
};

/** What a record says: nothing where a field says nothing, and no key, which is told apart from its body. */
const saying = (records: readonly ModelRecord[]) =>
  records.map(({ kind, key, body }) => {
    const { key: _, ...stated } = body;
    return [kind, key, Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined))];
  });

const nothing = Buffer.from(emptyModel('acme', 'Acme')).toString();
const plainNames = (kind: ModelKind, index: number): string => `${kind}-${index}`;

test('whatever records say is read again from a new model, and writing them again changes nothing', () => {
  fc.assert(
    fc.property(drawn, (drawing) => {
      const records = recordsOf(drawing, plainNames);
      const first = writing(nothing, records).text;
      expect(saying(recordsIn(first))).toEqual(saying(records));
      expect(writing(first, records).text).toBe(first);
    }),
    { numRuns: 60 },
  );
});

/** A model as a tool writes it, full of what no record says: views, folders, languages, properties, comments. */
const full = modelText(
  `Capability capability0 capability-0 {<name xml:lang="de">Erste</name><documentation xml:lang="en"><![CDATA[a <b>]]></documentation><properties><property propertyDefinitionRef="p0"><value xml:lang="en">red</value></property></properties>}, Node n Server, Capability capability1 capability-1, Capability capability2 capability-2, Goal goal0 goal-0 {<documentation>goal-0</documentation>}, Outcome outcome0 outcome-0, Composition capability0>capability1, Aggregation capability2>capability1, Association n>r1, Realization capability0>outcome0 {<name>leads</name>}, Serving n>capability0`,
  `
  <organizations><item><label>F</label><item identifierRef="capability0"/><item identifierRef="r1"/></item></organizations>
  <propertyDefinitions><propertyDefinition identifier="p0" type="string"><name>colour</name></propertyDefinition></propertyDefinitions>
  <!-- drawn by hand -->
  <views><diagrams><view identifier="v1" xsi:type="Diagram"><name>Map</name>
    <node identifier="v1n1" elementRef="capability0" xsi:type="Element" x="1" y="2" w="3" h="4"/>
    <connection identifier="v1c1" relationshipRef="r4" xsi:type="Relationship" source="v1n1" target="v1n1"/>
  </view></diagrams></views>`,
).replaceAll('\n', '\r\n');

test('a model into which its own records are written is the same, sign by sign', () => {
  const { text: again, ...told } = writing(full, recordsIn(full));
  expect(again).toBe(full);
  expect(told.elements).toEqual({ added: 0, changed: 0, withoutRecord: 0 });
});

/** Every element of a document that is not ours to change, as it is written. */
const others = (document: string): string[] => {
  const { root } = xmlTree('model.xml', Buffer.from(document));
  const slices: string[] = [];
  const walk = ({ attributes: { identifier = '' }, name, children, from, to }: typeof root): void => {
    if (['n', 'r3', 'r5', 'p0', 'v1', 'v1n1'].includes(identifier) || name === 'organizations')
      slices.push(document.slice(from, to));
    for (const child of children) walk(child);
  };
  walk(root);
  return slices;
};

test('what records say is read again from a model of a tool, and all else in it is as it was', () => {
  fc.assert(
    fc.property(drawn, (drawing) => {
      // A relationship that the model has and no record does stays, so that it is read again too.
      const kept = recordsIn(full).filter(({ kind }) => kind === 'chain-link');
      const own = recordsIn(full).filter(({ kind }) => kind !== 'chain-link');
      const next = new Map(
        [...own, ...recordsOf(drawing, plainNames), ...kept].map((each) => [`${each.kind} ${each.key}`, each]),
      );
      const records = [...next.values()].map((each) =>
        each.kind === 'capability' && each.key === 'capability-1'
          ? { ...each, body: { ...each.body, parent: 'capability-2' } }
          : each,
      );
      const isOwn = (key: string): boolean => own.some((each) => each.key === key);
      const named = records.map((each) =>
        isOwn(each.key) ? { ...each, body: { ...each.body, name: each.key } } : each,
      );
      const { text: written } = writing(full, named);
      const read = new Map(recordsIn(written).map((each) => [`${each.kind} ${each.key}`, each]));
      const back = named.map((each) => read.get(`${each.kind} ${each.key}`) ?? each);
      expect(saying(back.map(withoutOrigin))).toEqual(saying(named.map(withoutOrigin)));
      expect(read.size).toBe(named.length);
      expect(others(written)).toEqual(others(full));
      expect(written).toContain('<!-- drawn by hand -->');
      expect(written).toContain('xml:lang="de">Erste<');
      expect(writing(written, named).text).toBe(written);
    }),
    { numRuns: 60 },
  );
});

/** A record of the model has its element as its origin; one that was not read from it has none. */
const withoutOrigin = (each: ModelRecord): ModelRecord => {
  const { origin, ...body } = each.body;
  return typeof origin === 'string' && origin.startsWith('archimate:') ? { ...each, body } : each;
};

test('a capability that moved is moved there, and the line goes that drew the old relationship', () => {
  const model = modelText(
    'Capability a A, Capability b B, Capability c C, Composition a>b',
    '<organizations><item identifierRef="r1"/></organizations><views><diagrams><view identifier="v"><node identifier="x"/><connection identifier="k" relationshipRef="r1" source="x" target="x"/><connection identifier="l" source="k" target="x"/></view></diagrams></views>',
  );
  const moved = recordsIn(model).map((each) =>
    each.key === 'b' ? { ...each, body: { ...each.body, parent: 'c' } } : each,
  );
  const { text: written, relations, undrawn } = writing(model, moved);
  expect(relations).toEqual({ added: 1, changed: 0, removed: 1, withoutRecord: 0 });
  expect([undrawn, /connection|r1/u.test(written)]).toEqual([2, false]);
  expect(recordsIn(written).find(({ key }) => key === 'b')?.body.parent).toBe('c');
});

test('what the model says and no record does stays, and is counted', () => {
  const model = modelText('Capability a A, Capability b B, Outcome o O, Composition a>b, Realization a>o');
  const records = recordsIn(model)
    .filter(({ kind }) => kind === 'capability')
    .map((each) => ({ ...each, body: { ...each.body, parent: undefined } }));
  const { text: written, elements, relations } = writing(model, records);
  expect(written).toBe(model);
  expect([elements.withoutRecord, relations.withoutRecord]).toEqual([1, 2]);
});

/** A goes before b, by two relationships, and leads to o, by two others; `r2` is shown in a folder and a view. */
const twice = (more = ''): string =>
  modelText(
    `Capability a A, Capability b B, Outcome o O, Composition a>b, Realization a>o, Serving a>o, Aggregation a>b${more}`,
    `<organizations><item><label>F</label></item></organizations>
  <organizations><item identifierRef="r2"/></organizations>
  <views><diagrams><view identifier="v"><node identifier="x"/>
    <connection identifier="k" relationshipRef="r2" source="x" target="x"/></view></diagrams></views>`,
  );
const closedLink = (relation: string): Earlier =>
  new Map([['chain-link capability.a.outcome.o', [{ origin: `archimate:m1#${relation}` }]]]);
const wasBelow = (parent: string): Earlier => new Map([['capability b', [{ parent }]]]);
/** Records without a parent and without links. */
const bare = (model: string, keys: string): readonly ModelRecord[] =>
  recordsIn(model)
    .filter(({ key }) => keys.split(' ').includes(key))
    .map((each) => ({ ...each, body: { ...each.body, parent: undefined } }));

test.each<[string, string, string, Earlier, string, number]>([
  ['what never was here', '', 'a b o', new Map(), 'r1 r2 r3 r4', 3],
  ['no link that was closed, however often it is drawn', '', 'a b o', closedLink('r2'), 'r1 r4', 1],
  ['a link that was closed and drawn anew since', '', 'a b o', closedLink('r9'), 'r1 r2 r3 r4', 3],
  ['a link that was closed with one of its ends', '', 'b o', closedLink('r2'), 'r1 r2 r3 r4', 3],
  ['a link that another relationship ends at', ', Association b>r2', 'a b o', closedLink('r2'), 'r1 r2 r4 r5', 2],
  ['no parent that was taken away, however often it is drawn', '', 'a b o', wasBelow('a'), 'r2 r3', 2],
  ['a parent that was drawn since', '', 'a b o', wasBelow('c'), 'r1 r2 r3 r4', 3],
  ['a parent that was closed', '', 'b o', wasBelow('a'), 'r1 r2 r3 r4', 3],
])('of what no record says there stays %s', (_, more, keys, earlier, left, withoutRecord) => {
  const model = twice(more);
  const { text: written, relations } = writing(model, bare(model, keys), earlier);
  const ids = [...written.matchAll(/<relationship identifier="(\w+)"/gu)].map(([, id]) => id);
  expect([ids.join(' '), relations.withoutRecord]).toEqual([left, withoutRecord]);
});

test('a link that was closed goes with what shows it, and every other sign stays', () => {
  const model = twice();
  const gone = [
    '<relationship identifier="r2"',
    '<relationship identifier="r3"',
    '<connection ',
    '<organizations><item id',
  ];
  const left = model
    .split('\n')
    .filter((line) => !gone.some((beginning) => line.trim().startsWith(beginning)))
    .join('\n');
  const { text: written, undrawn } = writing(model, bare(model, 'a b o'), closedLink('r2'));
  expect(written).toBe(left.replace('<node identifier="x"/>', '<node identifier="x"/></view></diagrams></views>'));
  expect(undrawn).toBe(1);
});

test('a document of another encoding has signs that it does not know as numbers', () => {
  const model = modelText('Capability a A').replace('UTF-8', 'ISO-8859-1');
  const { text: written } = writing(model, [record('capability', 'a', { key: 'a', name: 'Größe' })]);
  expect(written).toContain('<name>Gr&#246;&#223;e</name>');
});
