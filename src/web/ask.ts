import type { z } from 'zod';
import type { Endpoint } from '#api/define.ts';
import { fieldsInPath, filledPath } from '#api/written.ts';

/** A failure as the server tells it (RFC 9457). */
export type Problem = {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code?: string;
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
): Promise<z.output<Answer>> => {
  const answer = await fetch(addressOf(endpoint, Object(input)), signal ? { signal } : {}).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Refused({
      title: 'server silent',
      status: 0,
      detail: 'The server does not answer.',
      code: 'server-silent',
    });
  });
  const said: unknown = await answer.json();
  if (!answer.ok) throw new Refused(said as Problem);
  return endpoint.answer.parse(said);
};

const addressOf = ({ path }: Endpoint, input: Readonly<Record<string, unknown>>): string => {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  const inPath = fieldsInPath(path);
  const query = new URLSearchParams(
    given
      .filter(([name]) => !inPath.includes(name))
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  ).toString();
  return `${filledPath(path, (name) => encodeURIComponent(String(input[name])))}${query && `?${query}`}`;
};
