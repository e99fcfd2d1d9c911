import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { type Meaning, mapNames } from '#api/names.ts';
import { ask, Refused } from '../../ask.ts';
import { Layer } from '../../parts/layer.tsx';
import { useSay } from '../../said.tsx';
import { useWords } from '../../workspace.ts';
import { kindWords, meantWord } from './kind-words.ts';

type Answer = z.output<(typeof mapNames)['answer']>;

type Props = { readonly source: string; readonly names: readonly Meaning[]; readonly onSaved: () => void };

/** Shows what saving would change, saves it, and takes it back for who regrets it. */
export function SaveNames({ source, names, onSaved }: Props) {
  const words = useWords();
  const say = useSay();
  const queries = useQueryClient();
  const [seen, setSeen] = useState<Answer>();
  const order = async (of: readonly Meaning[], dryRun: boolean): Promise<Answer | undefined> => {
    try {
      const answer = await ask(mapNames, { source, names: [...of], dryRun });
      if (!dryRun) await queries.invalidateQueries();
      return answer;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say({ text: error.message });
      return undefined;
    }
  };
  const back = async (undo: readonly Meaning[]): Promise<void> => {
    if (await order(undo, false)) say({ text: 'The names stand for what they stood for before.' });
  };
  const save = async (): Promise<void> => {
    setSeen(undefined);
    const answer = await order(names, false);
    if (!answer) return;
    onSaved();
    say({ text: `Saved: ${said(answer)}.`, undo: () => void back(answer.undo) });
  };
  return (
    <div className="save-names">
      <p>
        <a href="#names" className="figure">
          {words.counted(names.length, 'name')}
        </a>{' '}
        chosen
      </p>
      <button type="button" className="primary" onClick={async () => setSeen(await order(names, true))}>
        See what changes
      </button>
      <button type="button" onClick={onSaved}>
        Choose none
      </button>
      {seen && <WhatChanges answer={seen} onSave={() => void save()} onClose={() => setSeen(undefined)} />}
    </div>
  );
}

const said = ({ names: [first, ...more] }: Answer): string =>
  first === undefined
    ? 'nothing'
    : `${first.raw} stands for ${first.to ?? 'itself'}${more.length === 0 ? '' : `, and ${more.length} more`}`;

type SeenProps = { readonly answer: Answer; readonly onSave: () => void; readonly onClose: () => void };

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
