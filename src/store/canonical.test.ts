import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alike, canonical } from './canonical.ts';

test.each([
  ['fields in one order', { b: 1, a: 2 }, '{"a":2,"b":1}'],
  ['fields of objects in lists in one order', [{ b: 1, a: 2 }], '[{"a":2,"b":1}]'],
  ['a list in its own order', [2, 1], '[2,1]'],
  ['an absent field and an undefined one alike', { a: undefined, b: null }, '{"b":null}'],
  ['minus zero as zero', -0, '0'],
  ['a field named like the prototype', JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
])('canonical JSON writes %s', (_, value, text) => {
  expect(canonical(value)).toBe(text);
});

test.each([
  ['a date', new Date(0)],
  ['not-a-number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a bigint', 1n],
  ['a function', () => 1],
  ['a map', new Map()],
  ['undefined in a list', [undefined]],
  ['a gap in a list', Object.assign([1], { length: 2 })],
])('canonical JSON refuses %s', (_, value) => {
  expect(() => canonical({ value })).toThrow(TypeError);
});

test('canonical JSON reads back as the value, and writes it the same again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value);
      expect(JSON.stringify(JSON.parse(text))).toHaveLength(JSON.stringify(value).length);
      expect(canonical(JSON.parse(text))).toBe(text);
    }),
  );
});

/** The same value with its fields in another order, and some that are undefined. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]) => [name, shuffled(field)]);
  return Object.fromEntries([...fields.reverse(), ['\u0000 not there', undefined]]);
};

test('values are alike where their canonical texts are one', () => {
  const value = fc.jsonValue({ depthSize: 'small', maxDepth: 3 });
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(alike(one, shuffled(one))).toBe(true);
      expect(alike(one, other)).toBe(canonical(one) === canonical(other));
      expect(alike([one], [shuffled(one), other])).toBe(false);
    }),
  );
});

test.each([
  ['a list and an object with the same fields', [1], { 0: 1 }, false],
  ['nothing and an object without fields', null, {}, false],
  ['a field that is null and one that is not there', { a: null }, {}, false],
  ['another field that is undefined', { a: 1, b: undefined }, { a: 1, c: undefined }, true],
  ['a field instead of another', { a: 1 }, { b: 1 }, false],
  ['a field that an object has by birth', { toString: 1 }, { a: 1 }, false],
  ['minus zero and zero', -0, 0, true],
])('alike or not: %s', (_, one, other, expected) => {
  expect(alike(one, other)).toBe(expected);
  expect(alike(other, one)).toBe(expected);
});
