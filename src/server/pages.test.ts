import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Pages, pagesIn } from './pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-pages-'));
let pages: Pages | undefined;

beforeAll(() => {
  expect(pagesIn(folder)).toBeUndefined();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), 'index');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'script');
  pages = pagesIn(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

const textAt = (path: string): string | undefined => {
  const page = pages?.at(path);
  return page && new TextDecoder().decode(page.bytes);
};

test.each([
  ['/', 'index'],
  ['/index.html', 'index'],
  ['/flow', 'index'],
  ['/flow/cases', 'index'],
  ['/data/definitions/flow.waiting', 'index'],
  ['/assets/main-1a2b.js', 'script'],
  ['/assets/gone.js', undefined],
  ['/assets/gone', undefined],
  ['/favicon.ico', undefined],
  ['/api/v1/nothing', undefined],
  ['/../package.json', undefined],
])('at %s stands %s', (path, text) => {
  expect(textAt(path)).toBe(text);
});

test('what has its content in its name is kept for ever, and nothing else is', () => {
  expect(pages?.at('/assets/main-1a2b.js')?.headers['cache-control']).toContain('immutable');
  expect(pages?.at('/')?.headers['cache-control']).toBe('no-cache');
});

test('a page may run, be styled by, show and ask only what this server gives', () => {
  const policy = pages?.at('/')?.headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:/u);
});
