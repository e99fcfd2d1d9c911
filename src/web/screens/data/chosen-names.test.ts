import { expect, test } from 'vitest';
import type { OpenName } from '#api/names.ts';
import {
  type Chosen,
  chosenOf,
  likelyOnes,
  meaningsOf,
  withChoice,
  withLikely,
  withoutSource,
} from './chosen-names.ts';

const name = (raw: string, ...likeness: number[]): OpenName => ({
  kind: 'team',
  raw,
  key: raw,
  why: 'no-rule',
  rows: 1,
  suggestions: likeness.map((each, index) => ({ key: `k${index}`, name: `k${index}`, likeness: each, why: 'alike' })),
});

const chosen = (to: string): Chosen => withChoice({}, { source: 'log', name: { kind: 'team', raw: 'Net' }, to });

test('a choice holds for its source, kind and name, and for no other', () => {
  expect(chosenOf(chosen('network'), 'log', { kind: 'team', raw: 'Net' })).toEqual({ to: 'network' });
  expect(chosenOf(chosen('network'), 'other', { kind: 'team', raw: 'Net' })).toBeUndefined();
  expect(chosenOf(chosen('network'), 'log', { kind: 'channel', raw: 'Net' })).toBeUndefined();
});

test.each([
  ['what was chosen', 'network', ['network']],
  ['no blanks around it', ' network ', ['network']],
  ['nothing where nothing is chosen', ' ', []],
])('saved is %s', (_, to, keys) => {
  expect(meaningsOf('log', [name('Net'), name('Other')], chosen(to)).map((each) => each.to)).toEqual(keys);
});

test.each([
  ['one that is as good as sure', [0.95], true],
  ['none that is not', [0.85], false],
  ['none of two that are alike as much', [0.95, 0.95], false],
  ['none where there is no suggestion', [], false],
])('taken with others at once is %s', (_, likeness, isTaken) => {
  expect(likelyOnes('log', [name('Net', ...likeness)]).length).toBe(isTaken ? 1 : 0);
});

test('what somebody chose stays where the likely ones are chosen, and what is chosen for other sources where one is saved', () => {
  const likely = [
    { source: 'log', name: { kind: 'team', raw: 'Net' }, to: 'netting' },
    { source: 'other', name: { kind: 'team', raw: 'Net' }, to: 'netting' },
  ] as const;
  const all = withLikely(chosen('network'), likely);
  expect(chosenOf(all, 'log', { kind: 'team', raw: 'Net' })?.to).toBe('network');
  expect(chosenOf(all, 'other', { kind: 'team', raw: 'Net' })?.to).toBe('netting');
  expect(Object.keys(withoutSource(all, 'log', [name('Net')]))).toHaveLength(1);
});
