import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading.tsx';
import { ProblemState } from './states.tsx';

type Props<Answer> = {
  readonly query: UseQueryResult<Answer>;
  readonly what: string;
  readonly children: (answer: Answer) => ReactNode;
};

/** What a picture is made of, as soon as it is there; else that it is coming, or why it does not. */
export function Asked<Answer>({ query: { data, error, refetch }, what, children }: Props<Answer>) {
  if (error && !data) return <ProblemState error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading lines={8} what={what} />;
  return children(data);
}
