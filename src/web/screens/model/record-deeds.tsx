import { closeRecord } from '#api/records.ts';
import { ask } from '../../ask.ts';
import { useChange } from '../../view.ts';
import { spoken } from './named.ts';
import { Refusal, useProposal } from './proposal.tsx';
import { type Shown, useEditable } from './records.tsx';

type Props = { readonly record: Shown; readonly onEdit: () => void };

/** What can be done with a record. A design is not closed here: it ends, or leaves with its files. */
export function RecordDeeds({ record, onEdit }: Props) {
  const change = useChange();
  const isEditable = useEditable();
  const { propose, layer, busy, refusal } = useProposal();
  const { kind, key, design, version } = record;
  const close = (): Promise<void> =>
    propose({
      title: `Close the ${spoken(kind)} ${key}`,
      does: 'Close it',
      done: `The ${spoken(kind)} ${key} is closed; its past stays.`,
      usual: 'closed',
      make: async (asked) => {
        const given = { kind, key, ...asked, ...(version === null ? {} : { expected: version }) };
        const { change: made, changeSet } = await ask(closeRecord, { ...given, ...(design === '' ? {} : { design }) });
        return { changes: made ? [made] : [], changeSet };
      },
      after: () => change({ record: undefined }),
    });
  if (!isEditable) return null;
  return (
    <>
      <div className="buttons">
        <button type="button" className="primary" onClick={onEdit}>
          Edit
        </button>
        {kind !== 'design' && (
          <button type="button" disabled={busy} onClick={() => void close()}>
            Close …
          </button>
        )}
      </div>
      <Refusal error={refusal} />
      {layer}
    </>
  );
}
