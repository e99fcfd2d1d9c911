import { Fault, type Faults } from '#model/fault.ts';

/** A failure as RFC 9457 has it: `application/problem+json`, with the fault behind it. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The fault by its code, and all it knows; none for a bug. */
  readonly code?: string;
  readonly fault?: object;
  readonly place?: object;
};

/** Where a fault is no mistake in what was asked (400) or in what the files say (422). */
const statuses: { readonly [Code in keyof Faults]?: number } = {
  'workspace-exists': 409,
  'workspace-held': 409,
  'workspace-contested': 409,
  'store-conflict': 409,
  'store-moved': 409,
  'records-contradict': 409,
  'run-not-committed': 409,
  'job-ended': 409,
  'record-changed': 412,
  'change-covered': 409,
  'page-gone': 410,
  'store-busy': 503,
  'store-unreachable': 503,
  'file-missing': 404,
  'file-too-large': 413,
  'upload-too-large': 413,
  'upload-unknown': 404,
  'source-taken': 409,
  'workspace-sample': 409,
  'upload-not-taken': 409,
  'name-edit-undone': 409,
  'name-edit-covered': 409,
  'source-unknown': 404,
  'case-unknown': 404,
  'record-unknown': 404,
  'change-unknown': 404,
  'metric-unknown': 404,
  'nothing-called': 404,
  'citation-unknown': 404,
  'rule-unknown': 404,
  'run-unknown': 404,
  'job-unknown': 404,
  'name-edit-unknown': 404,
};

/** What is told of a failure. A bug is told as one and no more: what it was stands where the server runs. */
export const problemOf = (thrown: unknown): Problem => {
  if (!(thrown instanceof Fault)) {
    const detail = 'This should not have happened. What did stands in the messages of the server.';
    return { type: 'about:blank', title: 'Internal Server Error', status: 500, detail };
  }
  const { code, exit, message, detail, place }: Fault = thrown;
  return {
    type: `urn:throughline:fault:${code}`,
    title: code.replaceAll('-', ' '),
    status: statuses[code] ?? (exit === 2 ? 400 : 422),
    detail: message,
    code,
    fault: detail,
    ...(place ? { place } : {}),
  };
};

/** A problem that HTTP itself has a word for. */
export const plainProblem = (status: number, title: string, detail: string): Problem => ({
  type: 'about:blank',
  title,
  status,
  detail,
});
