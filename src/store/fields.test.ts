import { expect, test } from 'vitest';
import { fieldsBetween } from './fields.ts';

test.each([
  ['a field that is new', {}, { a: 1 }, [{ field: 'a', to: 1 }]],
  ['a field that is gone', { a: 1 }, {}, [{ field: 'a', from: 1 }]],
  ['a field that became null', { a: 1 }, { a: null }, [{ field: 'a', from: 1, to: null }]],
  ['a field that is new and null', {}, { a: null }, [{ field: 'a', to: null }]],
  ['a number that became a text', { a: 1 }, { a: '1' }, [{ field: 'a', from: 1, to: '1' }]],
  ['a list in another order', { a: [1, 2] }, { a: [2, 1] }, [{ field: 'a', from: [1, 2], to: [2, 1] }]],
  ['no object whose fields stand in another order', { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, []],
  ['every field of a first version', null, { b: 2, a: 1 }, [{ field: 'a', to: 1 }, { field: 'b', to: 2 }]], // biome-ignore format: one case, one line
  ['every field of a closed record', { a: 1 }, null, [{ field: 'a', from: 1 }]],
])('the difference tells %s', (_, before, after, fields) => {
  expect(fieldsBetween(before, after)).toEqual(fields);
});
