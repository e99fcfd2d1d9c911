import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** A file that a browser is given. */
export type Page = { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Readonly<Record<string, string>> };

export type Pages = { readonly at: (path: string) => Page | undefined };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Only what this server itself gives is run, styled, shown or asked; nothing stands in a page that is run or styled.
 *
 * A page may show what its own scripts hold (`blob:`), to turn a picture into dots; nothing from elsewhere comes in by that.
 */
const policy = [
  "default-src 'none'",
  ...['script', 'style', 'font', 'connect'].map((kind) => `${kind}-src 'self'`),
  "img-src 'self' blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** What was built has its content in its name, so it can be kept for ever; the page that names it is asked for each time. */
const kept = { immutable: 'public, max-age=31536000, immutable', asked: 'no-cache' } as const;

/**
 * The pages as they were built when the server began, so that a later build takes nothing from under an open page.
 *
 * Every path that is neither a file nor a question is a place in the application, which finds its way by itself.
 */
export const pagesIn = (folder: string): Pages | undefined => {
  if (!existsSync(join(folder, 'index.html'))) return undefined;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pages = new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name).slice(folder.length).split(sep).join('/').replace(/^\/*/u, '/');
      return [path, pageOf(join(parentPath, name), path)] as const;
    }),
  );
  const index = pages.get('/index.html');
  return { at: (path) => pages.get(path) ?? (isPlace(path) ? index : undefined) };
};

const pageOf = (file: string, path: string): Page => ({
  bytes: new Uint8Array(readFileSync(file)),
  headers: {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'cache-control': path.startsWith('/assets/') ? kept.immutable : kept.asked,
  },
});

/** The files there are lie in the root or among the assets; further down a dot stands in the name of a thing. */
const isPlace = (path: string): boolean => !/^\/(?:api|assets)\/|^(?:\/\.\.)*\/[^/]+\.\w+$/u.test(path);
