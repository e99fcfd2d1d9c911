import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { applyModel, type Conflict } from '#api/model.ts';
import { ask } from '../../ask.ts';
import { capital } from '../../capital.ts';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { theFiles } from '../../queries.ts';
import { useWords } from '../../workspace.ts';
import { ChangeList } from './change-list.tsx';
import { ToRecord } from './links.tsx';
import { spoken } from './named.ts';
import { asError, Refusal, useDone, useProposal } from './proposal.tsx';
import { Stated } from './stated.tsx';
import { valueText } from './value-text.ts';

/** What was edited in the store and is not in the files, and what was edited at both doors. */
export function FilesAndStore() {
  const { data, error } = useQuery(theFiles);
  return (
    <Card title="Files and store" says="edits in the store stay until the files say them" className="wide">
      <Refusal error={error ?? undefined} />
      {!data && !error && <Loading lines={3} what="Reading the files" />}
      {data && <Standing kept={data.kept} conflicts={data.conflicts} />}
    </Card>
  );
}

type Props = {
  readonly kept: (typeof applyModel)['answer']['_output']['kept'];
  readonly conflicts: readonly Conflict[];
};

function Standing({ kept, conflicts }: Props) {
  const words = useWords();
  if (kept.length === 0 && conflicts.length === 0) return <p>Files and store say the same.</p>;
  return (
    <>
      {conflicts.length > 0 && <Conflicts all={conflicts} />}
      {kept.length > 0 && (
        <details open={conflicts.length === 0}>
          <summary data-count>
            {words.counted(kept.length, 'record')} stand otherwise in the store than in the files
          </summary>
          <ChangeList changes={kept} />
        </details>
      )}
    </>
  );
}

/** What both doors changed, with both values; whose word holds is settled for all of them at once. */
function Conflicts({ all }: { readonly all: readonly Conflict[] }) {
  const words = useWords();
  const { propose, layer, busy, refusal } = useProposal();
  const { keep, failed } = useKeep();
  const take = (): Promise<void> =>
    propose({
      title: 'Take what the files say',
      does: 'Take the files',
      done: 'The store says what the files say.',
      usual: 'conflict settled: the files hold',
      make: (asked) => ask(applyModel, { ...asked, take: 'files' }),
    });
  return (
    <div className="conflicts">
      <p data-place>
        <span className="status bad">
          <span aria-hidden="true">≠</span> edited at both doors
        </span>{' '}
        {words.counted(all.length, 'record')} stay as the store has them until somebody says whose word holds.
      </p>
      <ul className="plain-list change-list">
        {all.map((conflict) => (
          <ConflictItem key={`${conflict.kind} ${conflict.design} ${conflict.key}`} conflict={conflict} />
        ))}
      </ul>
      <div className="buttons">
        <button type="button" disabled={busy} onClick={() => void take()}>
          Take the files …
        </button>
        <button type="button" onClick={() => void keep()}>
          Keep the store
        </button>
      </div>
      <Refusal error={refusal ?? failed} />
      {layer}
    </div>
  );
}

/** The store's word holds from now on; no record changes by that, so there is nothing to show before or to take back. */
const useKeep = () => {
  const done = useDone();
  const [failed, setFailed] = useState<Error>();
  const keep = async (): Promise<void> => {
    try {
      await ask(applyModel, { take: 'store', reason: 'conflict settled: the store holds' });
      await done('The store holds. “Write into the files” says it there, too.', null);
    } catch (error) {
      setFailed(asError(error));
    }
  };
  return { keep, failed };
};

function ConflictItem({ conflict }: { readonly conflict: Conflict }) {
  const words = useWords();
  return (
    <Stated as="li" of={[conflict]}>
      <p>
        {capital(spoken(conflict.kind))} <ToRecord of={conflict} />
      </p>
      <table className="field-changes" data-place>
        <thead>
          <tr>
            <th scope="col">field</th>
            <th scope="col">in the store</th>
            <th scope="col">in the files</th>
          </tr>
        </thead>
        <tbody>
          {conflict.fields.map(({ field, inStore, inFiles, editedBy, editedAt, file, line }) => (
            <tr key={field ?? ''}>
              <th scope="row">{field === null ? 'the record' : spoken(field)}</th>
              <td>
                {valueText(inStore)}
                {editedBy !== null && editedAt !== null && (
                  <span className="muted small">
                    {' '}
                    {editedBy}, {words.instant(Date.parse(editedAt))}
                  </span>
                )}
              </td>
              <td>
                {valueText(inFiles)}
                {file !== null && (
                  <span className="muted small">
                    {' '}
                    {file}:{line}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Stated>
  );
}
