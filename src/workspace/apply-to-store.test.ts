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
  const decision = { kind: 'decision', design: '', key: 'd-1', body: { title: 'Go' } };
  await store.write(occasion, [decision]);
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
  expect(await store.current('')).toMatchObject([decision]);
});
