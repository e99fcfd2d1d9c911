import { useState } from 'react';
import { changeRecords } from '#api/changes.ts';
import { isModelKind } from '#model/records.ts';
import { ask } from '../../ask.ts';
import { useChange } from '../../view.ts';
import { cleaned } from './draft.ts';
import { spoken, textOfName } from './named.ts';
import { Refusal, useProposal } from './proposal.tsx';
import { RecordForm } from './record-form.tsx';
import { useListed } from './records.tsx';
import { objectionsIn } from './refused-fields.ts';

const nothing = {};

/** A form for a new record. */
export function AddRecord({ kind }: { readonly kind: string }) {
  if (!isModelKind(kind) || kind === 'response') {
    return (
      <section className="state">
        <h2>There is no such kind of record</h2>
        <p>The address asks for “{kind}”. All kinds stand under All records.</p>
      </section>
    );
  }
  return <Adding kind={kind} />;
}

function Adding({ kind }: { readonly kind: string }) {
  const change = useChange();
  const { design } = useListed();
  const { propose, layer, busy, refusal } = useProposal();
  const [key, setKey] = useState('');
  const objections = objectionsIn(refusal, { kind, key });
  const submit = (draft: Readonly<Record<string, unknown>>): void => {
    const fields = Object(cleaned(draft)) as Readonly<Record<string, unknown>>;
    const called = typeof fields.key === 'string' ? fields.key : '';
    setKey(called);
    void propose({
      title: `Add the ${spoken(kind)} ${called}`,
      does: 'Add it',
      done: `The ${spoken(kind)} ${called} is added.`,
      usual: 'added',
      make: (asked) =>
        ask(changeRecords, {
          ...asked,
          edits: [{ kind, key: called, ...(design === null ? {} : { design }), fields, isNew: true, expected: 0 }],
        }),
      after: () => change({ add: undefined, record: textOfName({ kind, key: called }) }),
    });
  };
  return (
    <section className="record" aria-labelledby="add">
      <div className="record-head">
        <h2 id="add">{`New ${spoken(kind)}`}</h2>
        <p className="muted">Its key is what others call it by; it never changes.</p>
      </div>
      {objections === undefined && <Refusal error={refusal} />}
      <RecordForm
        kind={kind}
        body={nothing}
        isNew
        objections={objections ?? []}
        busy={busy}
        submit={(_, draft) => submit(draft)}
        onCancel={() => change({ add: undefined })}
      />
      {layer}
    </section>
  );
}
