import { Link } from '@tanstack/react-router';
import { type MouseEvent, type ReactNode, useContext } from 'react';
import { type Opened, textOfOpened } from '../opened.ts';
import type { View } from '../view.ts';
import { WorkspaceContext } from '../workspace.ts';

type Props = {
  readonly of: Opened;
  readonly className?: string;
  /** -1 where something beside it opens the same, and the keyboard need not stop twice. */
  readonly tabIndex?: -1;
  /** What is done first; prevented, the figure does not open. */
  readonly onClick?: (event: MouseEvent<HTMLAnchorElement>) => void;
  readonly children: ReactNode;
};

/** Whatever holds a number: it opens into what the number is, and what it stands on. */
export function Figure({ of, className = '', tabIndex, onClick, children }: Props) {
  const open = textOfOpened(of);
  const isDisputed = useContext(WorkspaceContext)?.disputed.some(
    (each) => textOfOpened(each) === textOfOpened({ id: of.id, where: of.where }),
  );
  return (
    <Link
      to="."
      search={(before: View) => ({ ...before, open })}
      resetScroll={false}
      className={`figure ${className}`}
      activeOptions={{ includeSearch: true, explicitUndefined: true }}
      data-figure={open}
      tabIndex={tabIndex}
      onClick={onClick}
    >
      {children}
      {isDisputed && (
        <span className="disputed" title="disputed">
          {' '}
          ⚑<span className="unseen"> disputed</span>
        </span>
      )}
    </Link>
  );
}
