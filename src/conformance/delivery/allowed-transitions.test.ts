import { expect, test } from 'vitest';
import type { DesignInput } from '#model/design-model.ts';
import { readIn, told } from '../fixtures/world.ts';
import { allowedTransitions } from './allowed-transitions.ts';

type Flow = NonNullable<DesignInput['workflows']>[number];
const stages = ['wait', 'build', 'check', 'done'].map((key) => ({ key, kind: 'active' as const }));
const transitions = [
  { from: 'wait', to: ['build'] },
  { from: 'build', to: ['check'] },
  { from: 'check', to: ['done', 'build'] },
];
const flow: Flow = { key: 'flow', stages, transitions };

/** `E wait build -` are the visits of one item, a day each from the first of March on; `-` is a stage nobody designed. */
const walk = (...lines: string[]): string =>
  lines
    .flatMap((line) => {
      const [item = '', ...passed] = line.split(' ');
      return passed.map((stage, index) => {
        const day = String(index + 1).padStart(2, '0');
        return `${item} ${stage === '-' ? 'elsewhere' : stage}@red 03-${day}..03-${String(index + 2).padStart(2, '0')}`;
      });
    })
    .join(';');
const four = walk('A wait build', 'B wait build', 'C wait build', 'D wait build');

test.each([
  ['a move the workflow lists', 'E wait build', '5/5'],
  ['a way back that it lists', 'E check build', '5/5'],
  ['no way back that it does not list', 'E build wait', '4/5'],
  ['no stage that was skipped', 'E wait check', '4/5'],
  ['no move out of a stage that allows none', 'E done check', '4/5'],
  ['no change of team within a stage', 'E wait wait', 'not-enough-data: too few: 4 of at least 5'],
  ['no move out of no stage', 'E ? build', 'not-enough-data: too few: 4 of at least 5'],
  ['no move to a stage nobody designed', 'E wait -', 'not-enough-data: too few: 4 of at least 5'],
  ['no move from a stage nobody designed', 'E - build', 'not-enough-data: too few: 4 of at least 5'],
])('allowed moves count %s', async (_, line, expected) => {
  const world = { design: { workflows: [flow] }, visits: `${four};${walk(line)}` };
  expect(told(await readIn(allowedTransitions, world))).toBe(expected);
});

const strict: Flow = { ...flow, key: 'strict', transitions: [] };

test.each([
  ['the first that applies to everything', [flow, strict], '5/5'],
  ['the one of the source', [{ ...strict, appliesTo: [{ source: 'other' }] }, flow], '5/5'],
  ['the one of the source before', [{ ...strict, appliesTo: [{ source: 'log' }] }, flow], '0/5'],
  ['the one of the item’s type', [{ ...strict, appliesTo: [{ itemType: 'bug' }] }, flow], '4/5'],
  ['the one of the item’s team', [{ ...strict, appliesTo: [{ team: 'blue' }] }, flow], '4/5'],
  ['the one of type and team together', [{ ...strict, appliesTo: [{ team: 'red', itemType: 'bug' }] }, flow], '5/5'],
  ['the one that knows the stage', [{ ...strict, stages: [{ key: 'other', kind: 'active' as const }] }, flow], '5/5'],
] satisfies [string, Flow[], string][])('a move is held against %s', async (_, workflows, expected) => {
  const world = {
    design: { workflows },
    items: 'E open type=bug team=blue',
    visits: `${four};${walk('E wait build')}`,
  };
  expect(told(await readIn(allowedTransitions, world))).toBe(expected);
});

test('a move to a stage that only another workflow knows is held against neither', async () => {
  const rest: Flow = { key: 'rest', stages: [{ key: 'elsewhere', kind: 'active' }], transitions: [] };
  const world = { design: { workflows: [flow, rest] }, visits: `${four};${walk('E wait -')}` };
  expect(await readIn(allowedTransitions, world)).toMatchObject({ n: 4, broke: 0 });
});

const { transitions: _, ...silent } = flow;

test('a move of an item whose workflow says nothing about moves is held against no other workflow', async () => {
  const workflows = [{ ...silent, key: 'silent', appliesTo: [{ itemType: 'bug' }] }, strict];
  const world = { design: { workflows }, items: 'E open type=bug', visits: `${four};${walk('E wait build')}` };
  expect(await readIn(allowedTransitions, world)).toMatchObject({ n: 4, broke: 4 });
});

test('a step to the next stage is neither backward nor skipped, and one workflow with transitions says something', async () => {
  const workflows = [strict, { ...silent, key: 'silent' }];
  const { details } = await readIn(allowedTransitions, { design: { workflows }, visits: four });
  expect(details).toMatchObject({ backward: 0, skipped: 0, notListed: 4 });
});

test('a workflow without transitions says nothing', async () => {
  expect((await readIn(allowedTransitions, { design: { workflows: [silent] }, visits: four })).status).toBe(
    'not-designed',
  );
});

test('a move is held against the workflow of its day', async () => {
  const designs: DesignInput[] = [
    { design: { key: 'old', status: 'in-force', to: '2026-03-03' }, workflows: [flow] },
    { design: { key: 'new', status: 'in-force', from: '2026-03-03' }, workflows: [strict] },
  ];
  expect(told(await readIn(allowedTransitions, { designs, visits: `${four};${walk('E wait build check')}` }))).toBe(
    '5/6',
  );
});

test('skipped and backward moves are listed with their numbers', async () => {
  const visits = `${four};${walk('E wait check', 'F wait check', 'G build wait', 'H done check', 'I wait -')}; J wait@red 08-01..08-02; J check@red 08-02..`;
  const { details, examples, coverage } = await readIn(allowedTransitions, { design: { workflows: [flow] }, visits });
  expect(details).toEqual({
    backward: 2,
    skipped: 3,
    notListed: 0,
    moves: {
      columns: ['from', 'to', 'how', 'moves'],
      rows: [
        ['wait', 'check', 'skipped', 3],
        ['build', 'wait', 'backward', 1],
        ['done', 'check', 'backward', 1],
      ],
    },
  });
  expect(examples.map(({ because }) => because)).toContain('moved from build to wait (backward)');
  expect(coverage).toBeCloseTo(9 / 10);
});
