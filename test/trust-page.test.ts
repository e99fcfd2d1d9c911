import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readme } from './fixtures/readme.ts';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs', 'reference', 'trust.md'), 'utf8');

/** The rows of the tables that name tests, each with what it proves and the files that hold it. */
const held = page
  .slice(0, page.indexOf('\n## '))
  .split('\n')
  .filter((line) => /^\| .*\]\(/u.test(line))
  .map((line) => ({
    proves: line.slice(2, line.indexOf(' |')),
    files: [...line.matchAll(/\[`([^`]+)`\]\(\.\.\/\.\.\/([^)]+)\)/gu)].map(([, name = '', link = '']) => ({
      name,
      link,
    })),
  }));

test.each(held)('that $proves is held by tests that are there', ({ files }) => {
  expect(files.length).toBeGreaterThan(0);
  for (const { name, link } of files) {
    expect(link).toBe(name);
    expect(name).toMatch(/\.test\.ts$/u);
    expect([name, existsSync(join(root, name))]).toEqual([name, true]);
  }
});

test('every promise of the README has a row, and so has every proof that it names', () => {
  const [, promises = ''] = /\n## Promises\n(.*?)\n## /su.exec(readme) ?? [];
  const numbers = [...promises.matchAll(/^(\d+)\. /gmu)].map(([, number]) => `${number}.`);
  const proofs = [...promises.matchAll(/\bR\d+\b/gu)].map(([proof]) => proof);
  expect(numbers.length).toBeGreaterThan(5);
  const begun = new Set(held.map(({ proves }) => proves.split(' ')[0]));
  expect([...numbers, ...proofs].filter((each) => !begun.has(each))).toEqual([]);
});
