import { useQuery } from '@tanstack/react-query';
import { changeRecords } from '#api/changes.ts';
import { type Beside, BesidePart, BesideStanding } from '#model/beside.ts';
import { ask } from '../../ask.ts';
import { capital } from '../../capital.ts';
import { Loading } from '../../parts/loading.tsx';
import { EmptyState, ProblemState } from '../../parts/states.tsx';
import { theBeside } from '../../queries.ts';
import { useChange, useView } from '../../view.ts';
import { useIsLogged, useWords } from '../../workspace.ts';
import { Count, ToRecord } from './links.tsx';
import { Refusal, useProposal } from './proposal.tsx';
import { useEditable } from './records.tsx';
import { TakeDraft } from './take-draft.tsx';

const standingWords: Readonly<
  Record<BesideStanding, { readonly mark: string; readonly text: string; readonly look: string }>
> = {
  differs: { mark: '≠', text: 'differs', look: 'bad' },
  'only-found': { mark: '+', text: 'only in the evidence', look: 'warn' },
  'only-designed': { mark: '−', text: 'only in the design', look: 'warn' },
  untold: { mark: '–', text: 'too little evidence', look: 'muted' },
  same: { mark: '✓', text: 'the same', look: 'good' },
};

const partWords: Readonly<Record<BesidePart, string>> = {
  team: 'teams',
  owner: 'owners',
  stage: 'stages',
  move: 'moves',
  decision: 'deciders',
};

/** The design in force beside the model that is followed: where they part first. */
export function Found() {
  const isLogged = useIsLogged();
  const { asOf } = useView();
  const { data, error, refetch, isFetching } = useQuery({ ...theBeside(asOf), enabled: isLogged });
  if (!isLogged) return <NothingFound />;
  if (error && !data) return <ProblemState error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={10} what="Looking for the model that is followed" />;
  return <Parts parts={data.parts} design={data.design.name} renewing={isFetching} />;
}

function NothingFound() {
  return (
    <EmptyState title="There is no evidence to put beside the design yet">
      <p>
        From <strong>one log</strong> of how work or approvals went, the teams, owners, stages, moves and deciders that
        are followed are found, and put beside those that are designed. The Brief says how to bring in a log.
      </p>
    </EmptyState>
  );
}

type PartsProps = {
  readonly parts: readonly Beside[];
  readonly design: string;
  /** The design changed, and is being put beside the evidence anew. */
  readonly renewing: boolean;
};

function Parts({ parts, design, renewing }: PartsProps) {
  const { band, kind } = useView();
  const standing = BesideStanding.safeParse(band).data;
  const part = BesidePart.safeParse(kind).data;
  const shown = parts
    .filter((each) => part === undefined || each.part === part)
    .filter((each) => (standing === undefined ? each.standing !== 'same' : each.standing === standing));
  return (
    <section aria-label="Designed and found">
      <p className="muted">
        {design} beside what the evidence shows. How far apart they are is measured by the rules, under Alignment.
        <span role="status">{renewing && ' The design changed: it is being compared anew …'}</span>
      </p>
      <Filters parts={parts} />
      {shown.length === 0 && <p>There is no such part.</p>}
      <ul className="plain-list beside-list">
        {shown.map((each) => (
          <BesideRow key={`${each.part} ${each.key}`} row={each} />
        ))}
      </ul>
      <h2>All of it as a draft</h2>
      <p className="muted">
        The model that is followed can stand as a design of its own, to be corrected and compared.
      </p>
      <TakeDraft />
    </section>
  );
}

/** Counts of parts by how they stand and by what they are of; each opens the parts it counts. */
function Filters({ parts }: { readonly parts: readonly Beside[] }) {
  const words = useWords();
  const { band, kind } = useView();
  const change = useChange();
  const ofKind = parts.filter((each) => kind === undefined || each.part === kind);
  return (
    <div className="filters">
      <fieldset className="choices">
        <legend className="unseen">Parts</legend>
        {[undefined, ...BesidePart.options].map((part) => (
          <button key={part ?? 'all'} type="button" aria-pressed={kind === part} onClick={() => change({ kind: part })}>
            {part === undefined ? 'all parts' : partWords[part]}
          </button>
        ))}
      </fieldset>
      <p className="counts">
        {BesideStanding.options.map((standing) => (
          <Count
            key={standing}
            to={{ tab: 'found', kind, band: standing }}
            className={`status ${standingWords[standing].look}`}
          >
            <span aria-hidden="true">{standingWords[standing].mark}</span>{' '}
            {words.count(ofKind.filter((each) => each.standing === standing).length)} {standingWords[standing].text}
          </Count>
        ))}
        {band !== undefined && (
          <button type="button" className="link" onClick={() => change({ band: undefined })}>
            all that differ
          </button>
        )}
      </p>
    </div>
  );
}

function BesideRow({ row }: { readonly row: Beside }) {
  const words = useWords();
  const { part, key, name, standing, designed, found, n, evidence, record } = row;
  const { mark, text, look } = standingWords[standing];
  return (
    <li data-beside={`${part}:${key}`}>
      <p className="beside-head">
        <span className={`status ${look}`}>
          <span aria-hidden="true">{mark}</span> {text}
        </span>
        <span className="beside-name">
          <span className="muted small">{capital(part)}</span>{' '}
          {record ? <ToRecord of={record}>{name}</ToRecord> : <strong>{name}</strong>}
        </span>
      </p>
      <dl className="beside-sides">
        <div>
          <dt>designed</dt>
          <dd>{designed ?? <span className="muted">nothing</span>}</dd>
        </div>
        <div>
          <dt>found</dt>
          <dd>
            {found ?? <span className="muted">nothing</span>}
            <details>
              <summary className="small" data-count>
                {n === 0 ? 'why' : words.counted(n, 'case')}
              </summary>
              <ul className="small">
                {evidence.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </details>
          </dd>
        </div>
      </dl>
      <Adopt row={row} />
    </li>
  );
}

/** Makes the design say what was found, for this one part. */
function Adopt({ row: { adopt, standing } }: { readonly row: Beside }) {
  const isEditable = useEditable();
  const { propose, layer, busy, refusal } = useProposal();
  if (adopt === null || standing === 'same' || !isEditable) return <span className="beside-deed" />;
  return (
    <div className="beside-deed">
      <button
        type="button"
        disabled={busy}
        title={adopt.says}
        onClick={() =>
          void propose({
            title: `Adopt: ${adopt.says}`,
            does: 'Adopt it',
            done: `Adopted: ${adopt.says}.`,
            usual: 'adopted as the evidence shows it',
            make: (asked) => ask(changeRecords, { ...asked, edits: adopt.edits }),
          })
        }
      >
        Adopt …<span className="unseen"> {adopt.says}</span>
      </button>
      <Refusal error={refusal} />
      {layer}
    </div>
  );
}
