import { useState } from 'react';
import type { AtGate } from '#api/finance.ts';
import { closeRecord } from '#api/records.ts';
import { ask } from '../../ask.ts';
import { useView } from '../../view.ts';
import { Refusal, useProposal } from '../model/proposal.tsx';
import { OverrideForm } from './override-form.tsx';

type Props = { readonly row: AtGate; readonly today: string };

/** What can be done about something at the gate: let it through with a reason, or take that back. */
export function GateDeed({ row, today }: Props) {
  const isEditable = useView().asOf === undefined;
  if (!isEditable) return null;
  if (row.override) return <TakeBack row={row} override={row.override.key} />;
  return row.result === 'missing' ? <LetThrough row={row} today={today} /> : null;
}

function LetThrough({ row, today }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-label={`Let through … ${row.name}`} onClick={() => setOpen(true)}>
        Let through …
      </button>
      {isOpen && <OverrideForm row={row} today={today} onClose={() => setOpen(false)} />}
    </>
  );
}

function TakeBack({ row: { name }, override }: { readonly row: AtGate; readonly override: string }) {
  const { propose, layer, busy, refusal } = useProposal();
  const close = (): Promise<void> =>
    propose({
      title: `${name} is no longer let through`,
      does: 'Take it back',
      done: `${name} is held to its case again; that it was let through stays in its history.`,
      usual: 'no longer let through',
      make: async (asked) => {
        const { change, changeSet } = await ask(closeRecord, { kind: 'gate-override', key: override, ...asked });
        return { changes: change ? [change] : [], changeSet };
      },
    });
  return (
    <>
      <button type="button" aria-label={`Hold back again … ${name}`} disabled={busy} onClick={() => void close()}>
        Hold back again …
      </button>
      <Refusal error={refusal} />
      {layer}
    </>
  );
}
