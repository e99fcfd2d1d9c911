import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Next } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { problemResponse } from './guard.ts';
import { plainProblem } from './problem.ts';

const cookie = 'throughline';

/** Where the token is taken to. */
export const entrance = '/enter';

/**
 * Who may ask a server that other machines can reach: whoever came in by the token, and commands on its own machine.
 *
 * The token stands on the terminal where the server was started and works once; for it a browser gets a session that its
 * pages cannot read and no other site can use. Commands have a key, which only who may enter the state folder can read.
 */
export class Access {
  /** For people, once. */
  readonly token: string;
  /** For commands, as long as the server runs. */
  readonly key: string;
  readonly #random: (bytes: number) => Uint8Array;
  #unused = true;
  #session: string | undefined;

  constructor(random: (bytes: number) => Uint8Array) {
    this.#random = random;
    this.token = this.#secret();
    this.key = this.#secret();
  }

  /** Lets in whoever has the token, the first time. */
  readonly enter = (context: Context): Response => {
    if (!this.#unused || !same(context.req.query('token') ?? '', this.token)) {
      return problemResponse(plainProblem(403, 'Forbidden', `This token is wrong, or was used before. ${howToGetOne}`));
    }
    this.#unused = false;
    this.#session = this.#secret();
    setCookie(context, cookie, this.#session, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return context.redirect('/', 303);
  };

  readonly guard = async (context: Context, next: Next): Promise<Response | undefined> => {
    const { req } = context;
    const open = req.path === entrance || req.path === '/healthz';
    if (!open && !this.#knows(getCookie(context, cookie), req.header('authorization'))) {
      const detail = `This server is asked by who came in by its token. ${howToGetOne}`;
      return problemResponse(plainProblem(401, 'Unauthorized', detail));
    }
    await next();
    return undefined;
  };

  #knows(session: string | undefined, authorization: string | undefined): boolean {
    const [, key = ''] = /^Bearer (\S+)$/u.exec(authorization ?? '') ?? [];
    return same(key, this.key) || (this.#session !== undefined && same(session ?? '', this.#session));
  }

  #secret(): string {
    return Buffer.from(this.#random(32)).toString('base64url');
  }
}

const howToGetOne = 'It is printed when the server starts; start it anew for another.';

/** Takes as long for what is nearly right as for what is all wrong. */
const same = (given: string, right: string): boolean => timingSafeEqual(digest(given), digest(right));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
