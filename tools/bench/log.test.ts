import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeLog } from './log.ts';
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
