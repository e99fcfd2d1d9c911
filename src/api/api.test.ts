import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endpoints } from './index.ts';

test('every endpoint that a file defines is on the list, once', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !file.endsWith('.test.ts') && file !== 'define.ts');
  const defined = files
    .flatMap((file) => [
      ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/endpoint\(\{\s*id: '(.+?)'/gu),
    ])
    .map(([, id = '']) => id);
  expect(endpoints.map(({ id }) => id).toSorted()).toEqual(defined.toSorted());
  expect(new Set(defined).size).toBe(defined.length);
});

test('no two endpoints share a method and a path', () => {
  const doors = endpoints.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(doors).size).toBe(doors.length);
});

test.each(endpoints)('$id says in one line what it answers', ({ summary, path }) => {
  expect(summary).toMatch(/^[A-Z][^\n]{20,140}$/u);
  expect(path).toMatch(/^\/api\/v1\//u);
});
