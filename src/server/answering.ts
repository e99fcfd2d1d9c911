import type { Context } from 'hono';
import type { Handler } from '#handlers/define.ts';
import type { Generation } from '#handlers/generation.ts';
import type { Jobs } from '#jobs/jobs.ts';
import { checkCursor, nextPage, withoutCursor } from './cursor.ts';
import type { Desk } from './desk.ts';
import { doorHeader, viaOf } from './door.ts';
import { inputReader } from './input.ts';
import { ordered, prefersJob } from './ordered.ts';
import { expectedVersion, generationTag, isKnown, versionTag } from './tags.ts';

type Ground = { readonly desk: Pick<Desk, 'answer' | 'standing'>; readonly jobs: Jobs };

/** Kept by the browser, and never shown again without asking whether it still holds. */
const asksAgain = 'private, no-cache';

/** How one endpoint is answered over HTTP: at once where it is known already, as a job where that is wished, else in turn. */
export const answering = (handler: Handler, { desk, jobs }: Ground) => {
  const { endpoint } = handler;
  const read = inputReader(endpoint);
  return async (context: Context): Promise<Response> => {
    const { req } = context;
    const { query, cursor } = withoutCursor(req.queries(), req.path);
    const body = endpoint.method === 'post' ? await req.text() : '';
    const input = {
      ...Object(read({ params: req.param(), query, body })),
      ...expectedVersion(endpoint, req.header('if-match')),
    };
    const via = viaOf(req.header(doorHeader));
    if (endpoint.job && prefersJob(req.header('prefer'))) {
      return ordered(context, jobs.order({ endpoint: endpoint.id, input, via }));
    }
    const standing = endpoint.stands ? desk.standing() : undefined;
    if (standing && !cursor && isKnown(req.header('if-none-match'), standing)) return unchanged(context, standing);
    const { answer, generation } = await desk.answer(handler, input, { via });
    const said = Object(answer);
    checkCursor(cursor, generation?.id);
    if (generation) {
      const shown = { url: req.url, path: req.path, query, input, answer: said, generation: generation.id };
      const next = nextPage(endpoint, shown);
      if (next !== undefined) context.header('link', next);
      if (isKnown(req.header('if-none-match'), generation)) return unchanged(context, generation);
    }
    tag(context, generationTag(generation) ?? versionTag(endpoint, said));
    return context.json(said);
  };
};

const unchanged = (context: Context, generation: Generation): Response => {
  tag(context, generationTag(generation));
  return context.body(null, 304);
};

const tag = (context: Context, text: string | undefined): void => {
  if (text === undefined) return;
  context.header('etag', text);
  context.header('cache-control', asksAgain);
};
