import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exportWorkbook, importRecords } from '#api/record-files.ts';
import { answerExportWorkbook } from '#handlers/export-workbook.ts';
import { answerImportRecords } from '#handlers/import-records.ts';
import { type ModelRecord, ofNoDesign } from '#model/records.ts';
import { workbookOf } from '#record-files/workbook/write.ts';
import { benchRoom } from './room.ts';

/**
 * How long it takes to write a large model as a workbook, to look at one that changes nothing, and to take one in.
 *
 * `node tools/bench/workbook.ts --initiatives 5000 --links 200000`. Times are in seconds, of this process alone.
 */
const { values } = parseArgs({
  options: { initiatives: { type: 'string', default: '5000' }, links: { type: 'string', default: '200000' } },
});
const [initiatives, links] = [Number(values.initiatives), Number(values.links)];

const capabilities = 300;
const record = (kind: ModelRecord['kind'], key: string, body: object): ModelRecord => ({
  kind,
  key,
  design: ofNoDesign,
  body: { key, ...body },
});

const month = (n: number): string => new Date(Date.UTC(2016, n, 1)).toISOString().slice(0, 10);

const model: ModelRecord[] = [
  ...Array.from({ length: capabilities }, (_, n) =>
    record('capability', `c-${n}`, { name: `Capability ${n}`, kind: 'business' }),
  ),
  ...Array.from({ length: initiatives }, (_, n) =>
    record('initiative', `i-${n}`, { name: `Initiative ${n}`, status: 'active', plannedStart: month(n % 100) }),
  ),
  ...Array.from({ length: 100 }, (_, n) => {
    const measurements = Array.from({ length: 120 }, (_each, at) => ({ on: month(at), value: ((n + at) * 37) % 100 }));
    return record('outcome', `o-${n}`, { name: `Outcome ${n}`, unit: '%', measurements });
  }),
  ...Array.from({ length: links }, (_, n) =>
    record('chain-link', `l-${n}`, {
      giver: { initiative: `i-${n % initiatives}` },
      receiver: { capability: `c-${(n + Math.floor(n / initiatives)) % capabilities}` },
      passes: 0.01,
      contributes: 0.0005,
      grade: 'D',
      rationale: `what initiative ${n % initiatives} is meant to bring about`,
    }),
  ),
];

const folder = mkdtempSync(join(tmpdir(), 'throughline-workbook-'));
writeFileSync(join(folder, 'throughline.yaml'), 'name: Large\ncurrency: EUR\ntimeZone: UTC\n');
const room = benchRoom(folder);

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const [from, before] = [performance.now(), process.cpuUsage()];
  const answer = await work();
  const { user, system } = process.cpuUsage(before);
  const rss = Math.round(process.memoryUsage().rss / 1_000_000);
  console.log(
    `${what}: ${((performance.now() - from) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor, ${rss} MB`,
  );
  return answer;
};

const taken = (content: string, dryRun: boolean) =>
  answerImportRecords.answer(
    importRecords.input.parse({ files: [{ name: 'large.xlsx', content }], reason: 'bench', dryRun }),
    room,
  );

try {
  const about = { workspace: 'Large', design: undefined, asOf: 'now', kinds: undefined };
  const bytes = await timed('written from memory', async () => workbookOf(model, about).bytes);
  const content = Buffer.from(bytes).toString('base64');
  console.log(`${model.length} records, ${(bytes.length / 1e6).toFixed(1)} MB`);
  await timed('preview, all of it new', () => taken(content, true));
  await timed('taken in', () => taken(content, false));
  const exported = await timed('exported', () => answerExportWorkbook.answer(exportWorkbook.input.parse({}), room));
  const again = await timed('preview, nothing changed', () => taken(exported.content, true));
  console.log(`${again.changes.length} changes, ${again.untouched} untouched`);
} finally {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
}
