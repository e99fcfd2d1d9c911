import type { ReactNode } from 'react';
import { Refused } from '../ask.ts';
import { PageTitle } from './page-title.tsx';

type Props = { readonly error: unknown; readonly again?: (() => void) | undefined };

/** A failure as a person needs it: what happened, why, what was not lost, and what to do. */
export function ProblemState({ error, again }: Props) {
  const { what, why, next } = toldOf(error);
  return (
    <section className="state problem" role="alert">
      <h2>{what}</h2>
      {why !== `${what}.` && <p>{why}</p>}
      <p className="muted">Nothing was changed by asking, and nothing was lost.</p>
      <p>{next}</p>
      {again && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
      {error instanceof Refused && error.problem.code !== undefined && (
        <p className="muted small">
          <code>{error.problem.code}</code>
        </p>
      )}
    </section>
  );
}

type Told = { readonly what: string; readonly why: string; readonly next: string };

const toldOf = (error: unknown): Told => {
  if (!(error instanceof Refused)) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      what: 'This page broke',
      why,
      next: 'Load it anew. If it breaks again, what stands above helps to mend it.',
    };
  }
  const { code = '', detail, status } = error.problem;
  return { what: whatOf(code, status), why: detail, next: nextOf(code, status) };
};

const whatOf = (code: string, status: number): string => {
  if (code === 'server-silent') return 'The server does not answer';
  if (code === 'workspace-problems') return 'The files of the workspace cannot be read';
  if (status === 404) return 'There is no such thing';
  if (status === 409) return 'Somebody else was faster';
  return status === 400 ? 'This cannot be asked' : 'There is no answer';
};

const nextOf = (code: string, status: number): string => {
  if (code === 'server-silent') return 'Start it again with "throughline serve", then try again.';
  if (status === 400 || status === 404) return 'Take back the last choice above, or go back.';
  if (status === 422) return 'Correct the file that is named; the page then reads it anew.';
  return 'Try again. What went wrong stands in the messages of the server.';
};

/** An address under which there is no screen. */
export function NowhereState() {
  return (
    <section className="state">
      <PageTitle>There is no such page</PageTitle>
      <p>The address names no screen. The rail at the side leads to those there are.</p>
    </section>
  );
}

type EmptyProps = { readonly title: string; readonly children: ReactNode };

export function EmptyState({ title, children }: EmptyProps) {
  return (
    <section className="state">
      <PageTitle>{title}</PageTitle>
      {children}
    </section>
  );
}
