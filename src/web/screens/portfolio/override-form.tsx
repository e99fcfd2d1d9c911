import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { changeRecords } from '#api/changes.ts';
import type { AtGate } from '#api/finance.ts';
import { keyOf } from '#model/keyed-by.ts';
import { ask } from '../../ask.ts';
import { Layer } from '../../parts/layer.tsx';
import { ToPage } from '../../parts/to-record.tsx';
import { theRecords } from '../../queries.ts';
import { Refusal, useProposal } from '../model/proposal.tsx';
import { mostRecords } from '../model/records.tsx';

type Props = { readonly row: AtGate; readonly today: string; readonly onClose: () => void };

/** Who lets it through all the same, from when until when, and why; the change is shown before it is made. */
export function OverrideForm({ row: { kind, key, name, lacks }, today, onClose }: Props) {
  const id = useId();
  const roles = useQuery(theRecords({ kinds: ['role'], limit: mostRecords }));
  const { propose, layer, busy, refusal } = useProposal();
  const [grantedBy, setGrantedBy] = useState('');
  const [on, setOn] = useState(today);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const named = keyOf([kind, key, on]);
    const fields = { [kind]: key, grantedBy, on, reason: reason.trim(), ...(until === '' ? {} : { until }) };
    void propose({
      title: `Let ${name} through`,
      does: 'Let it through',
      done: `${name} is let through from ${on} on; what it lacks stays in sight.`,
      usual: reason.trim(),
      make: (asked) =>
        ask(changeRecords, {
          ...asked,
          edits: [{ kind: 'gate-override', key: named, fields, isNew: true, expected: 0 }],
        }),
      after: onClose,
    });
  };
  if (layer) return layer;
  return (
    <Layer title={`Let ${name} through`} onClose={onClose}>
      <form className="override-form" onSubmit={submit}>
        <p>It lacks its case: {lacks.map(({ why }) => why).join('; ')}.</p>
        <label htmlFor={`${id}role`} className="form-label">
          Granted by
        </label>
        <select
          id={`${id}role`}
          data-first
          required
          value={grantedBy}
          onChange={(event) => setGrantedBy(event.target.value)}
        >
          <option value="">a role …</option>
          {(roles.data?.records ?? []).map((role) => (
            <option key={role.key} value={role.key}>
              {role.name}
            </option>
          ))}
        </select>
        {roles.error && <p role="alert">The roles could not be read: {roles.error.message}</p>}
        {roles.data?.records.length === 0 && (
          <p role="status">
            No role is on record that could grant it. <ToPage kind="role">Roles</ToPage>
          </p>
        )}
        <label htmlFor={`${id}on`} className="form-label">
          From
        </label>
        <input id={`${id}on`} type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
        <label htmlFor={`${id}until`} className="form-label">
          Until, not including that day (for good when left out)
        </label>
        <input id={`${id}until`} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        <label htmlFor={`${id}reason`} className="form-label">
          Why it may have money all the same
        </label>
        <textarea
          id={`${id}reason`}
          required
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Refusal error={refusal} />
        <div className="buttons">
          <button type="submit" className="primary" disabled={busy || reason.trim() === ''}>
            Show what would change
          </button>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Layer>
  );
}
