import { expect, test } from 'vitest';
import { bodyAt, fieldsTo, type Told } from './versions.ts';

const changes: readonly Told[] = [
  { version: 4, what: 'opened', fields: [{ field: 'key', to: 'pay' }] },
  {
    version: 3,
    what: 'closed',
    fields: [
      { field: 'key', from: 'pay' },
      { field: 'sizeFte', from: 6 },
    ],
  },
  {
    version: 2,
    what: 'changed',
    fields: [
      { field: 'name', from: 'Pay' },
      { field: 'sizeFte', from: 5, to: 6 },
    ],
  },
  {
    version: 1,
    what: 'opened',
    fields: [
      { field: 'key', to: 'pay' },
      { field: 'name', to: 'Pay' },
      { field: 'sizeFte', to: 5 },
    ],
  },
];

test.each([
  [1, { key: 'pay', name: 'Pay', sizeFte: 5 }],
  [2, { key: 'pay', sizeFte: 6 }],
  [3, null],
  [4, { key: 'pay' }],
])('version %i is put together from the changes', (version, body) => {
  expect(bodyAt(changes, version)).toEqual(body);
});

test('what has to be set to come back to a version is what differs, and null for what was not there', () => {
  expect(fieldsTo({ key: 'pay', sizeFte: 5 }, { key: 'pay', sizeFte: 6, note: 'x' })).toEqual({
    sizeFte: 5,
    note: null,
  });
});
