import { expect, test } from 'vitest';
import { DesignModel, designModels, emptyDesign } from './design-model.ts';
import { defaultLadder } from './level.ts';
import { kinds, recordKinds } from './records.ts';

test('a design model has a list for every kind, under its plural', () => {
  expect(Object.keys(DesignModel.shape)).toEqual(['design', ...kinds.map((kind) => recordKinds[kind].plural)]);
});

test('the empty design holds nothing but the default ladder', () => {
  const { design, levels, ...lists } = emptyDesign;
  expect(design).toMatchObject({ key: 'current', status: 'in-force' });
  expect(levels).toEqual(defaultLadder);
  expect(Object.values(lists).flat()).toEqual([]);
});

test('a level of its own replaces the whole ladder', () => {
  expect(DesignModel.parse({ levels: [{ key: 'chief', rank: 1 }] }).levels).toHaveLength(1);
});

test('the default ladder climbs from team to board', () => {
  expect(defaultLadder.map(({ key, name, rank }) => `${rank} ${key} ${name}`)).toEqual([
    '1 team Team',
    '2 product Product',
    '3 portfolio Portfolio',
    '4 executive Executive',
    '5 board Board',
  ]);
});

const kept = (text: string) => {
  const [design = '', kind = '', key = '', status] = text.split(' ');
  return { kind, key, design, body: status ? { key, status } : { key } };
};

test.each([
  ['the current one for records that name none', ['current team a'], 'current in-force a'],
  ['a draft for a design that nobody stated', ['next team a'], 'next draft a'],
  ['one for each key, in order', ['next team b', 'current team a'], 'current in-force a; next draft b'],
  ['what a design says of itself', ['next design next target', 'next team a'], 'next target a'],
  ['what a design says of itself after its records', ['next team a', 'next design next target'], 'next target a'],
  ['a design without records', ['current design current in-force'], 'current in-force '],
  ['none for no record', [], ''],
  ['none for records of other kinds', ['current person p-1'], ''],
  ['none for records of the workspace alone', [' capability c'], ''],
])('kept records make up %s', (_, records, expected) => {
  const models = designModels(records.map(kept));
  const told = models.map(
    ({ design, teams }) => `${design.key} ${design.status} ${teams.map(({ key }) => key).join()}`,
  );
  expect(told.join('; ')).toBe(expected);
});

test('every design holds the records of the workspace, and one kept under a design in the past is of that design', () => {
  const capability = (design: string, key: string) => ({
    kind: 'capability',
    key,
    design,
    body: { key, kind: 'it' },
  });
  const models = designModels([
    capability('', 'shared'),
    capability('current', 'old'),
    kept('current team a'),
    kept('next team a'),
  ]);
  expect(models.map(({ design, capabilities }) => [design.key, ...capabilities.map(({ key }) => key)])).toEqual([
    ['current', 'old', 'shared'],
    ['next', 'shared'],
  ]);
});

test('a kept record that cannot be read is a bug', () => {
  const record = { kind: 'team', key: 'a', design: 'current', body: { key: 'A' } };
  expect(() => designModels([record])).toThrow();
});
