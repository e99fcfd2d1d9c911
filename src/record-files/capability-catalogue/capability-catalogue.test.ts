import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../fixtures/read-rows.ts';
import { capabilityCatalogue } from './capability-catalogue.ts';

const read = (text: string, name = 'capabilities.csv', mapping?: unknown) =>
  readText(capabilityCatalogue, name, text.replaceAll('/', '\n'), mapping);

/** Each capability as `key < parent`. */
const tree = async (text: string, name?: string): Promise<string[]> =>
  (await read(text, name)).records.map(({ body: { key, parent } }) =>
    [key, parent].filter((each) => typeof each === 'string').join(' < '),
  );

test.each<[string, string, readonly string[]]>([
  [
    'by the id of a parent, wherever it stands',
    'ID,Name,Parent ID/2,Claims,1/1,Insurance,',
    ['claims < insurance', 'insurance'],
  ],
  [
    'by the name of a parent',
    'Capability;Parent capability/Insurance;/Claims;Insurance',
    ['insurance', 'claims < insurance'],
  ],
  ['by level', 'Level,Name/1,A/2,B/3,C/2,D/1,E/2,F', ['a', 'b < a', 'c < b', 'd < a', 'e', 'f < e']],
  ['by level, from nought', 'Name,L/A,L0', ['a']],
  ['by level, counted from nought', 'Name,Level/A,L0/B,L1/C,L1', ['a', 'b < a', 'c < a']],
  ['by number', 'Nr,Name/1,A/1.1,B/1.1.1,C/1.2,D/2,E', ['a', 'b < a', 'c < b', 'd < a', 'e']],
  ['by number before level', 'Code,Name,Level/BC-10,A,1/BC-10.10.5,C,3/BC-10.10,B,2', ['a', 'c < b', 'b < a']],
  [
    'by columns of levels, each name once',
    'L1,L2,L3/A,,/,B,/,,C/,D,/E,,/,B,',
    ['a', 'b < a', 'c < b', 'd < a', 'e', 'e-b < e'],
  ],
  ['by columns of levels, all names in each row', 'Level 1,Level 2/A,B/A,C/D,E', ['a', 'b < a', 'c < a', 'd', 'e < d']],
  ['by how far in names stand', 'Capability/A/  B/    C/  D/E', ['a', 'b < a', 'c < b', 'd < a', 'e']],
  ['by nothing: they stand beside each other', 'ID,Name/7,A/9,B', ['a', 'b']],
  ['by keys, which they keep', 'Key,Name,Parent/ins,Insurance,/clm,Claims,ins', ['ins', 'clm < ins']],
  [
    'of one name below different ones',
    'ID,Name,Parent/1,A,/2,B,/3,Plan,1/4,Plan,2/5,Plan,2',
    ['a', 'b', 'plan < a', 'b-plan < b', 'plan-5 < b'],
  ],
])('a table tells what is below what %s', async (_, text, expected) => {
  const { rejected, rows } = await read(text);
  expect([rejected, rows.rejected]).toEqual([[], 0]);
  expect(await tree(text)).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  [
    'one with its children',
    'id: BC-1/name: A/children:/  - id: BC-1.1/    name: B/    children: []/  - name: C',
    ['a', 'b < a', 'c < a'],
  ],
  ['a list of them', '- name: A/  capabilities: [B, {name: C}]/- D', ['a', 'b < a', 'c < a', 'd']],
  [
    'a list under its name',
    'capabilities:/  - {key: ins, name: Insurance}/  - {key: clm, parent: ins, name: Claims}',
    ['ins', 'clm < ins'],
  ],
  ['several documents, with numbers', 'id: 1/name: A/---/id: "1.2"/name: B', ['a', 'b < a']],
])('a document tells what is below what: %s', async (_, text, expected) => {
  expect(await tree(text, 'L1-insurance.yaml')).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ['a name', 'ID,Name/1,A/2,', ['3 name: nothing, a name']],
  ['an id of its own', 'ID,Name/1,A/1,B', ['3 id: "1", every id once; row 2 has it']],
  [
    'a parent that is there',
    'ID,Name,Parent/1,Insurance,/2,Claims,Insurence',
    ['3 parent: "Insurence", the id or the name of another capability; did you mean Insurance?'],
  ],
  [
    'a parent that it names for sure',
    'ID,Name,Parent/1,A,/2,A,/3,B,A',
    ['4 parent: "A", the id of its parent: several have this name'],
  ],
  ['what its number is below', 'Nr,Name/1,A/1.1,B/2.1,C', ['4 id: "2.1", a row 2 for what it is below']],
  ['a level', 'Level,Name/1,A/x,B', ['3 level: "x", a level such as 2']],
  ['a level that follows nought', 'Level,Name/0,A/2,B', ['3 level: "2", a level of at most 1 here']],
  ['a level that follows', 'Level,Name/1,A/3,B', ['3 level: "3", a level of at most 2 here']],
  [
    'a level above it that is known',
    'Level,Name/1,A/,B/2,C/1,D/2,E',
    ['3 level: nothing, a level such as 2', '4 level: "2", row 3 with its level, because this one may be below it'],
  ],
  [
    'a level that the catalogue counts',
    'Level,Name/1,A/0,B/1,C',
    ['3 level: "0", a level of at least 1, as the first one has it'],
  ],
  [
    'a place of its own',
    'L1,L2/A,B/A,B',
    ['3 name: "B", every name once below one capability, or an id for each; row 2 has it'],
  ],
  [
    'a name of its own',
    'Name,Parent/A,/B,A/B,A',
    ['4 name: "B", every name once below one capability, or an id for each; row 3 has it'],
  ],
  [
    'quotes around what has a comma in it',
    'ID,Name,Description/1,A,Buy, sell/2,B,x',
    ['2 undefined: 4 cells, 3 cells, as there are heads: quotes around a value with the delimiter in it, "1,029.78"'],
  ],
  [
    'an end',
    'ID,Name,Parent/1,A,3/2,B,1/3,C,2/4,D,4',
    [
      '2 parent: A → C → B → A, a capability that is not below it',
      '4 parent: A → C → B → A, a capability that is not below it',
      '3 parent: A → C → B → A, a capability that is not below it',
      '5 parent: D → D, a capability that is not below it',
    ],
  ],
])('a row without %s is rejected with its row, and the others are taken', async (_, text, expected) => {
  const { rejected, rows, records } = await read(text);
  expect(
    rejected.map(({ place, found, expected: right }) => `${place.row} ${place.field}: ${found}, ${right}`),
  ).toEqual(expected);
  expect(rows).toEqual({ total: rows.total, accepted: records.length, rejected: expected.length });
});

