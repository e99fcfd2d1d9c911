import { DuckDBDateValue, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { identifier, join, sql } from './sql.ts';

const day = new DuckDBDateValue(1);
const long = 'x'.repeat(300);

test.each([
  ['a value of another kind as a placeholder', sql`select ${day}`, 'select $1', [day]],
  ['a piece inside a piece', sql`select ${sql`a = ${day}`} and b = ${long}`, 'select a = $1 and b = $2', [day, long]],
  ['a piece without values', sql`select ${sql`a`}, ${day}`, 'select a, $1', [day]],
  ['two pieces side by side', sql`${sql`a${day}`}${sql`b${long}`}`, 'a$1b$2', [day, long]],
  ['literals between placeholders', sql`${1}, ${day}, ${2}, ${long}, ${3}`, '1, $1, 2, $2, 3', [day, long]],
  ['a number below nought in parentheses', sql`1 -${-2} -${-0.5}`, '1 -(-2) -(-5e-1)', []],
  ['a number too large for a whole one', sql`${2 ** 80}`, '(1.2089258196146292e+24)', []],
  ['quotes doubled', sql`${"it's"} ${"'"}`, "'it''s' ''''", []],
  ['truths and nothing', sql`${true}, ${false}, ${null}`, 'true, false, null', []],
  ['a quoted name', sql`from ${identifier('a "b"')}`, 'from "a ""b"""', []],
  ['a list', sql`in (${join([sql`${1}`, sql`${'b'}`])})`, "in (1, 'b')", []],
  ['an empty list', sql`(${join([])})`, '()', []],
])('sql writes %s', (_, piece, text, values) => {
  expect(piece.statement).toEqual({ text, parameters: values });
});

const aValue = fc.oneof(
  // A whole number that is not safe cannot be a parameter.
  fc.double().filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value)),
  fc.maxSafeInteger(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 300, size: 'max' }),
  fc.string({ unit: fc.constantFrom("'", '"', '\\', '$1', ';', '--', '/*', '\n', '\0', 'é') }),
);

test('a value comes back as it would as a parameter, and of the same type', async () => {
  const engine = await Engine.open();
  const database = await DuckDBInstance.create();
  const connection = await database.connect();
  const asParameter = async (value: DuckDBValue) => {
    const result = await connection.run('select $1 as value, typeof($1) as type', [value]);
    const [row] = await result.getRowObjectsJS();
    return row;
  };
  await fc.assert(
    fc.asyncProperty(aValue, async (value) => {
      expect(await engine.one(sql`select ${value} as value, typeof(${value}) as type`)).toEqual(
        await asParameter(value),
      );
    }),
    { numRuns: 500, examples: [[-(2 ** 31)], [2 ** 31 - 1], [2 ** 31]] },
  );
  engine.close();
  connection.closeSync();
  database.closeSync();
});

const piece = fc.letrec<{ piece: ReturnType<typeof sql> }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 3 },
    fc.integer().map((n) => sql`x = ${n} or y = ${new DuckDBDateValue(n)}`),
    fc
      .tuple(tie('piece'), fc.integer(), tie('piece'))
      .map(([a, n, b]) => sql`(${a} or ${new DuckDBDateValue(n)} or ${b})`),
  ),
})).piece;

test('splicing keeps every value, in the order its placeholder stands', () => {
  fc.assert(
    fc.property(piece, ({ statement: { text, parameters } }) => {
      const placeholders = [...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n));
      expect(placeholders).toEqual(parameters.map((_, index) => index + 1));
    }),
  );
});
