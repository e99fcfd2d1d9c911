import type { z } from 'zod';

/**
 * One question or order the product answers, as a value: what may be asked, and the shape of the answer.
 *
 * The command line calls it in process, a server over HTTP, and the OpenAPI document is printed from it. `params` stand in
 * the path, `query` behind it, `body` in the request; all three reach the handler as one checked `input`.
 */
export type Endpoint<Input extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> = {
  readonly id: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  /** Speaks of files and folders of whoever asks, so that it is answered in process only. */
  readonly inProcess?: true;
  /** Speaks of the server itself, so that it is answered by one only. */
  readonly byServer?: true;
  /**
   * May take long, and can be ordered as a job. One that a kill broke off is begun again where that comes to the same end,
   * and is left for somebody to look at where it may not.
   */
  readonly job?: 'begun-again' | 'left';
  /** Says the same until evidence, records or files change, and so need not be answered twice. */
  readonly stands?: true;
  /** How many bytes a request may have, where files come in it; orders are words and names, and need a million at most. */
  readonly largestBody?: number;
  /** Which version of a record the answer speaks of; an edit may be held to it by `expected`. */
  readonly version?: (answer: z.output<Answer>) => number | null;
  /** How many rows a page of an answer has, by `limit` and `offset`, and how many there are. */
  readonly pages?: (answer: z.output<Answer>) => { readonly rows: number; readonly total: number };
  readonly input: Input;
  readonly answer: Answer;
};

export const endpoint = <Input extends z.ZodType, Answer extends z.ZodType>(
  definition: Endpoint<Input, Answer>,
): Endpoint<Input, Answer> => definition;
