import { Link } from '@tanstack/react-router';
import { useContext } from 'react';
import { comparedWith, currentPeriod } from '#api/looked-at.ts';
import type { WorkspaceCard } from '#api/workspace.ts';
import { closed, useChange, useView, type View } from '../view.ts';
import { useWords, WorkspaceContext } from '../workspace.ts';
import { AsOf } from './as-of.tsx';

/** What is looked at: whose work, when, against what, as known when. */
export function TopBar({ isComing }: { readonly isComing: boolean }) {
  const workspace = useContext(WorkspaceContext);
  const view = useView();
  const change = useChange();
  return (
    <header className="bar">
      <div className="bar-name">
        <span className="workspace-name">{workspace?.name ?? 'Throughline'}</span>
        {workspace?.sample && (
          <Link
            to="/data/import"
            search={closed}
            className="sample"
            title="A generator made up this organisation and every row of it. Replace it with your own data."
            aria-label="Sample data: replace it with my data"
          >
            Sample data
          </Link>
        )}
      </div>
      {isComing && <div className="view-choices coming" aria-hidden="true" />}
      {workspace?.span && <Choices workspace={workspace} view={view} change={change} />}
      {workspace?.span && <OnPaper workspace={workspace} view={view} />}
    </header>
  );
}

type Props = {
  readonly workspace: WorkspaceCard;
  readonly view: View;
  readonly change: (change: Partial<View>) => void;
};

const groups = { quarter: 'Quarters', half: 'Halves', year: 'Years', month: 'Months' } as const;

function Choices({ workspace, view, change }: Props) {
  return (
    <div className="view-choices">
      <Choice label="Scope" value={view.scope} usual="All IT" onChange={(scope) => change({ scope })}>
        <Scopes name="Teams" kind="team" all={workspace.teams} />
        <Scopes name="Capabilities" kind="capability" all={workspace.capabilities} />
      </Choice>
      <PeriodChoice workspace={workspace} view={view} change={change} />
      <Comparison workspace={workspace} view={view} change={change} />
      <AsOf key={view.asOf} workspace={workspace} asOf={view.asOf} onChange={(asOf) => change({ asOf })} />
    </div>
  );
}

/** On paper nothing can be chosen, and what was has to be said. */
function OnPaper({ workspace, view: { scope, period, vs, asOf } }: Omit<Props, 'change'>) {
  const words = useWords();
  const scoped = [...workspace.teams, ...workspace.capabilities].find(
    ({ key }) => key === scope?.replace(/^\w+:/u, ''),
  );
  const current = currentPeriod(workspace, period);
  const before = comparedWith(workspace, { period, vs });
  const known = asOf ?? (workspace.asOf === null ? undefined : words.instant(Date.parse(workspace.asOf)));
  const parts = [
    scope === undefined ? 'All IT' : (scoped?.name ?? scope),
    period === undefined ? 'all evidence' : undefined,
    current && (before ? `${current.key} against ${before.key}` : current.key),
    known === undefined ? undefined : `as of ${known}`,
  ];
  return <p className="on-paper">{parts.filter((part) => part !== undefined).join(' · ')}</p>;
}

function PeriodChoice({ workspace, view, change }: Props) {
  return (
    <Choice label="Period" value={view.period} usual="All evidence" onChange={(period) => change({ period })}>
      {Object.entries(groups).map(([kind, name]) => (
        <optgroup key={kind} label={name}>
          {workspace.periods
            .filter((period) => period.kind === kind)
            .toReversed()
            .map(({ key, whole }) => (
              <option key={key} value={key}>
                {whole ? key : `${key} (in part)`}
              </option>
            ))}
        </optgroup>
      ))}
    </Choice>
  );
}

/** Where all of the evidence is looked at, its last whole planning period is compared with the one before. */
function Comparison({ workspace, view, change }: Props) {
  const current = currentPeriod(workspace, view.period);
  const before = comparedWith(workspace, { ...view, vs: undefined });
  const year = comparedWith(workspace, { ...view, vs: 'year' });
  if (!current) return null;
  const label = view.period === undefined ? `${current.key} against` : 'against';
  return (
    <Choice
      label={label}
      value={view.vs}
      usual={before ? before.key : 'nothing before it'}
      onChange={(vs) => change({ vs })}
    >
      {year && year.key !== before?.key && <option value="year">{year.key}</option>}
      {before && <option value="none">nothing</option>}
    </Choice>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string | undefined;
  /** What is meant when nothing is chosen. */
  readonly usual: string;
  readonly onChange: (value: string | undefined) => void;
  readonly children: React.ReactNode;
};

function Choice({ label, value = '', usual, onChange, children }: ChoiceProps) {
  return (
    <label className="choice">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}>
        <option value="">{usual}</option>
        {children}
      </select>
    </label>
  );
}

type ScopesProps = { readonly name: string; readonly kind: string; readonly all: WorkspaceCard['teams'] };

function Scopes({ name, kind, all }: ScopesProps) {
  if (all.length === 0) return null;
  return (
    <optgroup label={name}>
      {all.map(({ key, name: shown }) => (
        <option key={key} value={`${kind}:${key}`}>
          {shown}
        </option>
      ))}
    </optgroup>
  );
}
