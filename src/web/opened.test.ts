import { expect, test } from 'vitest';
import { openedIn, textOfOpened } from './opened.ts';

test.each([
  ['a figure', { id: 'flow.flow-time' }, 'flow.flow-time'],
  ['a companion', { id: 'flow.wip-age/olderThanP85' }, 'flow.wip-age/olderThanP85'],
  ['a citation', { id: 'F-8YHV9S03' }, 'F-8YHV9S03'],
  ['a figure of a period', { id: 'dimension.structure', period: '2026-Q1' }, 'dimension.structure@2026-Q1'],
  [
    'a figure of a key with odd letters',
    { id: 'flow.handoffs', where: { scope: 'boundary', key: 'a → b [x]=@y' } },
    'flow.handoffs[boundary=a → b [x]=@y]',
  ],
  [
    'all at once',
    { id: 'flow.waiting', where: { scope: 'stage', key: 'review' }, period: '2026-Q1' },
    'flow.waiting[stage=review]@2026-Q1',
  ],
] as const)('the address names %s, and is read back', (_, opened, text) => {
  expect(textOfOpened(opened)).toBe(text);
  expect(openedIn(text)).toEqual(opened);
});

test.each([[''], ['[a=b]'], ['a[b'], ['a[b=c'], ['a@b@c']])('%j names nothing', (text) => {
  expect(openedIn(text)).toBeUndefined();
});
