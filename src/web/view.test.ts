import { expect, test } from 'vitest';
import { View, whereOf } from './view.ts';

test.each([
  ['team:billing', { scope: 'team', key: 'billing' }],
  ['capability:a:b', { scope: 'capability', key: 'a:b' }],
  ['person:anna', undefined],
  [undefined, undefined],
])('the scope %s looks at %j', (scope, where) => {
  expect(whereOf({ scope })).toEqual(where);
});

test('an address that says nonsense says nothing', () => {
  expect(View.parse({ asOf: 'soon', period: '', open: 'FL1', more: 1 })).toEqual({ open: 'FL1' });
});
