import type { Context, Next } from 'hono';
import { uploadPath } from '#api/uploads.ts';
import { type Problem, plainProblem } from './problem.ts';

/** The names by which a machine calls itself. */
const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/** Where an answer says nothing else: nothing of what is answered runs, is framed, is guessed at or is kept by anybody on the way. */
const headers = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/**
 * Refuses what a page of another site could make a browser ask: a name that only looks like this machine's, another
 * origin, or an order that a form can send.
 */
export const guard = (context: Context, next: Next): Promise<Response | undefined> =>
  guarded(context, next, misdirected(context) ?? refusal(context));

/** The same for a server that other machines know by names of their own: who may ask is then told by more than a name. */
export const openGuard = (context: Context, next: Next): Promise<Response | undefined> =>
  guarded(context, next, refusal(context));

const guarded = async (context: Context, next: Next, refused: Problem | undefined): Promise<Response | undefined> => {
  if (refused) return problemResponse(refused);
  await next();
  withHeaders(context.res);
  return undefined;
};

const withHeaders = (answer: Response): void => {
  for (const [name, value] of Object.entries(headers)) {
    if (!answer.headers.has(name)) answer.headers.set(name, value);
  }
};

const misdirected = ({ req }: Context): Problem | undefined => {
  const host = req.header('host') ?? '';
  if (!ownNames.includes(host.replace(/:\d+$/u, ''))) {
    return plainProblem(
      421,
      'Misdirected Request',
      `This server answers for ${ownNames.join(', ')} only, not for ${host}.`,
    );
  }
  return undefined;
};

const refusal = ({ req }: Context): Problem | undefined => {
  const host = req.header('host') ?? '';
  const origin = req.header('origin');
  const site = isFollowed(req) ? undefined : req.header('sec-fetch-site');
  // Somebody on the way may have added the encryption.
  if ((origin !== undefined && origin.replace(/^https?:\/\//u, '') !== host) || site === 'cross-site') {
    return plainProblem(403, 'Forbidden', `Pages of ${origin ?? 'another site'} may not ask this server.`);
  }
  if (req.method === 'POST' && !isOrder(req)) {
    return plainProblem(
      415,
      'Unsupported Media Type',
      'An order has a JSON object as its body (content-type: application/json).',
    );
  }
  return undefined;
};

/** Whether a person follows a link to a page. A page holds nothing of the workspace: it asks for it as every page here does. */
const isFollowed = (req: Context['req']): boolean =>
  req.method === 'GET' &&
  !req.path.startsWith('/api/') &&
  req.header('sec-fetch-mode') === 'navigate' &&
  req.header('sec-fetch-dest') === 'document';

/** Neither can be sent by a form of another site. */
const isOrder = (req: Context['req']): boolean => {
  const type = req.header('content-type') ?? '';
  return /^application\/json\b/u.test(type) || (req.path === uploadPath && type === 'application/octet-stream');
};

/** A problem as an answer. */
export const problemResponse = (problem: Problem): Response =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
