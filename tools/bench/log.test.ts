import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeLater, writeLog } from './log.ts';
import { columns } from './organisation.ts';

const written = (events: number, seed: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-log-'));
  try {
    const items = writeLog(join(folder, 'log.csv'), events, seed);
    const text = readFileSync(join(folder, 'log.csv'), 'utf8');
    const [header, ...rows] = text.trimEnd().split('\n');
    return { items, text, header, rows: rows.map((row) => row.split(',')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('a log has as many rows as were asked for, each of twelve fields, under their names', () => {
  const { header, rows } = written(20_000, 1);
  expect(header).toBe(columns.join(','));
  expect(rows.length).toBe(20_000);
  expect(rows.every((row) => row.length === 12)).toBe(true);
});

test('one seed writes one log, another seed another', () => {
  expect(written(3000, 5).text).toBe(written(3000, 5).text);
  expect(written(3000, 5).text).not.toBe(written(3000, 6).text);
});

test('later events are of items of the log but for every tenth, and come after all of them', () => {
  const { items, rows } = written(20_000, 1);
  const folder = mkdtempSync(join(tmpdir(), 'bench-log-'));
  const path = join(folder, 'later.csv');
  writeLater(path, 1000, { items, seed: 1 });
  const [header, ...later] = readFileSync(path, 'utf8').trimEnd().split('\n');
  rmSync(folder, { recursive: true });
  const known = new Set(rows.map(([item]) => item));
  const cells = later.map((row) => row.split(','));
  expect(header).toBe(columns.join(','));
  expect(cells.filter(([item]) => known.has(item)).length).toBe(900);
  const last = rows.reduce((most, [, time = '']) => (time > most ? time : most), '');
  expect(cells.every(([, time = '']) => time > last)).toBe(true);
  expect(cells.every((row) => row.length === 12)).toBe(true);
});

test('items are whole, of eight to nine rows, and lie in no order', () => {
  const { items, rows } = written(20_000, 1);
  const byItem = Map.groupBy(rows, ([item]) => item);
  expect(byItem.size).toBe(items);
  expect(20_000 / items).toBeCloseTo(8.6, 0);
  for (const own of byItem.values()) {
    const steps = own.map((row) => Number(row[2])).toSorted((a, b) => a - b);
    expect(steps).toEqual(own.map((_, index) => index + 1));
  }
  const times = rows.map((row) => row[1] ?? '');
  expect(times.filter((time, index) => time < (times[index - 1] ?? '')).length).toBeGreaterThan(8000);
});
