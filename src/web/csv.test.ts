import { expect, test } from 'vitest';
import { type CsvColumn, csvOf } from './csv.ts';

type Row = { readonly name: string; readonly rank: number | null; readonly assumed?: boolean };

const columns: readonly CsvColumn<Row>[] = [
  ['name', ({ name }) => name],
  ['rank', ({ rank }) => rank],
  ['assumed', ({ assumed }) => assumed],
];

test.each<[string, readonly Row[], string]>([
  ['nought and no as they are', [{ name: 'CRM', rank: 0, assumed: false }], 'name,rank,assumed\r\nCRM,0,false\r\n'],
  ['what is not known empty', [{ name: 'a, b', rank: null }], 'name,rank,assumed\r\n"a, b",,\r\n'],
  ['its heads where there is no row', [], 'name,rank,assumed\r\n'],
])('a file of rows has %s', (_, rows, text) => {
  expect(csvOf(columns, rows)).toBe(text);
});
