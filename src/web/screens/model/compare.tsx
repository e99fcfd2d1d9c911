import { useQuery } from '@tanstack/react-query';
import type { compareDesigns } from '#api/comparison.ts';
import type { RecordChange } from '#api/model.ts';
import { capital } from '../../capital.ts';
import { Loading } from '../../parts/loading.tsx';
import { ProblemState } from '../../parts/states.tsx';
import { theComparison } from '../../queries.ts';
import { useChange, useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { ChangeList } from './change-list.tsx';
import { Count } from './links.tsx';
import { spoken } from './named.ts';
import { type Listed, useListed } from './records.tsx';

/** Two designs, or one at two instants, record by record and field by field. */
export function Compare() {
  const listed = useListed();
  const { design, against, beforeAt, afterAt } = useView();
  const before = design ?? listed.design ?? '';
  const after = against ?? listed.designs.find(({ key }) => key !== before)?.key ?? before;
  const isOne = before === after && beforeAt === afterAt;
  const asked = { before, after, beforeAt, afterAt };
  const { data, error, refetch } = useQuery({ ...theComparison(asked), enabled: !isOne && before !== '' });
  return (
    <section aria-label="Compare designs" className="compare">
      <Sides listed={listed} before={before} after={after} />
      {isOne && <OneOnly designs={listed.designs.length} />}
      {!isOne && error && <ProblemState error={error} again={() => void refetch()} />}
      {!isOne && !data && !error && <Loading lines={6} what="Comparing" />}
      {!isOne && data && <Differences comparison={data} />}
    </section>
  );
}

function OneOnly({ designs }: { readonly designs: number }) {
  return (
    <p className="muted">
      {designs < 2
        ? 'There is one design only. Choose a day to see what changed in it since; or take in another design under Files, or a draft of the evidence under Designed and found.'
        : 'Choose another design on one side, or another day.'}
    </p>
  );
}

type SidesProps = { readonly listed: Listed; readonly before: string; readonly after: string };

function Sides({ listed, before, after }: SidesProps) {
  const { beforeAt, afterAt } = useView();
  const change = useChange();
  return (
    <div className="sides">
      <Side
        title="From"
        designs={listed.designs}
        design={before}
        at={beforeAt}
        onDesign={(design) => change({ design })}
        onAt={(at) => change({ beforeAt: at })}
      />
      <Side
        title="to"
        designs={listed.designs}
        design={after}
        at={afterAt}
        onDesign={(against) => change({ against })}
        onAt={(at) => change({ afterAt: at })}
      />
    </div>
  );
}

type SideProps = {
  readonly title: string;
  readonly designs: Listed['designs'];
  readonly design: string;
  readonly at: string | undefined;
  readonly onDesign: (design: string) => void;
  readonly onAt: (at: string | undefined) => void;
};

function Side({ title, designs, design, at, onDesign, onAt }: SideProps) {
  return (
    <fieldset className="side">
      <legend>{title}</legend>
      <label className="choice">
        <span>design</span>
        <select value={design} onChange={({ target }) => onDesign(target.value)}>
          {designs.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="choice">
        <span>as it stood on</span>
        <input
          key={at ?? ''}
          type="date"
          defaultValue={at ?? ''}
          onBlur={({ target }) => target.value !== (at ?? '') && onAt(target.value || undefined)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
        />
      </label>
      {at !== undefined && (
        <button type="button" onClick={() => onAt(undefined)}>
          now
        </button>
      )}
    </fieldset>
  );
}

type Comparison = (typeof compareDesigns)['answer']['_output'];

function Differences({ comparison: { changes, unchanged } }: { readonly comparison: Comparison }) {
  const words = useWords();
  const { kind } = useView();
  const byKind = Map.groupBy(changes, (change) => change.kind);
  const shown = kind === undefined ? changes : (byKind.get(kind) ?? []);
  if (changes.length === 0)
    return (
      <p>
        Nothing differs: <span data-place>{words.counted(unchanged, 'record')}</span> say the same.
      </p>
    );
  return (
    <>
      <p className="counts">
        <Count to={{ tab: 'compare', kind: undefined }}>{words.counted(changes.length, 'record')}</Count>
        <span className="muted" data-place>
          differ, {words.count(unchanged)} are alike:
        </span>
        {[...byKind].map(([each, own]) => (
          <Count key={each} to={{ tab: 'compare', kind: each }} className={each === kind ? 'chosen' : ''}>
            {capital(spoken(each))} {words.count(own.length)}
          </Count>
        ))}
      </p>
      <ShownChanges changes={shown} />
    </>
  );
}

const most = 200;

function ShownChanges({ changes }: { readonly changes: readonly RecordChange[] }) {
  const words = useWords();
  const rest = changes.length - most;
  return (
    <>
      <ChangeList changes={changes.slice(0, most)} />
      {rest > 0 && (
        <p className="muted" data-place>
          and {words.counted(rest, 'record')} more; choose a kind to see them.
        </p>
      )}
    </>
  );
}
