import { expect, test } from 'vitest';
import { ofNoDesign } from '#model/records.ts';
import { exportedModel } from './archimate/export.ts';
import { modelText } from './archimate/fixtures/model-text.ts';
import { exportApart, readApart } from './read-apart.ts';

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

test('records are written into a model apart as they are here, and refused as they are here', async () => {
  const onto = { name: 'model.xml', bytes: Buffer.from(modelText('Capability a A, Outcome o O, Realization a>o')) };
  const records = ['a', 'b'].map((key) => ({ kind: 'capability' as const, key, design: ofNoDesign, body: { key } }));
  const asked = { onto, records, design: '', scope: 'all' as const, earlier: new Map() };
  expect(await exportApart(asked)).toEqual({ ...exportedModel(asked), bytes: expect.any(Uint8Array) });
  expect(Buffer.from((await exportApart(asked)).bytes)).toEqual(Buffer.from(exportedModel(asked).bytes));
  const none = { ...asked, onto: { ...onto, bytes: Buffer.from('<a/>') } };
  await expect(exportApart(none)).rejects.toThrow('it is no ArchiMate Model Exchange File');
});

test('a file that takes too long or too much is given up', async () => {
  const many = request('roles.csv', `Key,Level\n${'cio,executive\n'.repeat(400_000)}`);
  await expect(readApart('record-csv', many, { seconds: 0.001, megabytes: 2_000 })).rejects.toThrow(
    'takes longer than',
  );
  await expect(readApart('record-csv', many, { seconds: 100, megabytes: 40 })).rejects.toThrow('megabytes of memory');
});
