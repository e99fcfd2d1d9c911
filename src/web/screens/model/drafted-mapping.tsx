import { type FormEvent, useId } from 'react';
import type { SuggestedMapping } from '#api/record-files.ts';
import { wordOf } from './named.ts';

type Props = {
  readonly name: string;
  readonly draft: NonNullable<SuggestedMapping['draft']>;
  readonly busy: boolean;
  /** Shows what would change with the mapping as it is written now. */
  readonly look: (mapping: string) => void;
  readonly onClose: () => void;
};

/** How an unknown table is thought to be read: what each column is taken for, what only a person can say, and the mapping itself. */
export function DraftedMapping({ name, draft, busy, look, onClose }: Props) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    look(wordOf(new FormData(event.currentTarget).get('mapping') ?? ''));
  };
  const { rows, rowIs, columns, questions, yaml } = draft;
  return (
    <form className="drafted" onSubmit={submit} data-place>
      <p>
        <strong>{name}</strong> is a table that nobody has described yet. Each record is taken for:{' '}
        {rowIs.replaceAll('-', ' ')}. As drafted {rows.accepted.toLocaleString('en')} of{' '}
        {rows.total.toLocaleString('en')} rows can be read.
      </p>
      {questions.length > 0 && (
        <ul className="small">
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
      <table className="small">
        <caption className="unseen">What each column is taken for</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">taken for</th>
            <th scope="col">how sure</th>
            <th scope="col">holds</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ head, as, sureness, samples }) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              <td>{as ?? 'not read'}</td>
              <td>{as === null ? '' : sureness}</td>
              <td>{samples.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label htmlFor={id} className="form-label">
        How it is read
      </label>
      <textarea id={id} name="mapping" className="yaml" rows={24} spellCheck={false} defaultValue={yaml} />
      <div className="buttons">
        <button type="submit" className="primary" disabled={busy}>
          Look at what would change
        </button>
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
