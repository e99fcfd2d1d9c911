import { type FormEvent, useId, useState } from 'react';
import type { RecordChange } from '#api/model.ts';
import type { FileOutcome } from '#api/record-files.ts';
import { Layer } from '../../parts/layer.tsx';
import { ChangeList } from './change-list.tsx';
import { FileOutcomes } from './file-outcomes.tsx';
import { wordOf } from './named.ts';

type Props = {
  readonly title: string;
  readonly does: string;
  readonly usual: string;
  readonly changes: readonly RecordChange[];
  /** What became of the rows of files, where the changes come from some. */
  readonly files: readonly FileOutcome[];
  readonly save: (reason: string) => Promise<void>;
  readonly onClose: () => void;
};

/** As many changes as are read before one decides; how many more there are is told. */
const most = 100;

/** What would change, and the question why; only then is it done. */
export function Review({ title, does, usual, changes, files, save, onClose }: Props) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const reason = wordOf(new FormData(event.currentTarget).get('reason') ?? '').trim();
    await save(reason === '' ? usual : reason);
  };
  return (
    <Layer title={title} className="review" onClose={onClose}>
      <FileOutcomes files={files} />
      {changes.length === 0 ? (
        <p>
          {files.some(({ rows }) => rows.accepted === 0)
            ? 'Nothing can be taken in.'
            : 'Nothing would change: the records say so already.'}
        </p>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <p className="muted small">
            {changes.length === 1 ? 'One record' : <span data-place>{changes.length} records</span>} would change.
            Nothing is done yet.
          </p>
          <ChangeList changes={changes.slice(0, most)} links={false} />
          {changes.length > most && <p data-place>and {changes.length - most} more</p>}
          <label htmlFor={id} className="form-label">
            Why, for the history
          </label>
          <input id={id} name="reason" data-first type="text" placeholder={usual} autoComplete="off" maxLength={500} />
          <div className="buttons">
            <button type="submit" className="primary" disabled={busy}>
              {does}
            </button>
            <button type="button" onClick={onClose}>
              Cancel
            </button>
          </div>
        </form>
      )}
    </Layer>
  );
}
