import type { ListedRecord } from '#api/records.ts';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../workspace.ts';
import { ToRecord } from './links.tsx';
import { lengthText } from './said.ts';
import { Stated } from './stated.tsx';

type Stage = { key: string; name?: string; kind: string; team?: string; wipLimit?: number };
type Body = {
  stages?: readonly Stage[];
  transitions?: readonly { from: string; to: readonly string[] }[];
  targets?: readonly { from: string; to: string; within: string; clock?: string; share?: number }[];
  appliesTo?: readonly { team?: string; itemType?: string; source?: string }[];
};

const kindWords: Readonly<Record<string, string>> = {
  new: 'begins',
  queue: 'waits',
  active: 'is worked on',
  decision: 'waits for a decision',
  done: 'is done',
  cancelled: 'is dropped',
};

/** A workflow: its stages in order, where work may go from each, and what is promised. */
export function Workflow({ workflow }: { readonly workflow: ListedRecord }) {
  const { stages = [], transitions, targets = [], appliesTo = [] } = workflow.body as Body;
  const name = (key: string): string => stages.find((stage) => stage.key === key)?.name ?? key;
  return (
    <Card title={workflow.name} says={<ToRecord of={workflow}>open the record</ToRecord>} className="workflow">
      <Stated of={[workflow]}>
        {appliesTo.length > 0 && (
          <p className="muted small">for {appliesTo.map((to) => Object.values(to).join(' of ')).join(', ')}</p>
        )}
        <ol className="stages">
          {stages.map((stage) => (
            <StageLine
              key={stage.key}
              stage={stage}
              to={transitions?.find(({ from }) => from === stage.key)?.to.map(name)}
            />
          ))}
        </ol>
        {transitions === undefined && <p className="muted small">Which moves are allowed is not stated.</p>}
        <Targets all={targets} name={name} />
      </Stated>
    </Card>
  );
}

function StageLine({ stage, to }: { readonly stage: Stage; readonly to: readonly string[] | undefined }) {
  const { key, name, kind, team, wipLimit } = stage;
  return (
    <li>
      <span className={`stage stage-${kind}`}>
        <strong>{name ?? key}</strong> <span className="muted small">{kindWords[kind]}</span>
      </span>
      <span className="stage-more muted small">
        {team !== undefined && (
          <>
            by <ToRecord of={{ kind: 'team', key: team }} />{' '}
          </>
        )}
        {wipLimit !== undefined && `at most ${wipLimit} at once `}
        {to && to.length > 0 && `→ ${to.join(', ')}`}
      </span>
    </li>
  );
}

function Targets({
  all,
  name,
}: {
  readonly all: NonNullable<Body['targets']>;
  readonly name: (key: string) => string;
}) {
  const words = useWords();
  if (all.length === 0) return null;
  return (
    <ul className="plain-list small">
      {all.map(({ from, to, within, clock = 'elapsed', share = 0.9 }) => (
        <li key={`${from} ${to} ${within}`}>
          Promised: {words.figure(share, 'share')} from {name(from)} to {name(to)} within {lengthText(within)} ({clock})
        </li>
      ))}
    </ul>
  );
}
