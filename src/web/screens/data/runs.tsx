import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportRun } from '#api/evidence.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { theImports } from '../../queries.ts';
import { useWork } from '../../work.tsx';
import { useWords } from '../../workspace.ts';
import { UndoDialog } from './undo-dialog.tsx';

const stateWords: Readonly<Record<ImportRun['state'], string>> = {
  committed: 'held',
  undone: 'taken out again',
  replaced: 'gave way to a later version',
};

/** Every import of a source, newest first; those that are held can be taken out again. */
export function Runs({ source }: { readonly source: string }) {
  const { data, error } = useQuery(theImports);
  const { running } = useWork();
  const [undoing, setUndoing] = useState<ImportRun>();
  const own = data?.imports.filter((run) => run.source === source);
  return (
    <Card title="Imports" says="newest first">
      {error && <p>{error.message}</p>}
      {!own && !error && <Loading lines={2} what="Listing the imports" />}
      {own?.length === 0 && <p className="muted">Nothing was imported yet.</p>}
      {own && own.length > 0 && (
        <Scrolled label="Table of imports">
          <table className="wide">
            <thead>
              <tr>
                <th scope="col">import</th>
                <th scope="col">file</th>
                <th scope="col">when</th>
                <th scope="col" className="number">
                  rows
                </th>
                <th scope="col" className="number">
                  rejected
                </th>
                <th scope="col">state</th>
                <th scope="col">
                  <span className="unseen">what can be done</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {own.map((run) => (
                <RunRow key={run.run} run={run} disabled={running !== undefined} onUndo={() => setUndoing(run)} />
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      {undoing && <UndoDialog run={undoing} onClose={() => setUndoing(undefined)} />}
    </Card>
  );
}

type RowProps = { readonly run: ImportRun; readonly disabled: boolean; readonly onUndo: () => void };

function RunRow({ run, disabled, onUndo }: RowProps) {
  const words = useWords();
  const { source, file, state, importedAt, total, rejected } = run;
  const figure = { id: `source.${source}` };
  return (
    <tr className={state === 'committed' ? '' : 'muted'}>
      <th scope="row">
        <code>{run.run}</code>
      </th>
      <td>
        <code>{file}</code>
      </td>
      <td>
        <time dateTime={importedAt}>{words.instant(Date.parse(importedAt))}</time>
      </td>
      <td className="number">
        <Figure of={figure}>{words.count(total)}</Figure>
      </td>
      <td className="number">
        <Figure of={figure}>{words.count(rejected)}</Figure>
      </td>
      <td>{stateWords[state]}</td>
      <td>
        {state === 'committed' && (
          <button
            type="button"
            className="small-button"
            aria-label={`Undo import ${run.run}`}
            disabled={disabled}
            onClick={onUndo}
          >
            Undo
          </button>
        )}
      </td>
    </tr>
  );
}
