import type { recordHistory } from '#api/records.ts';
import { setRecord } from '#api/records.ts';
import { ask } from '../../ask.ts';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../workspace.ts';
import { FieldChanges } from './change-list.tsx';
import { spoken } from './named.ts';
import { Refusal, useProposal } from './proposal.tsx';
import { useEditable } from './records.tsx';
import { Stated } from './stated.tsx';
import { bodyAt, fieldsTo } from './versions.ts';

type Change = (typeof recordHistory)['answer']['_output']['changes'][number];

type Props = {
  readonly record: {
    readonly kind: string;
    readonly key: string;
    readonly design?: string;
    readonly version: number | null;
    readonly body: Readonly<Record<string, unknown>> | null;
  };
  readonly changes: readonly Change[];
};

const doors: Readonly<Record<string, string>> = { cli: 'the command line', web: 'a page' };
const turns = { opened: 'added', changed: 'changed', closed: 'removed' } as const;

/** Every change of a record, newest first, each with the way back to what it said then. */
export function History({ record, changes }: Props) {
  const { propose, layer, busy, refusal } = useProposal();
  const isEditable = useEditable();
  const restore = ({ version }: Change): Promise<void> => {
    const wanted = bodyAt(changes, version) ?? {};
    const { kind, key, design, body } = record;
    return propose({
      title: `Bring back version ${version} of the ${spoken(kind)} ${key}`,
      does: 'Bring it back',
      done: `The ${spoken(kind)} ${key} says again what it said in version ${version}.`,
      usual: `version ${version} brought back`,
      make: async (asked) => {
        const { key: _, ...fields } = fieldsTo(wanted, body ?? {});
        const { change, changeSet } = await ask(setRecord, {
          ...asked,
          kind,
          key,
          ...(design ? { design } : changes[0]?.design ? { design: changes[0].design } : {}),
          fields,
          isNew: body === null,
          ...(record.version === null ? {} : { expected: record.version }),
        });
        return { changes: change ? [change] : [], changeSet };
      },
    });
  };
  return (
    <Card title="History" says="newest first" className="history">
      <Refusal error={refusal} />
      <ol className="plain-list">
        {changes.map((change) => (
          <Entry
            key={change.changeSet}
            change={change}
            restore={
              isEditable && change.what !== 'closed' && (record.body === null || change.version !== record.version) ? (
                <button type="button" disabled={busy} onClick={() => void restore(change)}>
                  Bring this back …
                </button>
              ) : null
            }
            of={record}
          />
        ))}
      </ol>
      {layer}
    </Card>
  );
}

type EntryProps = { readonly change: Change; readonly restore: React.ReactNode; readonly of: Props['record'] };

function Entry({ change, restore, of }: EntryProps) {
  const words = useWords();
  const { version, what, actor, actorVerified, at, reason, via, fields, changeSet } = change;
  const told = fields.filter(({ field }) => field !== 'key');
  return (
    <li>
      <p className="history-head">
        <span data-place>
          <strong>Version {version}</strong> {what} <time dateTime={at}>{words.instant(Date.parse(at))}</time> by{' '}
          {actor}
          {actorVerified ? '' : ' (not verified)'} through {doors[via] ?? via}, change {changeSet}
        </span>
        {restore}
      </p>
      <p className="reason" data-place>
        {reason}
      </p>
      {told.length > 0 && (
        <details open={what === 'changed'}>
          <summary>
            {what === 'changed' ? 'What changed' : what === 'opened' ? 'What it said at first' : 'What it said last'}
          </summary>
          <Stated of={[of]}>
            <FieldChanges what={turns[what]} fields={told} />
          </Stated>
        </details>
      )}
    </li>
  );
}
