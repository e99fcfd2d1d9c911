import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Meaning, NameEdit } from '#api/names.ts';
import { Card } from '../../parts/card.tsx';
import { theNameEdits } from '../../queries.ts';
import { useWords, useWorkspace } from '../../workspace.ts';
import { meantWord } from './kind-words.ts';
import { useNameOrders } from './name-orders.ts';

/** How many are shown at first. */
const fewest = 5;

/** What was said of names so far, newest first, each with the way back as long as there is one. */
export function NameEdits() {
  const words = useWords();
  const { data, error } = useQuery(theNameEdits);
  const [all, setAll] = useState(false);
  const edits = data?.edits ?? [];
  if (error) return <p className="muted">{error.message}</p>;
  if (edits.length === 0) return null;
  return (
    <Card title="What was said of names" says="newest first" className="history">
      <ol className="plain-list">
        {edits.slice(0, all ? undefined : fewest).map((edit) => (
          <Entry key={edit.edit} edit={edit} />
        ))}
      </ol>
      {edits.length > fewest && !all && (
        <button type="button" onClick={() => setAll(true)} data-words>
          Show all {words.count(edits.length)}
        </button>
      )}
    </Card>
  );
}

function Entry({ edit }: { readonly edit: NameEdit }) {
  const words = useWords();
  const { sources } = useWorkspace();
  const { undo } = useNameOrders();
  const { at, actor, source, file, names, undoneAt, stands } = edit;
  const said = { source, names: names.map(meaningOf) };
  return (
    <li>
      <p className="history-head">
        <span data-place>
          <time dateTime={at}>{words.instant(Date.parse(at))}</time> by {actor}, of{' '}
          {sources.find(({ key }) => key === source)?.name ?? source}, in <code>{file}</code>
        </span>
        {stands && (
          <button
            type="button"
            aria-label={`Undo edit ${edit.edit} of names`}
            onClick={() => void undo(edit.edit, said)}
          >
            Undo
          </button>
        )}
      </p>
      <ul className="plain-list" data-words>
        {names.map(({ kind, raw, to, was }) => (
          <li key={`${kind} ${raw}`}>
            <code>{raw}</code>: {was === null ? 'nothing' : <code>{was}</code>} →{' '}
            {to === null ? 'nothing' : <code>{to}</code>} <span className="muted small">({meantWord(kind)})</span>
          </li>
        ))}
      </ul>
      {!stands && (
        <p className="muted small">
          {undoneAt === null ? (
            'A name of it stands for something else by now, so it cannot be undone.'
          ) : (
            <>
              undone <time dateTime={undoneAt}>{words.instant(Date.parse(undoneAt))}</time>
            </>
          )}
        </p>
      )}
    </li>
  );
}

const meaningOf = ({ kind, raw, to, stage }: NameEdit['names'][number]): Meaning => ({
  kind,
  raw,
  to,
  ...(stage === undefined ? {} : { stage }),
});
