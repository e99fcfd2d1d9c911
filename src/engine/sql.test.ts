import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identifier, join, sql } from './sql.ts';

test.each([
  ['a value as a placeholder', sql`select ${1}`, 'select $1', [1]],
  ['a piece inside a piece', sql`select ${sql`a = ${1}`} and b = ${2}`, 'select a = $1 and b = $2', [1, 2]],
  ['a piece without values', sql`select ${sql`a`}, ${3}`, 'select a, $1', [3]],
  ['two pieces side by side', sql`${sql`a${1}`}${sql`b${2}`}`, 'a$1b$2', [1, 2]],
  ['a quoted name', sql`from ${identifier('a "b"')}`, 'from "a ""b"""', []],
  ['a list', sql`in (${join([sql`${1}`, sql`${2}`])})`, 'in ($1, $2)', [1, 2]],
  ['an empty list', sql`(${join([])})`, '()', []],
])('sql writes %s', (_, piece, text, values) => {
  expect(piece.text).toBe(text);
  expect(piece.values).toEqual(values);
});

const piece = fc.letrec<{ piece: ReturnType<typeof sql> }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 3 },
    fc.integer().map((n) => sql`x = ${n}`),
    fc.tuple(tie('piece'), fc.integer(), tie('piece')).map(([a, n, b]) => sql`(${a} or ${n} or ${b})`),
  ),
})).piece;

test('splicing keeps every value, in the order its placeholder stands', () => {
  fc.assert(
    fc.property(piece, ({ text, values }) => {
      const placeholders = [...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n));
      expect(placeholders).toEqual(values.map((_, index) => index + 1));
    }),
  );
});
