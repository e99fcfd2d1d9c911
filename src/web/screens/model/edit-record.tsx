import { useState } from 'react';
import { setRecord } from '#api/records.ts';
import { ask, Refused } from '../../ask.ts';
import { changedFields } from './draft.ts';
import { Merge, type Merging } from './merge.tsx';
import { spoken } from './named.ts';
import { asError, Refusal, useDone } from './proposal.tsx';
import { RecordForm } from './record-form.tsx';
import type { Shown } from './records.tsx';
import { type Objection, objectionsIn } from './refused-fields.ts';
import { Review } from './review.tsx';

type Props = { readonly record: Shown; readonly onDone: () => void };

type Edit = { readonly fields: Readonly<Record<string, unknown>>; readonly expected: number };

type Made = (typeof setRecord)['answer']['_output'];

/**
 * Edits a record: what would change is shown before it is saved, what is wrong stands beside its field, and what somebody
 * else changed meanwhile is put beside what was meant.
 */
export function EditRecord({ record, onDone }: Props) {
  const { kind, key, design } = record;
  // What it was when the form was filled: whoever changed it since is met when it is saved.
  const [{ version, body }] = useState(record);
  const [objections, setObjections] = useState<readonly Objection[]>([]);
  const [refusal, setRefusal] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const [merging, setMerging] = useState<Merging>();
  const [tried, setTried] = useState<{ readonly edit: Edit; readonly made: Made }>();
  const done = useDone();

  const send = (edit: Edit, asked: { readonly dryRun: boolean; readonly reason: string }): Promise<Made> =>
    ask(setRecord, { kind, key, ...(design === '' || kind === 'design' ? {} : { design }), ...edit, ...asked });

  const refuse = (error: unknown, edit: Edit): void => {
    const changed = changedMeanwhile(error);
    if (changed) setMerging({ ...changed, mine: edit.fields });
    const told = objectionsIn(error, { kind, key });
    setObjections(told ?? []);
    setRefusal(told || changed ? undefined : asError(error));
  };

  const review = async (edit: Edit): Promise<void> => {
    setBusy(true);
    setMerging(undefined);
    try {
      const made = await send(edit, { dryRun: true, reason: 'looked at' });
      setObjections([]);
      setRefusal(undefined);
      setTried({ edit, made });
    } catch (error) {
      refuse(error, edit);
    }
    setBusy(false);
  };

  const save = async (reason: string): Promise<void> => {
    if (!tried) return;
    setTried(undefined);
    try {
      const { changeSet } = await send(tried.edit, { dryRun: false, reason });
      await done(`The ${spoken(kind)} ${key} is saved.`, changeSet);
      onDone();
    } catch (error) {
      refuse(error, tried.edit);
    }
  };

  return (
    <>
      <Refusal error={refusal} />
      <RecordForm
        kind={kind}
        body={body}
        objections={objections}
        busy={busy}
        submit={(before, draft) => void review({ fields: changedFields(before, draft), expected: version ?? 0 })}
        onCancel={onDone}
      />
      {merging && (
        <Merge merging={merging} onClose={() => setMerging(undefined)} onMerged={(edit) => void review(edit)} />
      )}
      {tried && (
        <Review
          title={`Change the ${spoken(kind)} ${key}`}
          does="Save"
          usual="edited"
          files={[]}
          changes={tried.made.change ? [tried.made.change] : []}
          save={save}
          onClose={() => setTried(undefined)}
        />
      )}
    </>
  );
}

/** What was changed by somebody else since the form was filled, as the refusal tells it. */
const changedMeanwhile = (error: unknown): Omit<Merging, 'mine'> | undefined => {
  if (!(error instanceof Refused) || error.problem.code !== 'record-changed') return undefined;
  return error.problem.fault as Omit<Merging, 'mine'>;
};
