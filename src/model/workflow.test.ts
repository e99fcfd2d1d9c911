import { expect, test } from 'vitest';
import { Workflow } from './workflow.ts';

const stages = [
  { key: 'asked', kind: 'new' },
  { key: 'done', kind: 'done' },
];
const target = { from: 'start', to: 'done', within: 'P2D' };

test.each([
  ['stages alone', {}, true],
  ['no stage', { stages: [] }, false],
  ['a stage of an unknown kind', { stages: [{ key: 'a', kind: 'waiting' }] }, false],
  ['a limit on work in progress', { stages: [{ key: 'a', kind: 'active', wipLimit: 3 }] }, true],
  ['a limit of none', { stages: [{ key: 'a', kind: 'active', wipLimit: 0 }] }, false],
  ['a target', { targets: [target] }, true],
  ['a target for every case', { targets: [{ ...target, share: 1 }] }, true],
  ['a target for no case', { targets: [{ ...target, share: 0 }] }, false],
  ['a target in percent', { targets: [{ ...target, share: 90 }] }, false],
  ['moves', { transitions: [{ from: 'asked', to: ['done'] }] }, true],
])('a workflow with %s', (_, parts, allowed) => {
  expect(Workflow.safeParse({ key: 'w', stages, ...parts }).success).toBe(allowed);
});

test('a workflow says nothing about moves it does not state', () => {
  const workflow = Workflow.parse({ key: 'w', stages, targets: [target] });
  expect(workflow).toEqual({
    key: 'w',
    name: 'w',
    stages: [
      { key: 'asked', name: 'asked', kind: 'new' },
      { key: 'done', name: 'done', kind: 'done' },
    ],
    targets: [{ ...target, clock: 'elapsed', share: 0.9 }],
    loops: [],
    appliesTo: [],
  });
});
