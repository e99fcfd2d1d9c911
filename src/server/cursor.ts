import { createHash } from 'node:crypto';
import type { Endpoint } from '#api/define.ts';
import { Fault } from '#model/fault.ts';

/** Where a page begins, of which state of the evidence the pages before it were, and of which question. */
export type Cursor = { readonly generation: string; readonly offset: number; readonly question: string };

type Query = Readonly<Record<string, readonly string[]>>;

/** A cursor that a query carries, and what is left of the query: an endpoint knows offsets only. */
export const withoutCursor = (query: Query, path: string): { query: Query; cursor: Cursor | undefined } => {
  const { cursor: [text] = [], ...rest } = query;
  if (text === undefined) return { query, cursor: undefined };
  const { offset: _, ...asked } = rest;
  const cursor = cursorIn(text);
  if (cursor === undefined || cursor.question !== questionOf(path, asked)) {
    const expected = 'the cursor of a page of this very question';
    throw new Fault('input-refused', { field: 'cursor', found: JSON.stringify(text), expected });
  }
  return { query: { ...asked, offset: [String(cursor.offset)] }, cursor };
};

/** Refuses to go on where something changed since the page before: rows could be missed, or met twice. */
export const checkCursor = (cursor: Cursor | undefined, generation: string | undefined): void => {
  if (cursor !== undefined && cursor.generation !== generation) throw new Fault('page-gone', {});
};

/** Where the next page is (RFC 8288), when there is one: the same address with another cursor. */
export const nextPage = (
  { pages }: Endpoint,
  { url, path, query, input, answer, generation }: Shown,
): string | undefined => {
  const shown = pages?.(answer);
  if (shown === undefined) return undefined;
  const offset = (input.offset ?? 0) + shown.rows;
  if (shown.rows === 0 || offset >= shown.total) return undefined;
  const { offset: _, ...asked } = query;
  const next = new URL(url);
  const text = JSON.stringify([generation, offset, questionOf(path, asked)]);
  next.searchParams.delete('offset');
  next.searchParams.set('cursor', Buffer.from(text).toString('base64url'));
  return `<${next.pathname}${next.search}>; rel="next"`;
};

type Shown = {
  readonly url: string;
  readonly path: string;
  readonly query: Query;
  readonly input: { readonly offset?: number };
  readonly answer: unknown;
  readonly generation: string;
};

const questionOf = (path: string, query: Query): string =>
  createHash('sha256')
    .update(JSON.stringify([path, Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('base64url')
    .slice(0, 12);

const cursorIn = (text: string): Cursor | undefined => {
  try {
    const [generation, offset, question]: unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const right = typeof generation === 'string' && typeof offset === 'number' && typeof question === 'string';
    return right && Number.isSafeInteger(offset) && offset >= 0 ? { generation, offset, question } : undefined;
  } catch {
    return undefined;
  }
};
