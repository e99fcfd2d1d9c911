import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { windowOf } from '#api/looked-at.ts';
import type { WorkspaceCard } from '#api/workspace.ts';
import { caseIn, casesIn } from '../cases.ts';
import { type Opened, openedIn } from '../opened.ts';
import { Icon } from '../parts/icon.tsx';
import { Loading } from '../parts/loading.tsx';
import { ProblemState } from '../parts/states.tsx';
import { theExplanation } from '../queries.ts';
import { useChange, useView } from '../view.ts';
import { Case } from './case.tsx';
import { Cases } from './cases.tsx';
import { Explained } from './explained.tsx';
import { openedValue } from './opened-value.tsx';

/**
 * The drawer in which every figure of the product opens. It stands beside the page, not before it, so that one figure after
 * the other can be opened; the address says which.
 */
export function Inspector({ workspace }: { readonly workspace: WorkspaceCard }) {
  const { open = '' } = useView();
  const change = useChange();
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = openedIn(open);
  const close = (): void => change({ open: undefined });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another figure takes the focus anew.
  useEffect(() => heading.current?.focus(), [open]);
  useEffect(() => () => giveBack(open), [open]);
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape' && !document.querySelector('dialog[open]')) close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return (
    <aside className={opened && caseIn(opened.id) ? 'inspector wide' : 'inspector'} aria-labelledby="inspected">
      <div className="inspector-head">
        <p className="muted small">Inspector</p>
        <button
          type="button"
          className="plain"
          onClick={close}
          aria-label="Close the inspector"
          aria-keyshortcuts="Escape"
        >
          <Icon name="close" />
        </button>
      </div>
      <h2 id="inspected" ref={heading} tabIndex={-1} className="unseen">
        {opened?.id ?? open}
      </h2>
      {opened ? <Inspected key={open} opened={opened} workspace={workspace} /> : <Unknown open={open} />}
    </aside>
  );
}

/** The focus goes back to what was opened, if that is still there and nothing else has taken it. */
const giveBack = (open: string): void => {
  if (document.activeElement !== document.body && !document.activeElement?.closest('.inspector')) return;
  document.querySelector<HTMLElement>(`main a[data-figure="${CSS.escape(open)}"]`)?.focus();
};

function Unknown({ open }: { readonly open: string }) {
  return (
    <section className="state">
      <p>The address asks for “{open}”, which is no name of a figure.</p>
    </section>
  );
}

type Props = { readonly opened: Opened; readonly workspace: WorkspaceCard };

function Inspected({ opened, workspace }: Props) {
  const [cases, one] = [casesIn(opened.id), caseIn(opened.id)];
  if (cases) return <Cases of={cases} opened={opened} workspace={workspace} />;
  if (one) return <Case {...one} opened={opened} workspace={workspace} />;
  return openedValue(opened.id) ?? <Saying opened={opened} workspace={workspace} />;
}

function Saying({ opened, workspace }: Props) {
  const view = useView();
  const window = windowOf(workspace, opened.period ?? view.period);
  const { data, error, refetch } = useQuery(theExplanation(opened, { window, asOf: view.asOf }));
  if (error && !data) return <ProblemState error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={8} what="Opening the figure" />;
  return <Explained answer={data} opened={opened} workspace={workspace} />;
}
