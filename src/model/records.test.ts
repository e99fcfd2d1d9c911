import { expect, test } from 'vitest';
import { z } from 'zod';
import { DesignModel } from './design-model.ts';
import { everyKind } from './fixtures/every-kind.ts';
import { designKinds, isModelKind, kinds, recordKinds, workspaceKinds } from './records.ts';
import { fieldsAt } from './rules/fields.ts';
import { designViolations, workspaceViolations } from './rules/violations.ts';

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
  'planning-period': { kind: 'quarter', from: '2026-01-01', to: '2026-04-01' },
  'exchange-rate': { from: 'USD', to: 'EUR', validFrom: '2026-01-01', rate: '0.92' },
  goal: { statement: 'more' },
  'goal-capability': { goal: 'a', capability: 'b', importance: 0 },
  'maturity-assessment': { capability: 'a', on: '2026-01-01', level: 0, scale: 's' },
  'priority-list': { period: 'q1', approvedOn: '2026-01-01', ranking: [{ rank: 1, goal: 'a' }] },
  investment: { basis: 'run', class: 'run' },
  'spend-statement': { source: 's', from: '2026-01-01', to: '2026-02-01', currency: 'EUR', billed: '0' },
  'gate-override': { initiative: 'a', grantedBy: 'cio', on: '2026-01-01', reason: 'the law' },
  duplication: { capability: 'a', initiatives: ['b', 'c'], overlap: 0.5, because: 'both sign' },
  'plan-snapshot': { on: '2026-01-01', initiatives: [{ initiative: 'a' }] },
  dependency: { from: { team: 'a' }, to: { team: 'b' }, kind: 'needs', raisedAt: '2026-01-01T10:00:00Z' },
  product: { team: 'a' },
  benefit: { kind: 'cost', unit: 'hours' },
  'chain-link': { giver: { outcome: 'a' }, receiver: { benefit: 'b' }, grade: 'E', rationale: 'assumed' },
  scorecard: { audience: 'board' },
  decision: { type: 'fund', raisedAt: '2026-01-01T10:00:00Z' },
  demand: { askedBy: 'retail', askedAt: '2026-01-01T10:00:00Z' },
  survey: {
    questions: [{ key: 'q', text: 'Well?', scale: '1-5' }],
    audience: [{ group: 'retail' }],
    opensOn: '2026-01-01',
  },
  response: { survey: 'a', token: 't', group: 'retail', answers: {} },
  dispute: { figure: 'flow.waiting', raised: '2026-05-01', because: 'holidays count' },
  finding: { rule: 'a.b', period: { from: '2026-01-01', to: '2026-04-01' }, n: 0 },
  review: { on: '2026-01-01', forum: 'board' },
};

test.each(kinds)('a %s goes by its key, may say where it comes from, and refuses what nobody knows', (kind) => {
  const { schema } = recordKinds[kind];
  const body = { key: 'x', ...least[kind] };
  expect(schema.parse({ ...body, origin: 'the handbook', note: 'seen' })).toMatchObject({ name: 'x', note: 'seen' });
  expect(schema.parse({ ...body, name: ' X ' })).toMatchObject({ name: 'X' });
  expect(schema.safeParse({ ...body, nme: 'X' }).success).toBe(false);
  expect(schema.safeParse({ ...body, name: '' }).success).toBe(false);
});

test.each(kinds)('what a %s refers to is a kind, and the field is there', (kind) => {
  const { plural, references } = recordKinds[kind];
  const example = DesignModel.parse(everyKind)[plural];
  for (const [pattern, target] of Object.entries(references)) {
    expect(kinds).toContain(target);
    expect(
      example.flatMap((record) => fieldsAt(record, pattern)),
      pattern,
    ).not.toEqual([]);
  }
});

test.each(kinds)('the small organisation says everything that a %s can', (kind) => {
  const { schema, plural } = recordKinds[kind];
  const said = new Set(everyKind[plural].flatMap((record) => Object.keys(record)));
  const sayable = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const everywhere = ['key', 'name', 'origin', 'note'];
  expect(sayable.filter((field) => !said.has(field) && !everywhere.includes(field))).toEqual([]);
  expect(sayable.length).toBeGreaterThan(everywhere.length);
});

test('nothing in the small organisation contradicts anything', () => {
  const model = DesignModel.parse(everyKind);
  expect([...designViolations(model), ...workspaceViolations([model])]).toEqual([]);
});

test('a kind is of a design or of the workspace', () => {
  expect([...designKinds, ...workspaceKinds].toSorted()).toEqual(kinds.toSorted());
  expect(designKinds).toContain('team');
  expect(workspaceKinds).toContain('goal');
});

test.each([
  ['team', true],
  ['design', true],
  ['decision', true],
  ['person', false],
])('whether a %s is stated by model files: %s', (kind, expected) => {
  expect(isModelKind(kind)).toBe(expected);
});
