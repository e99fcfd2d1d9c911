import { expect, onTestFinished, test } from 'vitest';
import { designModels } from '#model/design-model.ts';
import { openStore } from '#store/open.ts';
import { planApply } from './apply.ts';
import { readModelFiles } from './model-files.ts';

const stated = (text: string) => {
  const model = readModelFiles([{ file: 'model/all.yaml', text }]);
  if ('problems' in model) throw new Error('unreadable');
  return model;
};

const before = `
teams: [{key: ops, name: Betrieb Süd, sizeFte: 4.5}, {key: dev, parent: ops}]
roles: [{key: lead, level: team}]
ownerships: [{team: ops, service: mail, as: accountable, from: 2026-01-01}]
services: [{key: mail}]
workflows: [{key: w, stages: [{key: new, kind: new}, {key: work, kind: active, wipLimit: 3}]}]
`;
const after = before.replace('wipLimit: 3', 'wipLimit: 5').replace('roles: [{key: lead, level: team}]', '');

const occasion = { actor: 'me', at: '2026-01-01T00:00:00.000Z', reason: 'apply', via: 'workspace' };

test('what is applied to a store is what it then holds, and applying it again changes nothing', async () => {
  const store = await openStore({ sqlite: ':memory:' });
  onTestFinished(() => store.close());
  const person = { kind: 'person', design: '', key: 'p-1', body: { role: 'auditor' } };
  await store.write(occasion, [person]);
  const apply = async (text: string) => {
    const plan = planApply(await store.current(), stated(text).records);
    await store.write(occasion, plan.writes);
    return plan.changes;
  };

  expect(await apply(before)).toHaveLength(7);
  expect(await apply(before)).toEqual([]);
  const inOrder = (teams: readonly { readonly key: string }[]) => teams.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const kept = designModels(await store.current()).map(({ teams, ...rest }) => ({ ...rest, teams: inOrder(teams) }));
  expect(kept).toEqual(stated(before).models.map(({ teams, ...rest }) => ({ ...rest, teams: inOrder(teams) })));

  expect((await apply(after)).map(({ what, kind, key, fields }) => [what, kind, key, fields[0]])).toEqual([
    ['removed', 'role', 'lead', { field: 'level', from: 'team' }],
    ['changed', 'workflow', 'w', { field: 'stages[work].wipLimit', from: 3, to: 5 }],
  ]);
  expect((await apply(before)).map(({ what, key }) => `${what} ${key}`)).toEqual(['added lead', 'changed w']);
  expect((await store.current('')).map(({ kind, key }) => `${kind} ${key}`)).toEqual(['person p-1', 'service mail']);
});

const goalsOf = (records: readonly { readonly kind: string; readonly body: object }[]) =>
  records.filter(({ kind }) => kind === 'goal').map(({ body }) => body);

test('a record of the workspace is added, changed and closed with its history, and can be read as of any instant', async () => {
  const store = await openStore({ sqlite: ':memory:' });
  onTestFinished(() => store.close());
  const apply = async (month: string, text: string) => {
    const plan = planApply(await store.current(), stated(text).records);
    await store.write({ ...occasion, at: `2026-${month}-01T00:00:00.000Z` }, plan.writes);
  };
  await apply('01', 'goals: [{key: g, statement: more}]');
  await apply('02', 'goals: [{key: g, statement: much more, theme: growth}]');
  await apply('03', 'teams: [{key: ops}]');

  expect(goalsOf(await store.asOf('2026-01-15T00:00:00Z'))).toEqual([{ key: 'g', statement: 'more' }]);
  expect(goalsOf(await store.asOf('2026-02-15T00:00:00Z'))).toMatchObject([{ statement: 'much more' }]);
  expect(goalsOf(await store.current())).toEqual([]);
  const told = (await store.history({ kind: 'goal' })).map(({ design, what, fields }) => [design, what, fields.length]);
  expect(told).toEqual([
    ['', 'closed', 3],
    ['', 'changed', 2],
    ['', 'opened', 2],
  ]);
});

test('what was kept under a design before it was of the workspace moves once, and its past stays where it was', async () => {
  const store = await openStore({ sqlite: ':memory:' });
  onTestFinished(() => store.close());
  const old = { kind: 'capability', design: 'current', key: 'c', body: { key: 'c', kind: 'it' } };
  const design = { kind: 'design', design: 'current', key: 'current', body: { key: 'current' } };
  await store.write(occasion, [design, old]);
  const { records } = stated('design: {key: current}\ncapabilities: [{key: c, kind: it}]');
  const apply = async () => {
    const plan = planApply(await store.current(), records);
    await store.write({ ...occasion, at: '2026-02-01T00:00:00.000Z' }, plan.writes);
    return plan.changes.map(({ what, design, key, fields }) => [what, design, key, ...fields]);
  };
  const capabilities = async (instant: string) =>
    designModels(await store.asOf(instant)).flatMap((model) => model.capabilities.map(({ key }) => key));

  expect(await apply()).toContainEqual(['changed', '', 'c', { field: 'design', from: 'current' }]);
  expect(await apply()).toEqual([]);
  expect(await capabilities('2026-01-15T00:00:00Z')).toEqual(['c']);
  expect(await capabilities('2026-02-15T00:00:00Z')).toEqual(['c']);
  expect((await store.history({ kind: 'capability', key: 'c' })).map(({ what, design }) => [what, design])).toEqual([
    ['opened', ''],
    ['closed', 'current'],
    ['opened', 'current'],
  ]);
});
