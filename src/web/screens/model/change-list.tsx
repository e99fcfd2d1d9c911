import type { RecordChange } from '#api/model.ts';
import { capital } from '../../capital.ts';
import { ToRecord } from './links.tsx';
import { spoken } from './named.ts';
import { Stated } from './stated.tsx';
import { valueText } from './value-text.ts';

const marks = {
  added: { mark: '+', look: 'good' },
  changed: { mark: '~', look: 'warn' },
  removed: { mark: '−', look: 'bad' },
} as const;

/** Records that change, each with what was and what comes; `links` where the way to them leads on. */
export function ChangeList({
  changes,
  links = true,
}: {
  readonly changes: readonly RecordChange[];
  readonly links?: boolean;
}) {
  return (
    <ul className="plain-list change-list">
      {changes.map((change) => (
        <ChangeItem key={`${change.kind} ${change.design} ${change.key}`} change={change} links={links} />
      ))}
    </ul>
  );
}

function ChangeItem({ change, links }: { readonly change: RecordChange; readonly links: boolean }) {
  const { what, kind, key, fields } = change;
  const { mark, look } = marks[what];
  return (
    <Stated as="li" of={[change]}>
      <p>
        <span className={`status ${look}`}>
          <span aria-hidden="true">{mark}</span> {what}
        </span>{' '}
        {capital(spoken(kind))} {links && what !== 'removed' ? <ToRecord of={change} /> : <strong>{key}</strong>}
      </p>
      {fields.length > 0 && <FieldChanges what={what} fields={fields} />}
    </Stated>
  );
}

type FieldsProps = { readonly what: RecordChange['what']; readonly fields: RecordChange['fields'] };

/** What each field was and is; of what is added or removed only the one side there is. */
export function FieldChanges({ what, fields }: FieldsProps) {
  return (
    <table className="field-changes">
      <thead className="unseen">
        <tr>
          <th scope="col">field</th>
          {what !== 'added' && <th scope="col">was</th>}
          {what !== 'removed' && <th scope="col">is</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, from, to }) => (
          <tr key={field}>
            <th scope="row">{spoken(field)}</th>
            {what !== 'added' && <td className="was">{valueText(from)}</td>}
            {what !== 'removed' && <td className="is">{valueText(to)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
