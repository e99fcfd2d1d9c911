import { expect, test } from 'vitest';
import { isModelKind, kinds, recordKinds } from './records.ts';

/** The least that each kind can say of itself. */
const least: Readonly<Record<string, object>> = {
  capability: { kind: 'it' },
  ownership: { team: 'a', service: 'b', as: 'accountable' },
  level: { rank: 1 },
  role: { level: 'team' },
  forum: { level: 'team', purpose: 'decide' },
  meeting: { forum: 'cab', heldAt: '2026-01-01T10:00:00Z' },
  'decision-type': { decides: 'fund' },
  'decision-right': { decisionType: 'x', level: 'team', decider: { forum: 'cab' } },
  policy: { appliesTo: 'all' },
  'delivery-model': { team: 'a', model: 'product', reason: 'steady demand' },
  workflow: { stages: [{ key: 'new', kind: 'new' }] },
  channel: { kind: 'intake' },
  'priority-hold': { holds: 'P13W' },
};

test.each(kinds)('a %s goes by its key, may say where it comes from, and refuses what nobody knows', (kind) => {
  const { schema } = recordKinds[kind];
  const body = { key: 'x', ...least[kind] };
  expect(schema.parse({ ...body, origin: 'the handbook', note: 'seen' })).toMatchObject({ name: 'x', note: 'seen' });
  expect(schema.parse({ ...body, name: ' X ' })).toMatchObject({ name: 'X' });
  expect(schema.safeParse({ ...body, nme: 'X' }).success).toBe(false);
  expect(schema.safeParse({ ...body, name: '' }).success).toBe(false);
});

test.each(kinds)('what a %s refers to is a kind', (kind) => {
  for (const target of Object.values(recordKinds[kind].references)) expect(kinds).toContain(target);
});

test.each([
  ['team', true],
  ['design', true],
  ['decision', false],
])('whether a %s is of the operating model: %s', (kind, expected) => {
  expect(isModelKind(kind)).toBe(expected);
});
