import { writeFileSync, readFileSync } from 'node:fs';
import { everyKind } from './model/fixtures/every-kind.ts';
import { kinds, recordKinds, ofNoDesign, type ModelRecord } from './model/records.ts';
import { workbookOf } from './record-files/workbook/write.ts';
import { workbook } from './record-files/workbook/workbook.ts';
import { DesignModel } from './model/design-model.ts';
const model = DesignModel.parse(everyKind);
const records: ModelRecord[] = [{kind:'design',key:'current',design:'current',body:everyKind.design}, ...kinds.filter(k=>k!=='response').flatMap((kind) => (everyKind as any)[recordKinds[kind].plural].map((body: any, i: number) => ({ kind, key: (model as any)[recordKinds[kind].plural][i].key, design: recordKinds[kind].of==='design'?'current':ofNoDesign, body })))];
const t=Date.now();
const { bytes, sheets } = workbookOf(records, { workspace: 'Acme', design: 'current', asOf: '2026-06-01', kinds: undefined });
writeFileSync('/tmp/book.xlsx', bytes); console.log(sheets.length, bytes.length, Date.now()-t);
const read = await workbook.read({ name: 'book.xlsx', bytes: readFileSync(process.argv[2] ?? '/tmp/book.xlsx'), workspace: { currency: 'EUR', timeZone: 'UTC', fiscalYearStart: 1 } });
console.log(read.rows, read.rejected, read.ties, read.remarks);
let bad=0;
for (const r of records) { const f = read.records.filter(x => x.kind===r.kind && (x.body.key===r.key)); const got = f[0]?.body; const want = {...r.body, key: r.key};
 const c=(o:any):any=>Array.isArray(o)?o.map(c):o&&typeof o==='object'?Object.fromEntries(Object.keys(o).sort().map(k=>[k,c(o[k])])):o;
 if (JSON.stringify(c(got))!==JSON.stringify(c(want))) { bad++; console.log(r.kind, r.key, '\n  ', JSON.stringify(c(got)), '\n  ', JSON.stringify(c(want))); } }
console.log('bad', bad, 'of', records.length);
