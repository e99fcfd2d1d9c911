import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** The parts of the diffs in the text: the file each is about, and the lines it adds. */
const parts = [...text.matchAll(/```diff\n(.*?)```/gsu)]
  .flatMap(([, diff = '']) => diff.split(/^(?=--- )/mu))
  .map((part) => ({
    isNew: part.startsWith('--- /dev/null'),
    file: /^\+\+\+ b\/(\S+)$/mu.exec(part)?.[1] ?? '',
    added: part.split('\n').flatMap((line) => (/^\+(?!\+\+ )/u.test(line) ? [line.slice(1)] : [])),
  }));

describe('the walks through a new metric and a new rule', () => {
  test('show whole files', () => {
    expect(parts.filter(({ isNew }) => isNew).length).toBeGreaterThanOrEqual(3);
  });

  test.each(parts.filter(({ isNew }) => isNew))('show $file as it is', ({ file, added }) => {
    expect(`${added.join('\n')}\n`).toBe(readFileSync(join(root, file), 'utf8'));
  });

  test.each(parts.filter(({ isNew }) => !isNew))('add to $file what stands in it', ({ file, added }) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    expect(added.length).toBeGreaterThan(0);
    expect(lines).toEqual(expect.arrayContaining(added));
  });
});
