import { randomBytes } from 'node:crypto';
import { Hono, type HonoRequest } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cancelJob, listJobs, showJob } from '#api/jobs.ts';
import { openApiOf } from '#api/openapi.ts';
import { uploadPath } from '#api/uploads.ts';
import type { Handler } from '#handlers/define.ts';
import type { Jobs } from '#jobs/jobs.ts';
import { type Access, entrance } from './access.ts';
import { answering } from './answering.ts';
import type { Desk } from './desk.ts';
import { guard, openGuard, problemResponse } from './guard.ts';
import { answerJobs } from './ordered.ts';
import type { Page, Pages } from './pages.ts';
import { plainProblem, problemOf } from './problem.ts';
import { megabyte, receive } from './receive.ts';

/** What the application stands on. */
export type House = {
  readonly desk: Pick<Desk, 'answer' | 'standing' | 'waiting' | 'doing' | 'state' | 'largestUpload'>;
  readonly handlers: readonly Handler[];
  readonly jobs: Jobs;
  readonly version: string;
  /** The pages that a browser is given; undefined where they were not built. */
  readonly pages: Pages | undefined;
  /** Who may ask, where other machines can reach the server; everybody on this machine when left out. */
  readonly access?: Access | undefined;
  /** Told what went wrong where it should not have. */
  readonly onBug: (error: unknown) => void;
};

/** Whether questions are answered, how many wait, and what for. */
export type Ready = { readonly status: 'ready'; readonly waiting: number; readonly doing: string | null };

/** Orders are words and names; files stay where they are. */
const largestBody = 1_000_000;

/** Every endpoint over HTTP, the document that describes them, and whether the server lives and can answer. */
export const appOf = ({ desk, jobs, handlers: all, version, access, pages, onBug }: House): Hono => {
  const handlers = all.filter(({ endpoint }) => !endpoint.inProcess);
  const endpoints = [...handlers.map(({ endpoint }) => endpoint), listJobs, showJob, cancelJob];
  const app = new Hono();
  app.use(access ? openGuard : guard);
  if (access) {
    app.use(access.guard);
    app.get(entrance, access.enter);
  }
  const larger = new Map(
    endpoints.flatMap(({ path, largestBody: bytes }) =>
      bytes === undefined ? [] : [[path, limitedTo(bytes)] as const],
    ),
  );
  const limited = limitedTo(largestBody);
  app.use((context, next) => {
    const { path } = context.req;
    return path === uploadPath ? next() : (larger.get(path) ?? limited)(context, next);
  });
  app.post(uploadPath, async ({ req, json }) => {
    const upload = randomBytes(16).toString('hex');
    const inbox = { state: desk.state, largest: desk.largestUpload * megabyte, now: Date.now() };
    const received = await receive({ name: req.query('name') ?? '', body: req.raw.body, upload }, inbox);
    return json(received, 201, { location: `${uploadPath}/${upload}` });
  });
  app.get('/healthz', (context) => context.json({ status: 'alive', version }));
  app.get('/readyz', (context) =>
    context.json({ status: 'ready', waiting: desk.waiting, doing: desk.doing } satisfies Ready),
  );
  // Made when it is asked for: a server would begin a tenth of a second later for it, and most are never asked.
  let document: string | undefined;
  app.get('/openapi.json', (context) => {
    document ??= JSON.stringify(openApiOf(endpoints, version));
    return context.body(document, 200, { 'content-type': 'application/json' });
  });
  for (const handler of handlers) {
    const { method, path } = handler.endpoint;
    app.on(method.toUpperCase(), path, answering(handler, { desk, jobs }));
  }
  answerJobs(app, jobs);
  const methods = Map.groupBy(endpoints, ({ path }) => path);
  for (const [path, own] of methods) {
    const allowed = own.map(({ method }) => method.toUpperCase()).join(', ');
    app.all(path, ({ req }) => {
      const answer = problemResponse(plainProblem(405, 'Method Not Allowed', `${req.path} is asked by ${allowed}.`));
      answer.headers.set('allow', allowed);
      return answer;
    });
  }
  app.notFound(({ req }) => {
    const page = req.method === 'GET' ? pages?.at(req.path) : undefined;
    if (page) return pageResponse(page);
    if (pages === undefined && wantsPage(req)) return new Response(notBuilt, { status: 503 });
    return problemResponse(
      plainProblem(404, 'Not Found', `There is nothing at ${req.path}. /openapi.json describes what there is.`),
    );
  });
  app.onError((error) => {
    const problem = problemOf(error);
    if (problem.status === 500) onBug(error);
    return problemResponse(problem);
  });
  return app;
};

const limitedTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () =>
      problemResponse(
        plainProblem(413, 'Content Too Large', `A body holds at most ${maxSize.toLocaleString('en')} bytes.`),
      ),
  });

const notBuilt = `The pages were not built. Type "npm run build" in the folder of throughline, and start the server again.

What there is to ask is answered all the same: /openapi.json describes it.
`;

const wantsPage = (req: HonoRequest): boolean =>
  req.method === 'GET' &&
  !req.path.startsWith('/api/') &&
  (req.path === '/' || (req.header('accept') ?? '').includes('text/html'));

const pageResponse = ({ bytes, headers }: Page): Response => new Response(bytes, { headers });
