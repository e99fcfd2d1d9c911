import type { z } from 'zod';
import type { Endpoint } from '#api/define.ts';
import { fieldsInPath, filledPath } from '#api/written.ts';

/** A failure as the server tells it (RFC 9457). */
export type Problem = {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code?: string;
  /** All that the fault behind it knows, as its code says. */
  readonly fault?: object;
};

export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Asks the server that gave the page, and holds the answer against what the endpoint promises. */
export const ask = async <Input extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Input, Answer>,
  input: z.input<Input>,
  signal?: AbortSignal,
): Promise<z.output<Answer>> =>
  endpoint.answer.parse(await sent(requestOf(endpoint, Object(input)), signal ? { signal } : {}));

/** What a request is answered, whatever it is; a refusal is thrown as the server told it. */
export const sent = async (request: Request, options: RequestInit = {}): Promise<unknown> => {
  const answer = await fetch(request, options).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    throw new Refused(silent);
  });
  const said: unknown = await answer.json();
  if (!answer.ok) throw new Refused(said as Problem);
  return said;
};

const silent: Problem = {
  title: 'server silent',
  status: 0,
  detail: 'The server does not answer.',
  code: 'server-silent',
};

/** A question carries its input behind the address, an order in its body. */
export const requestOf = (
  { path, method }: Endpoint,
  input: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Request => {
  const inPath = fieldsInPath(path);
  const given = Object.entries(input).filter(([name, value]) => value !== undefined && !inPath.includes(name));
  const address = filledPath(path, (name) => encodeURIComponent(String(input[name])));
  if (method === 'post') {
    return new Request(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(Object.fromEntries(given)),
    });
  }
  const query = new URLSearchParams(
    given.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  ).toString();
  return new Request(`${address}${query && `?${query}`}`, { headers });
};
