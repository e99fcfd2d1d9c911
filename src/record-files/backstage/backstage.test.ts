import { expect, test } from 'vitest';
import { readText } from '../fixtures/read-rows.ts';
import { backstage } from './backstage.ts';

/** An entity in a tiny language: `Component api/shop owner=team-a system=web`, one a line. */
const catalogue = (entities: string): string =>
  entities
    .split('\n')
    .map((line) => {
      const [kind = '', name = '', ...rest] = line.trim().split(' ');
      const [own, namespace] = name.split('/').toReversed();
      const spec = rest.map((pair) => `  ${pair.replace('=', ': ')}`);
      const head = ['apiVersion: backstage.io/v1alpha1', `kind: ${kind}`, 'metadata:', `  name: ${own}`];
      return [
        ...head,
        ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
        'spec:',
        '  type: x',
        ...spec,
      ].join('\n');
    })
    .join('\n---\n');

const read = (entities: string) => readText(backstage, 'catalog-info.yaml', catalogue(entities));

test.each<[string, string, readonly string[]]>([
  ['a group', 'Group team-a', ['team {"key":"team-a","name":"team-a"}']],
  [
    'a group below another',
    'Group team-a parent=all',
    ['team {"key":"team-a","name":"team-a"}', 'team {"key":"team-a","parent":"all"}'],
  ],
  [
    'a group that another lists',
    'Group all children=[team-a]\nGroup team-a',
    [
      'team {"key":"all","name":"all"}',
      'team {"key":"team-a","name":"team-a"}',
      'team {"key":"team-a","parent":"all"}',
    ],
  ],
  [
    'a component with its owner',
    'Component shop owner=team-a',
    ['service {"key":"shop","name":"shop"}', 'ownership {"team":"team-a","service":"shop","as":"accountable"}'],
  ],
  [
    'an owner by its full reference, in other letters',
    'Resource db owner=Group:default/Team-A',
    [
      'service {"key":"db-resource","name":"db"}',
      'ownership {"team":"team-a","service":"db-resource","as":"accountable"}',
    ],
  ],
  [
    'an interface that is called as its component',
    'API shop owner=x/team-a',
    [
      'service {"key":"shop-api","name":"shop"}',
      'ownership {"team":"x.team-a","service":"shop-api","as":"accountable"}',
    ],
  ],
  [
    'an entity of another namespace, in which references are meant too',
    'Component pay/Shop owner=team-a',
    [
      'service {"key":"pay.shop","name":"Shop"}',
      'ownership {"team":"pay.team-a","service":"pay.shop","as":"accountable"}',
    ],
  ],
  [
    'a system of components',
    'System web owner=team-a\nComponent shop system=web\nComponent blog system=web',
    [
      'product {"key":"web","team":"team-a","services":["shop","blog"],"name":"web"}',
      'service {"key":"shop","name":"shop"}',
      'service {"key":"blog","name":"blog"}',
    ],
  ],
  ['a domain, a template and a place', 'Domain a owner=b\nTemplate t\nLocation l', []],
  ['no person', 'User jane memberOf=[team-a]', []],
])('an entity is read: %s', async (_, entities, expected) => {
  const { records, rows, rejected } = await read(entities);
  expect(records.map(({ kind, body }) => `${kind} ${JSON.stringify(body)}`)).toEqual(expected);
  expect([rejected, rows.rejected]).toEqual([[], 0]);
});

test.each<[string, string, string]>([
  [
    'an owner who is a person',
    'Component shop owner=user:jane',
    'component:default/shop 7 spec.owner: a person, the group that owns it',
  ],
  [
    'an owner that is no reference',
    'Component shop owner=a?b',
    'component:default/shop 7 spec.owner: a text that is no reference, a reference to a group',
  ],
  [
    'an entity that is described twice',
    'Group team-a\nGroup team-a',
    'group:default/team-a 8 undefined: group:default/team-a again, every entity once; row 1 describes it',
  ],
])('%s is rejected with its line, and nobody is named', async (_, entities, expected) => {
  const { rejected, rows } = await read(entities);
  expect(
    rejected.map(
      ({ place, found, expected: right }) => `${place.sheet} ${place.row} ${place.field}: ${found}, ${right}`,
    ),
  ).toEqual([expected]);
  expect(rows.accepted + rows.rejected).toBe(rows.total);
  expect(JSON.stringify(rejected)).not.toContain('jane');
});

