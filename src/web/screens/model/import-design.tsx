import { type DragEvent, useId, useState } from 'react';
import { importModel } from '#api/changes.ts';
import { ask } from '../../ask.ts';
import { Card } from '../../parts/card.tsx';
import { useChange } from '../../view.ts';
import { Refusal, useProposal } from './proposal.tsx';
import { useEditable } from './records.tsx';

/** Takes the text of a model file into the store: pasted, dropped or chosen. What would change is shown first. */
export function ImportDesign() {
  const id = useId();
  const change = useChange();
  const isEditable = useEditable();
  const [text, setText] = useState('');
  const [as, setAs] = useState('');
  const [whole, setWhole] = useState(false);
  const { propose, layer, busy, refusal } = useProposal();
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) setText(await file.text());
  };
  const show = (): Promise<void> =>
    propose({
      title: 'Take in this text',
      does: 'Take it in',
      done: 'The text is taken in.',
      usual: 'taken in from a text',
      make: (asked) => ask(importModel, { ...asked, text, whole, ...(as.trim() === '' ? {} : { as: as.trim() }) }),
      after: () => {
        setText('');
        if (as.trim() !== '') change({ design: as.trim() });
      },
    });
  return (
    <Card title="Take in a design" says="YAML as model files have it">
      <label htmlFor={id} className="form-label">
        Paste the text, or drop a file on it
      </label>
      <textarea
        id={id}
        className="yaml"
        rows={8}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => void drop(event)}
      />
      <div className="import-ways">
        <label className="form-file">
          <span className="form-label">or choose a file</span>
          <input
            type="file"
            accept=".yaml,.yml,text/yaml"
            onChange={({ target: { files } }) => void files?.[0]?.text().then(setText)}
          />
        </label>
        <label className="form-field">
          <span className="form-label">Keep its design under the key</span>
          <input
            type="text"
            placeholder="its own"
            autoComplete="off"
            value={as}
            onChange={({ target }) => setAs(target.value)}
          />
        </label>
        <label className="tick">
          <input type="checkbox" checked={whole} onChange={({ target }) => setWhole(target.checked)} />
          <span>It is all of the design: close what it does not state</span>
        </label>
      </div>
      <Refusal error={refusal} />
      <div className="buttons">
        <button
          type="button"
          className="primary"
          disabled={busy || text.trim() === '' || !isEditable}
          onClick={() => void show()}
        >
          Show what would change
        </button>
      </div>
      {layer}
    </Card>
  );
}