test('of many parents that are not there all are told, and the first hundred with what was likely meant', async () => {
  const rows = Array.from({ length: 150 }, (_, n) => `Capability ${n},Capabilty ${n}`);
  const { rejected } = await read(['Name,Parent', ...rows].join('/'));
  expect(rejected).toHaveLength(150);
  expect(rejected.map(({ expected }) => expected.includes('did you mean')).lastIndexOf(true)).toBe(99);
});

test('what a row of a level says of itself is kept, also behind those below it', async () => {
  const { records, rows } = await read('L1,L2,ID,Description/A,B,7,Below./A,,3,Above.');
  expect(records.map(({ origin, body: { key, description }, place }) => [place.row, origin, key, description])).toEqual(
    [
      [3, 'catalogue:capabilities#3', 'a', 'Above.'],
      [2, 'catalogue:capabilities#7', 'b', 'Below.'],
    ],
  );
  expect(rows).toEqual({ total: 2, accepted: 2, rejected: 0 });
});

test('what a capability has besides is read, and what it has no field for is told', async () => {
  const text = 'ID,Name,Description,Kind,Owner/1,A,What it is.,IT,Jane';
  const { records, remarks } = await read(text, 'APQC 2024.csv');
  expect(records).toMatchObject([
    {
      body: { key: 'a', name: 'A', description: 'What it is.', kind: 'it' },
      usual: { kind: 'business' },
      origin: 'catalogue:apqc-2024#1',
    },
  ]);
  expect(remarks).toEqual([{ what: 'columns that no field of a capability has', count: 1, example: 'Owner' }]);
  const named = await read('ID,Name/1,A', 'x.csv', { kind: 'it', catalogue: 'pcf' });
  expect(named.records.map(({ usual, origin }) => [usual?.kind, origin])).toEqual([['it', 'catalogue:pcf#1']]);
});

