import { type ReactNode, useContext, useEffect } from 'react';
import { WorkspaceContext } from '../workspace.ts';

type Props = {
  readonly children: string | readonly string[];
  /** Whether it stands on the page only for those who are told its headings: the rail says it to all others. */
  readonly unseen?: boolean;
  /** The record whose name it is, if it is one. */
  readonly stated?: string;
};

/** What a page is called: its heading, and the window's title, by which tabs, bookmarks and the history tell pages apart. */
export function PageTitle({ children, unseen = false, stated }: Props): ReactNode {
  const workspace = useContext(WorkspaceContext)?.name;
  const title = [children].flat().join('');
  useEffect(() => {
    document.title = [title, workspace, 'Throughline'].filter((part) => part !== undefined).join(' · ');
  }, [title, workspace]);
  return (
    <h1 className={unseen ? 'unseen' : undefined} data-stated={stated}>
      {title}
    </h1>
  );
}
