import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diagnoseWorkspace } from '#api/diagnosis.ts';
import { readMetric } from '#api/figures.ts';
import type { Diagnosis, SourceCoverage } from '#model/diagnosis.ts';
import { ask, copyOfExample, removed, roomIn } from './fixtures/workspace.ts';

const { rows } = JSON.parse(readFileSync(join(import.meta.dirname, '../examples/service-desk/ledger.json'), 'utf8'));

let folder = '';

beforeEach(() => {
  folder = copyOfExample('service-desk');
});

afterEach(() => removed(folder));

const edit = (file: string, change: (text: string) => string): void => {
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'latin1')), 'latin1');
};

const diagnosed = async (): Promise<Diagnosis> => {
  const room = roomIn(folder);
  try {
    return await ask(room, diagnoseWorkspace, {});
  } finally {
    await room.close();
  }
};

const sourceOf = ({ coverage }: Diagnosis, key: string): SourceCoverage | undefined =>
  coverage.find(({ source }) => source === key);

const otherTimes = (text: string): string => text.replace('YYYY-MM-DD HH:mm', 'DD.MM.YYYY HH:mm');

test('a source of which no row was accepted stays in sight, with its reasons', async () => {
  edit('maps/tickets.yaml', otherTimes);
  const diagnosis = await diagnosed();
  const tickets = sourceOf(diagnosis, 'tickets');
  expect(tickets).toMatchObject({ items: 0, events: 0, from: null, until: null, tied: null });
  expect(tickets?.rejected).toBe(rows.tickets.total);
  expect(tickets?.rejects[0]).toMatchObject({ column: 'updated', expected: 'a time as DD.MM.YYYY HH:mm', line: 2 });
  expect(diagnosis.missing.join('\n')).toMatch(/tickets: ([\d,]+) of \1 rows \(100%\) were rejected/u);
  expect(sourceOf(diagnosis, 'approvals')).toMatchObject({ rejected: 0, rejects: [] });
});

test('a diagnosis of no row at all says so, of no time that never was', async () => {
  for (const map of ['maps/tickets.yaml', 'maps/approvals.yaml']) edit(map, otherTimes);
  for (const time of ['first', 'second']) {
    const { sentence, window, kept, worst } = await diagnosed();
    expect(sentence, time).toBe(
      'No row of the evidence of Birkental Insurance (example) was accepted, so there is no figure.',
    );
    expect(window.from.slice(0, 4), time).toBe('2026');
    expect([...kept, ...worst]).toEqual([]);
  }
});

test('rows in another encoding are told as such, and counted beside every figure', async () => {
  edit('data/tickets.csv', (text) => text.replaceAll('Hosting', 'H\u00F6sting'));
  const tickets = sourceOf(await diagnosed(), 'tickets');
  expect(tickets?.rejects[0]).toMatchObject({ code: 'encoding', column: 'assignment_group', line: 2 });
  const room = roomIn(folder);
  const { rejected, readings } = await ask(room, readMetric, { metric: 'flow.velocity' });
  await room.close();
  expect(tickets?.rejected).toBeGreaterThan(900);
  expect(rejected).toBeCloseTo((tickets?.rejected ?? 0) / (rows.tickets.total + rows.approvals.total), 6);
  expect(readings[0]).toMatchObject({ coverage: 1, grade: 'B' });
});

test('a slip in the mapping is told with the record that was meant', async () => {
  expect((await diagnosed()).coverage.flatMap(({ unrecorded }) => unrecorded)).toEqual([]);
  edit('maps/tickets.yaml', (text) => text.replace(/to: hosting$/mu, 'to: hostin'));
  edit('maps/approvals.yaml', (text) => text.replace(/to: purchase$/gmu, 'to: purchas'));
  const diagnosis = await diagnosed();
  expect(sourceOf(diagnosis, 'tickets')?.unrecorded).toEqual([
    { kind: 'team', key: 'hostin', rows: expect.any(Number), closest: 'hosting' },
  ]);
  expect(sourceOf(diagnosis, 'approvals')?.unrecorded).toEqual([
    { kind: 'decision type', key: 'purchas', rows: expect.any(Number), closest: 'purchase' },
  ]);
});

test('days without times leave the order to chance, unless a column tells it', async () => {
  edit('data/tickets.csv', (text) => text.replaceAll(/(20\d\d-\d\d-\d\d) \d\d:\d\d/gu, '$1 00:00'));
  expect(sourceOf(await diagnosed(), 'tickets')?.tied).toBeNull();
  edit('maps/tickets.yaml', (text) => text.replace(/^ *order: .*\n/mu, ''));
  expect(sourceOf(await diagnosed(), 'tickets')?.tied).toBeGreaterThan(0.4);
});