test('a template has the version of another part of Backstage, and is an entity all the same', async () => {
  const text = `${group}---\napiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\nspec: {type: website}\n`;
  const { rejected, remarks } = await readText(backstage, 'catalog-info.yaml', text);
  expect([rejected, remarks.map(({ what }) => what)]).toEqual([[], ['Template: not modelled']]);
});

test('what is no entity costs itself, members are not read, and every document is in the count', async () => {
  const text = `---\n---\nkind: Pod\n---\n${catalogue('Group team-a members=[jane]\nUser jane\nDomain d')}\n---\na: [\n`;
  const { records, rejected, rows, ties, remarks } = await readText(backstage, 'catalog-info.yml', text);
  expect(records.map(({ kind, origin }) => [kind, origin])).toEqual([['team', 'backstage:group:default/team-a']]);
  expect(rejected.map(({ place, found }) => [place.row, found])).toEqual([
    [3, 'no apiVersion of backstage.io'],
    [28, expect.stringContaining('Flow sequence')],
  ]);
  expect(rows).toEqual({ total: 5, accepted: 3, rejected: 2 });
  expect(ties[0]).toMatchObject({ file: '5', taken: '1', rows: 5 });
  expect(remarks.map(({ what }) => what)).toEqual([
    'groups with members: people are never kept',
    'User: people are never kept',
    'Domain: not modelled',
  ]);
  expect(JSON.stringify({ records, rejected, remarks })).not.toContain('jane');
});

test.each([
  ['described twice', 'User jane\nUser jane'],
  ['of a kind in small letters', 'user jane'],
  ['as an owner with an address', 'Component shop owner="jane@example.com"'],
  ['as an owner with a first name', 'Component shop owner="user:Jane Doe"'],
  ['among several owners', 'Component shop owner=[team-a,jane]'],
  ['as what a group is below', 'Group team-a parent=user:jane'],
])('nobody is named who is %s', async (_, entities) => {
  const { rejected, remarks, records, ties } = await read(entities);
  expect(rejected.length + remarks.length).toBeGreaterThan(0);
  expect(JSON.stringify({ rejected, remarks, records, ties })).not.toMatch(/jane/iu);
});

test('what people would be called as teams is told to those who refuse what names one of them', async () => {
  const { people, rejected } = await read('User jane\nComponent shop owner=jane\nUser ops/Joe');
  expect([people, rejected]).toEqual([['jane', 'ops.joe'], []]);
});

const group = 'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: a}\n';

test.each([
  ['in a circle', `${group}spec: &a [*a]`, 4, 'the alias *a inside what it stands for'],
  [
    'of each other',
    `${group}${Array.from(
      { length: 9 },
      (__, n) =>
        `a${n}: &a${n} [${Array(9)
          .fill(n === 0 ? 'x' : `*a${n - 1}`)
          .join(',')}]`,
    ).join('\n')}`,
    1,
    'aliases that unfold to many times the size of the file',
  ],
  ['deep', `${group}spec: ${'['.repeat(300)}${']'.repeat(300)}`, 4, 'too many levels inside each other'],
  ['without end', `${group}spec: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 4, 'too many levels inside each other'],
  ['with a field that says two things', `${group}spec:\n  owner: a\n  owner: b`, 6, '"owner" twice in one place'],
])('a document %s is told with its line, and the next one is read', async (_, text, row, found) => {
  const { rejected, records } = await readText(backstage, 'catalog-info.yaml', `${text}\n---\n${group}`);
  expect(rejected.map((each) => [each.place.row, each.found])).toEqual([[row, found]]);
  expect(records).toHaveLength(1);
});

test('a file that unfolds by aliases is told so, and does no harm', async () => {
  const bomb = `apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: a}\na0: &a0 [x,x]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(',')}]`).join('\n')}\n`;
  const { rejected } = await readText(backstage, 'catalog-info.yaml', bomb);
  expect(rejected.map(({ found }) => found)).toEqual(['more than 100 aliases']);
});

test.each([
  ['catalog-info.yaml', 'apiVersion: backstage.io/v1alpha1', true],
  ['groups.yml', '# made\n---\nmetadata: {}\napiVersion: "backstage.io/v1beta1"', true],
  ['deployment.yaml', 'apiVersion: apps/v1', false],
  ['notes.txt', 'apiVersion: backstage.io/v1alpha1', false],
])('%s is known by what stands in it', (name, head, expected) => {
  expect(backstage.recognises(name, Buffer.from(head))).toBe(expected);
});
