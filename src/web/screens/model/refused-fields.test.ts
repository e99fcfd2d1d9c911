import { expect, test } from 'vitest';
import { Refused } from '../../ask.ts';
import { objectionsIn } from './refused-fields.ts';

const refused = (code: string, fault: object) => new Refused({ title: code, status: 400, detail: '', code, fault });
const pay = { kind: 'team', key: 'pay' };

test('every field that was refused is told, with what was found and what would be right', () => {
  const fault = {
    field: 'topology',
    found: '"platfrom"',
    expected: 'one of platform, enabling',
    closest: 'platform',
    more: [{ field: 'stages[2].wipLimit', found: '"x"', expected: 'a whole number' }],
  };
  expect(objectionsIn(refused('input-refused', fault), pay)).toEqual([
    {
      field: 'topology',
      text: 'topology is "platfrom"; one of platform, enabling was expected. Did you mean platform?',
    },
    { field: 'stages[2].wipLimit', text: 'stages[2].wipLimit is "x"; a whole number was expected.' },
  ]);
});

test('what cannot be so with other records is told beside its field, or of the whole', () => {
  const contradictions = ['team pay, parent: found "no", expected the key of a team', 'team ops, parent: found "pay"'];
  expect(objectionsIn(refused('records-contradict', { contradictions }), pay)).toEqual([
    { field: 'parent', text: 'parent: found "no", expected the key of a team.' },
    { field: '', text: 'team ops, parent: found "pay"' },
  ]);
});

test('a record that was to be added and is there already is told by its key', () => {
  expect(objectionsIn(refused('record-changed', { expected: 0, found: 2 }), pay)).toEqual([
    { field: 'key', text: 'There is a team pay already; another key was expected.' },
  ]);
  expect(objectionsIn(refused('record-changed', { expected: 1, found: 2 }), pay)).toBeUndefined();
});

test('what is about no field is left to others', () => {
  expect(objectionsIn(refused('store-busy', {}), pay)).toBeUndefined();
  expect(objectionsIn(new Error('broken'), pay)).toBeUndefined();
});
