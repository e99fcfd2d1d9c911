import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** A sign with a blank before it, at the end of a word: what goes on with a number or a bracket is a remainder. */
const apart = /(?:\d|\}|%\.\df)[ \u00a0\u202f]%%?(?!\s*[\d(]|\s*\$\{|\s*Math\.)/u;

const isComment = /^\s*(?:\*|\/\/|\/\*\*)/u;

/** So it is written wherever a number is formatted by the language of the page; two manners beside each other look like a mistake. */
test('every percent sign of the product stands at its number: 59%', () => {
  const found = globSync('src/**/*.{ts,tsx}', { cwd: root, exclude: ['**/*.test.ts', '**/fixtures/**'] }).flatMap(
    (file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, at) => (apart.test(line) && !isComment.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
