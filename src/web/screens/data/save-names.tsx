import { useState } from 'react';
import type { Meaning } from '#api/names.ts';
import { Layer } from '../../parts/layer.tsx';
import { useWords } from '../../workspace.ts';
import { kindWords, meantWord } from './kind-words.ts';
import { type SavedNames, useNameOrders } from './name-orders.ts';

type Props = { readonly source: string; readonly names: readonly Meaning[]; readonly onSaved: () => void };

/** Shows what saving would change, saves it, and takes it back for who regrets it. */
export function SaveNames({ source, names, onSaved }: Props) {
  const words = useWords();
  const orders = useNameOrders();
  const [seen, setSeen] = useState<SavedNames>();
  const save = async (): Promise<void> => {
    setSeen(undefined);
    if (await orders.save({ source, names })) onSaved();
  };
  return (
    <div className="save-names">
      <p>
        <a href="#names" className="figure">
          {words.counted(names.length, 'name')}
        </a>{' '}
        chosen
      </p>
      <button type="button" className="primary" onClick={async () => setSeen(await orders.look({ source, names }))}>
        See what changes
      </button>
      <button type="button" onClick={onSaved}>
        Choose none
      </button>
      {seen && <WhatChanges answer={seen} onSave={() => void save()} onClose={() => setSeen(undefined)} />}
    </div>
  );
}

type SeenProps = { readonly answer: SavedNames; readonly onSave: () => void; readonly onClose: () => void };

function WhatChanges({ answer: { file, lines, names, sources }, onSave, onClose }: SeenProps) {
  const words = useWords();
  return (
    <Layer title="What changes" className="what-changes" onClose={onClose}>
      <ul className="plain-list">
        {names.map(({ kind, raw, to, rows }) => (
          <li key={`${kind} ${raw}`}>
            <code>{raw}</code> becomes the {meantWord(kind)} <code>{to}</code> on{' '}
            {words.counted(rows, kindWords[kind].carry)}
          </li>
        ))}
      </ul>
      <p className="muted small">
        No file is read again, and no row is changed: figures are made anew with these names.
        {sources.length > 1 && ` The mapping is that of ${sources.join(', ')}.`}
      </p>
      <p>
        In <code>{file}</code>:
      </p>
      <pre className="command difference">
        {lines.map(({ mark, line }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place.
          <code key={index} className={mark === '+' ? 'added' : 'removed'}>
            {mark} {line}
            {'\n'}
          </code>
        ))}
      </pre>
      <div className="buttons">
        <button type="button" className="primary" data-first onClick={onSave}>
          Save
        </button>
        <button type="button" onClick={onClose}>
          Not yet
        </button>
      </div>
    </Layer>
  );
}
