import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { handlers } from './index.ts';

const api = join(import.meta.dirname, '..', 'api');

/** The ids of the endpoints that the files of `api` define. */
const defined = readdirSync(api)
  .filter((file) => file !== 'define.ts')
  .flatMap((file) => [...readFileSync(join(api, file), 'utf8').matchAll(/endpoint\(\{\s*id: '([^']+)'/gu)])
  .map(([, id = '']) => id);

test('every endpoint is answered, and answered once', () => {
  expect(new Set(handlers.map(({ endpoint }) => endpoint.id))).toEqual(new Set(defined));
  expect(handlers).toHaveLength(defined.length);
  expect(new Set(defined).size).toBe(defined.length);
});

test('no two endpoints share a method and a path', () => {
  const doors = handlers.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`);
  expect(new Set(doors).size).toBe(doors.length);
});

test.each(handlers.map(({ endpoint }) => endpoint))('$id says in one line what it answers', ({ summary, path }) => {
  expect(summary).toMatch(/^[A-Z][^\n]{20,140}$/u);
  expect(path).toMatch(/^\/api\/v1\//u);
});
