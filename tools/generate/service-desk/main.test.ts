import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { noFaults } from './faults.ts';
import { generate } from './generate.ts';
import { main } from './main.ts';

const folder = mkdtempSync(join(tmpdir(), 'service-desk-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['as asked', '', {}],
  ['without one fault', 'ping-pong', { 'ping-pong': false }],
  ['without any fault', 'all', noFaults],
])('the example is written %s', (name, off, faults) => {
  const out = join(folder, name);
  main(['--out', out, '--seed', '3', '--items', '80', '--off', off]);
  const { files } = generate({ seed: 3, items: 80, faults });
  for (const [path, text] of files) expect(readFileSync(join(out, path), 'utf8') === text, path).toBe(true);
});

test.each([
  ['a fault that there is not', ['--out', folder, '--off', 'sloth'], 'no fault sloth'],
  ['no folder', [], 'where to?'],
])('%s is refused', (_, args, message) => {
  expect(() => main(args)).toThrow(message);
});
