import { expect, test } from 'vitest';
import { readApart } from './read-apart.ts';

const workspace = { currency: 'EUR', timeZone: 'UTC', fiscalYearStart: 1 };
const request = (name: string, text: string) => ({ name, bytes: Buffer.from(text), workspace });

test('a file is read apart as it is read here', async () => {
  const { records, rows } = await readApart('record-csv', request('roles.csv', 'Key,Level\ncio,executive'));
  expect(records).toEqual([{ kind: 'role', body: { key: 'cio', level: 'executive' }, place: { row: 2 } }]);
  expect(rows.accepted).toBe(1);
});

test('a file that is refused apart is refused here', async () => {
  await expect(readApart('workbook', request('a.xlsx', 'hello'))).rejects.toThrow('it is no workbook');
});

test('a file that takes too long or too much is given up', async () => {
  const many = request('roles.csv', `Key,Level\n${'cio,executive\n'.repeat(400_000)}`);
  await expect(readApart('record-csv', many, { seconds: 0.001, megabytes: 2_000 })).rejects.toThrow(
    'takes longer than',
  );
  await expect(readApart('record-csv', many, { seconds: 100, megabytes: 40 })).rejects.toThrow('megabytes of memory');
});
