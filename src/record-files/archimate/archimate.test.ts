import { expect, test } from 'vitest';
import { archimate } from './archimate.ts';
import { asked, modelText } from './fixtures/model-text.ts';

const read = (concepts: string, mapping?: unknown, more?: string) =>
  archimate.read(asked(modelText(concepts, more), mapping));

/** What is stated, one line a record: its kind, its fields, and behind a slash what counts where nothing stands. */
const told = async (concepts: string, mapping?: unknown, more?: string): Promise<string[]> =>
  (await read(concepts, mapping, more)).records.map(({ kind, body, usual }) => {
    const fields = (of: object | undefined): string =>
      Object.entries(of ?? {})
        .map(([field, value]) => `${field}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
        .join(' ');
    return [`${kind} ${fields(body)}`, fields(usual)].filter((part) => part !== '').join(' / ');
  });

const definitions = (...names: string[]): string =>
  `<propertyDefinitions>${names.map((name, n) => `<propertyDefinition identifier="p${n}" type="string"><name>${name}</name></propertyDefinition>`).join('')}</propertyDefinitions>`;
const property = (n: number, value: string): string =>
  `<properties><property propertyDefinitionRef="p${n}"><value>${value}</value></property></properties>`;

const leads = 'grade=E rationale=The model states it:';

test.each<[string, string, readonly string[], unknown?]>([
  ['a capability', 'Capability a Payments', ['capability key=payments name=Payments / kind=business']],
  [
    'capabilities of IT, where a mapping says so',
    'Capability a Pay',
    ['capability key=pay name=Pay / kind=it'],
    { capabilities: 'it' },
  ],
  [
    'documentation as the description',
    'Capability a Pay {<documentation>x\r\ny</documentation>}',
    ['capability key=pay name=Pay description=x\ny / kind=business'],
  ],
  [
    'the first of several languages',
    'Capability a Pay {<name xml:lang="de">Zahlen</name>}',
    ['capability key=pay name=Pay / kind=business'],
  ],
  [
    'two of one name, the second called after its identifier too',
    'Outcome a1 Growth, Outcome b2 Growth',
    ['outcome key=growth name=Growth', 'outcome key=growth-b2 name=Growth'],
  ],
  ['a name of other letters by its identifier', 'Outcome id-7 売上', ['outcome key=id-7 name=売上']],
  ['a goal, its statement its name until it has another', 'Goal g Grow', ['goal key=grow name=Grow / statement=Grow']],
  [
    'a goal with its statement',
    'Goal g Grow {<documentation>Grow by half.</documentation>}',
    ['goal key=grow name=Grow statement=Grow by half. / statement=Grow'],
  ],
  ['a work package', 'WorkPackage w Move', ['initiative key=move name=Move']],
  ['no actor by itself', 'BusinessActor b Customer', []],
  [
    'actors that a mapping calls teams',
    'BusinessActor b Sales, BusinessActor c Customer, Composition c>b',
    ['team key=sales name=Sales'],
    { teams: ['Sales'] },
  ],
  [
    'all actors as teams',
    'BusinessActor b Sales, BusinessActor c All, Composition c>b',
    ['team key=sales name=Sales', 'team key=all name=All', 'team key=sales parent=all'],
    { teams: 'all' },
  ],
  [
    'a team that a work package is assigned',
    'BusinessActor b Sales, WorkPackage w Move, Assignment b>w',
    ['team key=sales name=Sales', 'initiative key=move name=Move', 'initiative key=move team=sales'],
    { teams: 'all' },
  ],
])('an element is read: %s', async (_, concepts, expected, mapping) => {
  expect(await told(concepts, mapping)).toEqual(expected);
});

const three = 'Capability a A, Capability b B, Capability c C, Goal g G, Outcome o O, WorkPackage w W';
test.each<[string, string, readonly string[], unknown?]>([
  ['a part is below its whole', 'Composition a>b', ['capability key=b parent=a']],
  ['an aggregate too', 'Aggregation a>b', ['capability key=b parent=a']],
  ['of two, the composition', 'Aggregation a>b, Composition c>b', ['capability key=b parent=c']],
  ['of two compositions, the first', 'Composition c>b, Composition a>b', ['capability key=b parent=c']],
  ['nothing is below itself', 'Composition a>a', []],
  ['a kind of capability is not below it', 'Specialization a>b', []],
  [
    'work brings about a capability',
    'Realization w>a',
    [`chain-link giver={"initiative":"w"} receiver={"capability":"a"} / ${leads} Realization, without a name.`],
  ],
  [
    'a capability leads to an outcome',
    'Influence a>o',
    [`chain-link giver={"capability":"a"} receiver={"outcome":"o"} / ${leads} Influence, without a name.`],
  ],
  [
    'an association leads the way that the chain goes',
    'Association o>a',
    [`chain-link giver={"capability":"a"} receiver={"outcome":"o"} / ${leads} Association, without a name.`],
  ],
  ['no other relationship turns round', 'Realization o>a', []],
  ['a flow leads to nothing', 'Flow w>a', []],
  ['work leads to no outcome without a capability', 'Realization w>o', []],
  ['importance is never made up', 'Influence a>g', []],
  [
    'importance as a mapping has it, by type',
    'Realization a>g',
    ['goal-capability goal=g capability=a / importance=3'],
    { importance: { Realization: 3 } },
  ],
  [
    'and by modifier before that',
    'Influence[+] a>g',
    ['goal-capability goal=g capability=a / importance=2'],
    { importance: { Influence: 1, '+': 2 } },
  ],
])('a relationship is read: %s', async (_, relations, expected, mapping) => {
  expect((await told(`${three}, ${relations}`, mapping)).slice(6)).toEqual(expected);
});

test('fields that ArchiMate has no place for stand in properties of our own', async () => {
  const concepts = `WorkPackage w Move {${property(0, 'L')}}, Capability a A {${property(1, '{"level":3}')}}, Capability b B {${property(2, 'x')}}`;
  expect(
    await told(
      concepts,
      undefined,
      definitions('throughline:sizeClass', 'throughline:maturityTarget (JSON)', 'colour'),
    ),
  ).toEqual([
    'initiative key=move name=Move sizeClass=L',
    'capability key=a name=A maturityTarget={"level":3} / kind=business',
    'capability key=b name=B / kind=business',
  ]);
});

test.each([
  ['without a name', 'Capability a, Capability b B', 'a 5 name: nothing, a name'],
  [
    'with an identifier that is given already',
    'Capability a A, Goal a B',
    'a 6 identifier: "a", an identifier that nothing else has',
  ],
  [
    'that ends nowhere',
    'Capability a A, Composition a>x',
    'r1 8 target: "x", the identifier of an element or a relationship of the model',
  ],
  [
    'with the identifier of an element',
    'Capability r1 A, Composition r1>r1',
    'r1 8 identifier: "r1", an identifier that nothing else has',
  ],
])('%s, it is rejected with its identifier and line, and all others are taken', async (_, concepts, expected) => {
  const { rows, rejected, records, ties } = await read(concepts);
  expect(
    rejected.map(
      ({ place, found, expected: right }) => `${place.sheet} ${place.row} ${place.field}: ${found}, ${right}`,
    ),
  ).toEqual([expected]);
  expect(rows).toEqual({ total: 2, accepted: 1, rejected: 1 });
  expect(records).toHaveLength(1);
  for (const { rows: all, taken, rest } of ties)
    expect(Number(taken) + rest.reduce((sum, each) => sum + each.rows, 0)).toBe(all);
});

test('whatever is not modelled is counted by its type, and its records know where they come from', async () => {
  const { records, rows, ties, remarks } = await read(
    'Capability a A, Node n N, Node m M, Assignment n>m, Composition a>n',
  );
  expect(rows).toEqual({ total: 5, accepted: 5, rejected: 0 });
  expect(remarks.map(({ what, count, example }) => `${count} ${what} (${example})`)).toEqual([
    '2 Node: kept in the file, not modelled (N)',
    '1 Assignment: kept in the file, not modelled (N → M)',
    '1 Composition: kept in the file, not modelled (A → N)',
  ]);
  expect(ties.map(({ what, file, taken }) => `${what} ${file} ${taken}`)).toEqual([
    'Elements 3 1',
    'Relationships 2 0',
  ]);
  expect(records.map(({ origin, place }) => [origin, place.row])).toEqual([['archimate:m1#a', 5]]);
});

test('no actor is named who may be a person', async () => {
  const { remarks } = await read('BusinessActor b1 Jane, WorkPackage w Move, Assignment b1>w');
  expect(remarks.map(({ what, example }) => `${what} (${example})`)).toEqual([
    'BusinessActor: kept in the file, not modelled (b1)',
    'Assignment: kept in the file, not modelled (b1 → Move)',
  ]);
});

test.each<[string, unknown, string]>([
  ['another document', '<model/>', 'mapping is "<model/>"; fields with their values was expected.'],
  [
    'a field that it does not have',
    { teams: 'all', nope: 1 },
    'a field of mapping is "nope"; one of its fields, capabilities, teams, importance, was expected.',
  ],
  [
    'a value of another type',
    { importance: { Realization: '3' } },
    'mapping.importance.Realization is "3"; a number was expected.',
  ],
])('a mapping is refused for %s, with its place', async (_, mapping, told) => {
  await expect(read('Capability a A', mapping)).rejects.toThrow(told);
});

test('what a mapping names and the model does not have is told', async () => {
  const mapping = { teams: ['Sales', 'Sails'], importance: { Realisation: 3, '++': 2 } };
  const { remarks } = await read('BusinessActor b Sales, Capability a A, Goal g G, Influence[++] a>g', mapping);
  expect(remarks.map(({ what, count, example }) => `${count} ${what} (${example})`)).toEqual([
    '1 teams of the mapping that no actor is called (Sails)',
    '1 types and modifiers of the mapping that no relationship has (Realisation)',
  ]);
});

test('what is of another namespace is not read, and what has another prefix is', async () => {
  const other = '<o:name>Wrong</o:name><name xmlns="urn:o">Wrong</name>';
  const text = modelText(`Capability a {${other}<same:name>A</same:name>}`)
    .replace('<model ', '<model xmlns:o="urn:o" xmlns:same="http://www.opengroup.org/xsd/archimate/3.0/" ')
    .replace('</elements>', '<o:element identifier="x" xsi:type="Capability"><name>X</name></o:element></elements>');
  const { records, rows } = await archimate.read(asked(text));
  expect(records.map(({ body }) => body)).toEqual([{ key: 'a', name: 'A' }]);
  expect(rows.total).toBe(1);
});

const version2 = `<?xml version="1.0"?>\n<model xmlns="http://www.opengroup.org/xsd/archimate" identifier="m"><elements/></model>`;
test.each([
  ['a file of ArchiMate 2', version2, 'of ArchiMate 2, whose concepts differ'],
  [
    'a file of Archi itself',
    '<archimate:model xmlns:archimate="http://www.archimatetool.com/archimate" name="x"/>',
    'export it there as an Open Exchange File',
  ],
  [
    'another document',
    '<svg xmlns="http://www.opengroup.org/xsd/archimate/3.0/"/>',
    'it is no ArchiMate Model Exchange File',
  ],
  [
    'a version that is not known',
    version2.replace('archimate"', 'archimate/4.0/"'),
    'of another version (http://www.opengroup.org/xsd/archimate/4.0/)',
  ],
  [
    'a document that names other files',
    version2.replace('<model', '<!DOCTYPE model SYSTEM "x"><model'),
    'has a DOCTYPE',
  ],
  [
    'a model without an identifier',
    modelText('Capability a A').replace('identifier="m1"', ''),
    'its model has no identifier',
  ],
  ['a document that breaks off', version2.slice(0, 90), 'is no XML that can be read'],
])('%s is recognised, and refused with the reason', async (_, text, why) => {
  expect(archimate.recognises('any', Buffer.from(text.slice(0, 4096)))).toBe(true);
  await expect(archimate.read(asked(text))).rejects.toThrow(why);
});
