import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbiddenFolders, forTests, walls } from './walls.ts';

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/u.test(file));

/** Every module a file names: `import … from 'x'`, `export … from 'x'`, `import('x')`. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:^\s*(?:import|export)\b[^'";]*?from\s*|^\s*import\s*|\bimport\(\s*)['"]([^'"]+)['"]/gm)].map(
    ([, name = '']) => name,
  );

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

const isTest = (file: string): boolean => file.endsWith('.test.ts') || file.includes('/fixtures/');

/** What is wrong with one import of one file, or undefined. */
const breach = (file: string, name: string): string | undefined => {
  const folder = file.split('/')[0] ?? '';
  const wall = walls[folder];
  if (!wall) return `src/${folder} has no row in test/walls.ts`;
  if (name.startsWith('.')) {
    const target = relative(src, join(src, dirname(file), name));
    return target.startsWith(`${folder}/`) ? undefined : `${file}: a relative import leaves its folder: ${name}`;
  }
  if (name.startsWith('#')) {
    const target = name.slice(1).split('/')[0] ?? '';
    const allowed = isTest(file) ? [...wall.folders, ...(forTests.folders[folder] ?? [])] : wall.folders;
    return allowed.includes(target) ? undefined : `${file}: ${folder} may not import ${target}`;
  }
  if (name.startsWith('node:')) {
    const module = name.slice('node:'.length).split('/')[0] ?? '';
    const allowed = isTest(file) ? [...wall.node, ...forTests.node] : wall.node;
    return allowed.includes(module) ? undefined : `${file}: ${folder} may not use node:${module}`;
  }
  const allowed = isTest(file)
    ? [...wall.packages, ...forTests.packages, ...(forTests.ownPackages[folder] ?? [])]
    : wall.packages;
  return allowed.includes(packageOf(name))
    ? undefined
    : `${file}: ${folder} may not use the package ${packageOf(name)}`;
};

test('no file breaks a wall', () => {
  const breaches = sources.flatMap((file) =>
    importsOf(readFileSync(join(src, file), 'utf8')).flatMap((name) => breach(file, name) ?? []),
  );
  expect(breaches).toEqual([]);
});

test('no wall is wider than what is imported', () => {
  const used = new Map<string, Set<string>>();
  for (const file of sources.filter((each) => !isTest(each))) {
    const folder = file.split('/')[0] ?? '';
    used.set(
      folder,
      (used.get(folder) ?? new Set()).union(new Set(importsOf(readFileSync(join(src, file), 'utf8')).map(doorOf))),
    );
  }
  const open = Object.entries(walls).flatMap(([folder, { folders, packages, node }]) => {
    const doors = [...folders.map((name) => `#${name}`), ...packages, ...node.map((name) => `node:${name}`)];
    return doors.filter((door) => !used.get(folder)?.has(door)).map((door) => `${folder}: ${door}`);
  });
  expect(open).toEqual([]);
});

test('nothing but the PostgreSQL store opens a connection; the server listens, and what asks it asks this machine alone', () => {
  const doors = ['net', 'tls', 'http', 'http2', 'https', 'dgram', 'dns'];
  const through = Object.entries(walls).flatMap(([folder, { node }]) =>
    node.filter((name) => doors.includes(name)).map((name) => `${folder} ${name}`),
  );
  expect(through).toEqual(['server http', 'server net']);
  // No file calls what is there without an import.
  const calls = /\b(?:fetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b)/u;
  expect(sources.filter((file) => calls.test(readFileSync(join(src, file), 'utf8')))).toEqual([
    'server/ask.ts',
    // A page asks whoever gave it: its policy lets it ask nobody else.
    'web/ask.ts',
    'web/order.ts',
    'web/screens/import/hand-over.ts',
  ]);
});

/** What an import goes through: a folder, a package or a built-in module. */
const doorOf = (name: string): string => (/^(?:#|node:)/u.test(name) ? (name.split('/')[0] ?? '') : packageOf(name));

describe('the walls see', () => {
  test.each([
    ['an import of a folder that is not in the row', 'model/a.ts', '#engine/sql.ts'],
    ['a package that is not in the row', 'model/a.ts', 'kysely'],
    ['a scoped package', 'store/a.ts', '@duckdb/node-api'],
    ['a built-in module in a pure folder', 'model/a.ts', 'node:fs'],
    ['a relative path out of the folder', 'model/a.ts', '../engine/sql.ts'],
    ['a folder that only the tests of another folder may import', 'metrics/a.test.ts', '#importers/load.ts'],
    ['a folder that only tests may import', 'facts/a.ts', '#importers/load.ts'],
    ['a folder nobody wrote a row for', 'novelty/a.ts', 'zod'],
  ])('%s', (_, file, name) => {
    expect(breach(file, name)).toBeTypeOf('string');
  });

  test.each([
    ["import { a } from 'kysely';", ['kysely']],
    ["import type { a } from '#x/y.ts';", ['#x/y.ts']],
    ["export { a } from './b.ts';", ['./b.ts']],
    ["const a = await import('pg');", ['pg']],
    ["import {\n  a,\n  b,\n} from 'zod';", ['zod']],
    ["import 'side-effect';", ['side-effect']],
  ])('the import in %j', (text, names) => {
    expect(importsOf(text)).toEqual(names);
  });
});

test('walls have no circle', () => {
  const visit = (folder: string, path: readonly string[]): string[] =>
    path.includes(folder)
      ? [[...path, folder].join(' → ')]
      : (walls[folder]?.folders ?? []).flatMap((next) => visit(next, [...path, folder]));
  expect(Object.keys(walls).flatMap((folder) => visit(folder, []))).toEqual([]);
});

test('no folder has a name that says nothing', () => {
  const folders = new Set(
    sources.flatMap((file) =>
      dirname(file)
        .split('/')
        .map((part) => basename(part)),
    ),
  );
  expect(forbiddenFolders.filter((name) => folders.has(name))).toEqual([]);
});
