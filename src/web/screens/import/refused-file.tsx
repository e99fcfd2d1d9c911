import type { ShownUpload } from '#api/uploads.ts';
import { FileHead } from './file-head.tsx';
import { Stepper } from './stepper.tsx';
import { mayHoldRecords, TakeRecords } from './take-records.tsx';
import { Trouble } from './trouble.tsx';

/** A file that is no log, and what can be done about it. */
export function RefusedFile({ shown }: { readonly shown: ShownUpload }) {
  const { refusal } = shown;
  return (
    <>
      <FileHead shown={shown} />
      <Stepper step="detect" />
      <Trouble what="This file cannot be read as a log" why={refusal?.text ?? ''}>
        <p className="muted">Nothing of it was taken in.</p>
        {refusal?.code === 'log-unrecognised' && (
          <p>
            A log has a row for each step of a ticket, a case or a decision: which one, when, and what happened or who
            had it.
          </p>
        )}
        {mayHoldRecords(shown.name) && <TakeRecords upload={shown.upload} name={shown.name} />}
      </Trouble>
    </>
  );
}
