import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test.each([
  ['the unit at the head', [{ name: 'age', unit: 'days' }], [[3]], 'age (days)\r\n3\r\n'],
  ['names without a unit', [{ name: 'team', unit: null }], [['Network']], 'team\r\nNetwork\r\n'],
  [
    'nothing for what is not known, and nought for nought',
    [{ name: 'age', unit: null }],
    [[null], [0]],
    'age\r\n\r\n0\r\n',
  ],
  ['all digits of a number', [{ name: 'age', unit: null }], [[-1 / 3]], 'age\r\n-0.3333333333333333\r\n'],
  ['a name that looks like a formula as a name', [{ name: 'team', unit: null }], [['=1+1']], "team\r\n'=1+1\r\n"],
])('the table of a picture gives %s', (_, columns, rows, text) => {
  expect(csvOf({ columns, rows: rows.map((cells) => ({ key: null, cells })) })).toBe(text);
});
