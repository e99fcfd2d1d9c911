import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { designKinds } from '#model/records.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { theBeside } from '../../queries.ts';
import { useChange, useView, type View } from '../../view.ts';
import { useIsLogged, useWords } from '../../workspace.ts';
import { Count, ToRecord } from './links.tsx';
import type { Listed } from './records.tsx';
import { type TabId, tabs } from './tabs.ts';

type Props = { readonly listed: Listed; readonly chosen: TabId };

/** What is looked at in one sentence, which design it is, and the ways to look at it. */
export function Head({ listed, chosen }: Props) {
  const { asOf } = useView();
  return (
    <header className="model-head">
      <PageTitle unseen>Model</PageTitle>
      <Sentence listed={listed} />
      {listed.notices.length > 0 && <Notices all={listed.notices} />}
      {asOf !== undefined && (
        <p className="muted small">
          As it stood on <time dateTime={asOf}>{asOf}</time>: the past is read, not changed.
        </p>
      )}
      <div className="tabs">
        <nav aria-label="Ways to look at the design">
          <ul>
            {tabs.map(({ id, title }) => (
              <li key={id}>
                <Link
                  to="."
                  search={(before: View) => ({
                    ...before,
                    tab: id,
                    record: undefined,
                    add: undefined,
                    kind: undefined,
                    find: undefined,
                    open: undefined,
                  })}
                  className="tab"
                  aria-current={id === chosen ? 'page' : undefined}
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {listed.designs.length > 1 && <DesignChoice listed={listed} />}
      </div>
    </header>
  );
}

function DesignChoice({ listed: { designs, design } }: { readonly listed: Listed }) {
  const change = useChange();
  return (
    <label className="choice">
      <span>Design</span>
      <select value={design ?? ''} onChange={({ target }) => change({ design: target.value, record: undefined })}>
        {designs.map(({ key, name, inForce, status }) => (
          <option key={key} value={key}>
            {name} ({inForce ? 'in force' : status})
          </option>
        ))}
      </select>
    </label>
  );
}

function Sentence({ listed }: { readonly listed: Listed }) {
  const words = useWords();
  const { counts, designs, design } = listed;
  const shown = designs.find(({ key }) => key === design);
  const counted = (kind: string, one: string) => (
    <Count to={{ tab: 'records', kind }}>{words.counted(counts[kind] ?? 0, one)}</Count>
  );
  if (!shown || isUnstated(listed)) return <p className="finding-sentence">Nothing is designed yet.</p>;
  return (
    <p className="finding-sentence">
      <ToRecord of={{ kind: 'design', key: shown.key }}>
        {shown.inForce ? 'The design in force' : `The design ${shown.name}`}
      </ToRecord>{' '}
      has {counted('team', 'team')}, {counted('decision-right', 'decision right')} and {counted('workflow', 'workflow')}{' '}
      for{' '}
      <Count to={{ tab: 'records', kind: 'capability' }}>
        {words.count(counts.capability ?? 0)} {counts.capability === 1 ? 'capability' : 'capabilities'}
      </Count>
      {shown.inForce ? <Differences /> : '.'}
    </p>
  );
}

/** A design of which nothing is said but that it is there. */
export const isUnstated = ({ counts }: Listed): boolean => designKinds.every((kind) => (counts[kind] ?? 0) === 0);

/** How many parts of it differ from what is done, where there is evidence to say so. */
function Differences() {
  const words = useWords();
  const { asOf } = useView();
  const { data, isLoading } = useQuery({ ...theBeside(asOf), enabled: useIsLogged() });
  if (isLoading) return <>; what the evidence shows is being put beside it …</>;
  if (!data) return '.';
  const apart = data.parts.filter(({ standing }) => standing !== 'same' && standing !== 'untold').length;
  return (
    <>
      ; in <Count to={{ tab: 'found', kind: undefined }}>{words.counted(apart, 'part')}</Count> it is not what the
      evidence shows.
    </>
  );
}

function Notices({ all }: { readonly all: readonly string[] }) {
  const words = useWords();
  return (
    <details className="notices">
      <summary data-count>{words.counted(all.length, 'note')} on where these records come from</summary>
      <p>
        <Count to={{ tab: 'files' }}>What to do about it stands under Files</Count>
      </p>
      <ul>
        {all.map((notice) => (
          <li key={notice}>
            <code>{notice}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
