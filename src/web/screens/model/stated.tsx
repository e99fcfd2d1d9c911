import type { ReactNode } from 'react';
import { type RecordName, textOfName } from './named.ts';

type Props = {
  readonly as?: 'tr' | 'div' | 'li' | 'section' | 'td';
  readonly of: readonly RecordName[];
  readonly className?: string;
  readonly children: ReactNode;
};

/** What records state, as they state it: numbers in it are read on the pages of these records. */
export function Stated({ as: Tag = 'div', of, className, children }: Props) {
  return (
    <Tag data-stated={of.map(textOfName).join(' ')} {...(className === undefined ? {} : { className })}>
      {children}
    </Tag>
  );
}

const deepest = 6;

/** How deep something lies in a tree, for the eye and for who hears the page. */
export function Depth({ of, children }: { readonly of: number; readonly children: ReactNode }) {
  return (
    <span className={`depth depth-${Math.min(of, deepest)}`}>
      {of > 0 && <span className="unseen">{'below: '.repeat(of)}</span>}
      {children}
    </span>
  );
}

export function None({ what }: { readonly what: string }) {
  return <p className="muted">The design states no {what}.</p>;
}
