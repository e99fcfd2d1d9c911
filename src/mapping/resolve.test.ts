import { expect, test } from 'vitest';
import { resolve, resolveActivity, resolveState, resolveStep } from './resolve.ts';

const rules = {
  keep: false,
  rules: [
    { is: 'Group 70', to: 'service-desk' },
    { is: ['Ops', 'OPS'], to: 'operations' },
    { like: 'Group (\\d+)', to: 'group-$1' },
    { is: 'Group 9', to: 'never' },
  ],
};

test.each([
  ['an exact name', 'Group 70', { key: 'service-desk', mapped: true }],
  ['one of several names', 'OPS', { key: 'operations', mapped: true }],
  ['a pattern with its group', 'Group 12', { key: 'group-12', mapped: true }],
  ['the first rule that fits, not the last', 'Group 9', { key: 'group-9', mapped: true }],
  ['the whole name, not a part of it', 'Old Group 12', { key: 'Old Group 12', mapped: false }],
  ['case as it stands', 'ops', { key: 'ops', mapped: false }],
])('a rule takes %s', (_, raw, resolved) => {
  expect(resolve(rules, raw)).toEqual(resolved);
});

test('a list that keeps its names maps the ones no rule takes', () => {
  expect(resolve({ keep: true, rules: [] }, 'incident')).toEqual({ key: 'incident', mapped: true });
});

test.each([
  ['the kind its rule says', 'Resolved', { key: 'resolved', mapped: true, kind: 'done' }],
  ['no kind where the rule leaves it open', 'New', { key: 'new', mapped: true, kind: undefined }],
  ['itself where no rule takes it', '-100', { key: '-100', mapped: false, kind: undefined }],
])('a state gets %s', (_, raw, resolved) => {
  const states = {
    keep: false,
    none: [],
    rules: [
      { is: 'Resolved', to: 'resolved', kind: 'done' as const },
      { is: 'New', to: 'new' },
    ],
  };
  expect(resolveState(states, raw)).toEqual(resolved);
});

test('an activity that no rule names is an update', () => {
  const activities = [{ is: 'Comment', to: 'commented' as const }];
  expect(['Comment', 'Assigned'].map((raw) => resolveActivity(activities, raw))).toEqual(['commented', 'update']);
});

test.each([
  ['its activity', 'Approve', null, { step: 'decide', outcome: 'approved' }],
  ['the state it enters', 'edit', 'Rejected', { step: 'decide', outcome: 'refused' }],
  ['nothing else', 'edit', 'Draft', undefined],
  ['nothing where there is neither', null, null, undefined],
])('a row takes a step by %s', (_, activity, entered, step) => {
  const steps = [
    { activity: 'Approve', to: 'decide' as const, outcome: 'approved' },
    { state: ['Rejected'], to: 'decide' as const, outcome: 'refused' },
  ];
  expect(resolveStep(steps, activity, entered)).toEqual(step);
});
