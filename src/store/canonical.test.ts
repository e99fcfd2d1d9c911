import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';

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
