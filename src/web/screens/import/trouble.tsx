import type { ReactNode } from 'react';

type Props = { readonly what: string; readonly why: string; readonly children?: ReactNode };

/** What went wrong with a file, where nothing else did. */
export function Trouble({ what, why, children }: Props) {
  return (
    <section className="problem" role="alert">
      <h2>{what}</h2>
      <p>{why}</p>
      {children}
    </section>
  );
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
