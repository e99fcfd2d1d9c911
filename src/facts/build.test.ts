import { expect, test } from 'vitest';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { undo } from '#importers/load.ts';
import { Mapping } from '#mapping/mapping.ts';
import { DesignModel } from '#model/design-model.ts';
import type { Built } from './build.ts';
import { bringUp, factsOf, type Meaning, officeHours, takeIn } from './fixtures/facts.ts';
import { at, designed, mapping } from './fixtures/log.ts';

const first = 'A red active@0 test@1d; B blue queue@0 done@2d';
const inForce = { key: 'old', status: 'in-force' as const };

/** Two states that are one stage, of which they say two kinds: the first of them by name is believed. */
const torn = Mapping.parse({
  ...mapping,
  states: {
    rules: [
      { is: 'board', to: 'both', kind: 'decision' },
      { is: 'test', to: 'both', kind: 'active' },
    ],
  },
});

const later = 'C red active@3d';

test.each<[string, string | undefined, Meaning, Built]>([
  ['stand when nothing happened', undefined, {}, 'standing'],
  ['are updated by rows of further items', later, {}, 'updated'],
  ['are updated by further rows of items', 'A done@3d', {}, 'updated'],
  ['are updated by rows before those that were there', 'A queue@-1d new@12h', {}, 'updated'],
  ['are updated by names that were not there', 'A test/green~Zoe@3d', {}, 'updated'],
  ['are rebuilt by a row that is there already', 'A red active@0', {}, 'rebuilt'],
  ['are rebuilt by another mapping', later, { mapping: { ...mapping, teams: { keep: false, rules: [] } } }, 'rebuilt'],
  ['are rebuilt by another calendar', later, { calendar: { ...officeHours, holidays: ['2024-01-02'] } }, 'rebuilt'],
  ['are rebuilt by another design', later, { design: DesignModel.parse({ ...designed, teams: [] }) }, 'rebuilt'],
  ['are rebuilt when they are read before the last row', later, { asOf: at('2d') }, 'rebuilt'],
  ['are updated when they are read after the last row', later, { asOf: at('9d') }, 'updated'],
])('facts %s', async (_, more, meaning, expected) => {
  const engine = await factsOf(first);
  if (more !== undefined) await takeIn(engine, more, meaning);
  expect(await bringUp(engine, meaning)).toBe(expected);
  expect(await bringUp(engine, meaning)).toBe('standing');
  engine.close();
});

const then = async (work: (engine: Engine) => Promise<unknown>): Promise<string> => {
  const engine = await factsOf(first);
  await work(engine);
  const built = await bringUp(engine);
  engine.close();
  return built;
};

const { person: _person, ...withoutPerson } = mapping.columns;

test.each<[Built, string, Mapping]>([
  ['updated', 'activities neither start nor end', mapping],
  [
    'rebuilt',
    'rows may tell starts and ends of activities',
    { ...mapping, columns: { ...mapping.columns, lifecycle: 'order' } },
  ],
  ['rebuilt', 'people are told by further columns alone', { ...mapping, columns: withoutPerson, people: ['person'] }],
])('facts are %s by further rows of a log in which %s', async (expected, _, meaning) => {
  const engine = await factsOf(first, undefined, { mapping: meaning });
  await takeIn(engine, later, { mapping: meaning });
  expect(await bringUp(engine, { mapping: meaning })).toBe(expected);
  engine.close();
});

test('facts are rebuilt when a run was undone or replaced, and when another source comes', async () => {
  expect(await then((engine) => undo(engine, 1))).toBe('rebuilt');
  expect(await then((engine) => takeIn(engine, `${first}; ${later}`, { replaces: 1 }))).toBe('rebuilt');
  expect(await then((engine) => takeIn(engine, later, { source: 'other' }))).toBe('rebuilt');
});

test('facts are rebuilt when another design is in force at the last row', async () => {
  const designs = [
    DesignModel.parse({ ...designed, design: { ...inForce, to: '2024-01-05' } }),
    DesignModel.parse({ ...designed, design: { ...inForce, key: 'new', from: '2024-01-05' } }),
  ];
  const engine = await factsOf(first, undefined, { designs });
  await takeIn(engine, 'C active@3d');
  expect(await bringUp(engine, { designs })).toBe('updated');
  await takeIn(engine, 'D active@9d');
  expect(await bringUp(engine, { designs })).toBe('rebuilt');
  engine.close();
});

test('facts are rebuilt when somebody was not where they were', async () => {
  const engine = await factsOf('A red active~Ann@0 .~Ann@2d');
  await takeIn(engine, 'A ./blue~Bob@1d');
  expect(await bringUp(engine)).toBe('rebuilt');
  engine.close();
});

test.each([
  ['rebuilt', 'before the others', 'A test@0', 'B board@1d'],
  ['updated', 'behind the others', 'A board@0', 'B test@1d'],
])('facts are %s when a name %s says another kind of a stage', async (expected, _, log, more) => {
  const engine = await factsOf(log, undefined, { mapping: torn });
  await takeIn(engine, more, { mapping: torn });
  expect(await bringUp(engine, { mapping: torn })).toBe(expected);
  expect(await engine.all(sql`select kind from stage`)).toEqual([{ kind: 'decision' }]);
  engine.close();
});

test('an item that is open grows with the last row of another', async () => {
  const engine = await factsOf('A red active@0; B blue decision@0 ask(lead)@0');
  await takeIn(engine, 'C active@1d; D active@2d');
  expect(await bringUp(engine)).toBe('updated');
  const days = await engine.all(sql`
    select item, lead_active / 86400 as active, lead_decision / 86400 as decision, took / 86400 as took
    from item_case left join (select item_id, took from decision_fact) using (item_id) order by item`);
  expect(days).toEqual([
    { item: 'A', active: 2, decision: 0, took: null },
    { item: 'B', active: 0, decision: 2, took: 2 },
    { item: 'C', active: 1, decision: 0, took: null },
    { item: 'D', active: 0, decision: 0, took: null },
  ]);
  engine.close();
});
