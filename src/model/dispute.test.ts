import { expect, test } from 'vitest';
import { Dispute, disputesOf } from './dispute.ts';

const dispute = { key: 'a', figure: 'flow.waiting', raised: '2026-05-01', because: 'holidays count as waiting' };

test.each([
  ['is open without an answer', {}, true],
  ['is answered', { status: 'upheld', answer: 'the calendar lacked a day' }, true],
  ['is closed without an answer', { status: 'figure-stands' }, false],
  ['says nothing', { because: ' ' }, false],
  ['is about no figure', { figure: '' }, false],
  ['is about some cases', { where: { scope: 'team', key: 'billing' } }, true],
  ['is about a period', { where: { scope: 'period', key: '2026-Q1' } }, false],
])('a dispute that %s', (_, parts, allowed) => {
  expect(Dispute.safeParse({ ...dispute, ...parts }).success).toBe(allowed);
});

test('a figure is disputed with the very cases that are looked at', () => {
  const all = [
    Dispute.parse(dispute),
    Dispute.parse({ ...dispute, key: 'b', where: { scope: 'team', key: 'billing' } }),
    Dispute.parse({ ...dispute, key: 'c', figure: 'flow.flow-time' }),
  ];
  const keys = (where?: { scope: 'team'; key: string }): string[] =>
    disputesOf(all, { id: 'flow.waiting', where }).map(({ key }) => key);
  expect(keys()).toEqual(['a']);
  expect(keys({ scope: 'team', key: 'billing' })).toEqual(['b']);
  expect(keys({ scope: 'team', key: 'claims' })).toEqual([]);
});