test.each([
  ['capabilities.csv', 'Nr;Name;Level\n', true],
  ['capabilities.csv', 'Key,Name,Parent\n', false],
  ['map.csv', 'ID,Capability,Parent\n', true],
  ['teams.csv', 'ID,Name,Parent\n', false],
  ['L1-claims.yaml', '# made\nid: BC-1\nname: A\nlevel: 1\n', true],
  ['capabilities.yml', '- name: A\n', true],
  ['services.yaml', 'apiVersion: v1\nname: x\nid: 1\nlevel: 2\n', false],
])('%s that begins with %j is a catalogue by itself: %s', (name, head, expected) => {
  expect(capabilityCatalogue.recognises(name, Buffer.from(head))).toBe(expected);
});

test('the ids of YAML are what is written, and what says the same twice is told', async () => {
  const text = '- {id: 1, name: A}/- {id: 1.1, name: B}/- {id: 1.10, name: C, title: D}/- {id: 007, name: 12}';
  const { records, rejected, remarks } = await read(text, 'capabilities.yaml');
  expect(rejected).toEqual([]);
  expect(records.map(({ origin, body: { key, parent } }) => [origin, key, parent])).toEqual([
    ['catalogue:capabilities#1', 'a', undefined],
    ['catalogue:capabilities#1.1', 'b', 'a'],
    ['catalogue:capabilities#1.10', 'c', 'a'],
    ['catalogue:capabilities#007', '12', undefined],
  ]);
  expect(remarks).toEqual([
    { what: 'the field title, because name says the same already', count: 1, example: 'row 3' },
  ]);
});

test('a tree is the same tree however a table tells it', async () => {
  const drawn = fc
    .array(fc.nat(), { minLength: 1, maxLength: 9 })
    .map((above) => above.map((at, index) => (index === 0 ? -1 : (at % (index + 1)) - 1)));
  await fc.assert(
    fc.asyncProperty(drawn, async (above) => {
      const childrenOf = (node: number): number[] => above.flatMap((parent, index) => (parent === node ? [index] : []));
      type Line = { readonly name: string; readonly parent: string; readonly number: string; readonly depth: number };
      const walk = (node: number, number: string, depth: number): Line[] =>
        childrenOf(node).flatMap((child, index) => {
          const own = number === '' ? `${index + 1}` : `${number}.${index + 1}`;
          return [
            { name: `n${child}`, parent: node < 0 ? '' : `n${node}`, number: own, depth },
            ...walk(child, own, depth + 1),
          ];
        });
      const lines = walk(-1, '', 1);
      const expected = lines.map(({ name, parent }) => (parent === '' ? name : `${name} < ${parent}`));
      const told = [
        `Name,Parent/${lines.map(({ name, parent }) => `${name},${parent}`).join('/')}`,
        `Name,Level/${lines.map(({ name, depth }) => `${name},${depth}`).join('/')}`,
        `Nr,Name/${lines.map(({ name, number }) => `${number},${name}`).join('/')}`,
        `L1,L2,L3,L4,L5,L6,L7,L8,L9/${lines.map(({ name, depth }) => [...Array(9)].map((_, at) => (at === depth - 1 ? name : '')).join(',')).join('/')}`,
        `Capability/${lines.map(({ name, depth }) => `${'  '.repeat(depth)}${name}`).join('/')}`,
      ];
      for (const text of told) expect(await tree(text)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
