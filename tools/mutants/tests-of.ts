import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The files of a folder of src, or a file itself, without tests, what only tests need, and lists of siblings. */
export const filesOf = (path: string): string[] =>
  (path.endsWith('.ts') ? [path] : globSync(`${path}/**/*.ts`, { cwd: root }))
    .filter((file) => !/\.test\.ts$|\/fixtures\/|\/index\.ts$/.test(file))
    .toSorted();

/**
 * The tests that have to notice when a file is changed: those of its shelf (`src/model`) that import it, else those that
 * have to for the files that do.
 */
export const testsOf = (file: string): string[] => {
  const [source = '', shelf = ''] = file.split('/');
  const all = globSync(`${source}/${shelf}/**/*.ts`, { cwd: root }).toSorted();
  const importers = all.filter((other) => imports(other, file));
  const tests = importers.filter((other) => other.endsWith('.test.ts'));
  if (tests.length > 0) return tests;
  return [...new Set(importers.flatMap(testsOf))].toSorted();
};

const imports = (importer: string, file: string): boolean =>
  [...readFileSync(join(root, importer), 'utf8').matchAll(/from '(\.[^']+)'/g)].some(
    ([, path = '']) => path.endsWith(basename(file)) && join(dirname(importer), path) === file,
  );
