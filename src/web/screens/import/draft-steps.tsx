import { type Draft, previewUpload, type Seen, type ShownUpload } from '#api/uploads.ts';
import { useChange, useView } from '../../view.ts';
import { useWorkspace } from '../../workspace.ts';
import { CheckStep } from './check-step.tsx';
import { DetectStep } from './detect-step.tsx';
import { FileHead } from './file-head.tsx';
import { MapStep } from './map-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import { Stepper } from './stepper.tsx';
import { beside, type Step, stepOf, steps } from './steps.ts';
import { TakeIn } from './take-in.tsx';
import { Trouble } from './trouble.tsx';
import { useDraft } from './use-draft.ts';
import { type Rows, useLongWork } from './use-long-work.ts';
import { rowsWords } from './words.ts';

type Props = { readonly shown: ShownUpload; readonly seen: Seen; readonly draft: Draft };

/** The steps between a file and its being taken in. All of them look at one draft, and at what its rows would become. */
export function DraftSteps({ shown, seen, draft }: Props) {
  const view = useView();
  const { upload } = shown;
  const { change, refused } = useDraft(upload);
  const isFurther = draft.furtherOf !== null;
  const named = stepOf({ upload, step: view.step }, false);
  const step = named === 'map' && isFurther ? 'check' : named;
  const isReadable = draft.problems.length === 0 || isFurther;
  const rows = useLongWork(previewUpload, { upload }, { version: draft.version, enabled: isReadable });
  const reachable = steps
    .map(({ id }) => id)
    .filter((id) => id !== 'file' && id !== 'done' && !(id === 'map' && isFurther));
  return (
    <>
      <FileHead shown={shown} />
      <Stepper step={step} reachable={reachable} />
      {refused !== undefined && <Trouble what="This was not changed" why={refused} />}
      <div className="step">
        {step === 'detect' && <DetectStep shown={shown} seen={seen} draft={draft} rows={rows} change={change} />}
        {step === 'map' && <MapStep seen={seen} draft={draft} change={change} />}
        {step === 'check' && <CheckStep shown={shown} draft={draft} rows={rows} change={change} />}
        {step === 'preview' && <PreviewStep shown={shown} draft={draft} rows={rows} />}
      </div>
      <Onwards shown={shown} step={step} isFurther={isFurther} isReadable={isReadable} rows={rows} />
    </>
  );
}

type OnwardsProps = {
  readonly shown: ShownUpload;
  readonly step: Step;
  readonly isFurther: boolean;
  readonly isReadable: boolean;
  readonly rows: Rows;
};

/** What is known of the rows so far, and the ways on and back. */
function Onwards({ shown, step, isFurther, isReadable, rows }: OnwardsProps) {
  const change = useChange();
  const { sample } = useWorkspace();
  const [back, next] = [beside(step, -1, isFurther), beside(step, 1, isFurther)];
  return (
    <div className="onwards">
      <RowsSoFar isReadable={isReadable} rows={rows} />
      <div className="buttons">
        {back !== undefined && back !== 'file' && (
          <button type="button" onClick={() => change({ step: back }, 'from the top')}>
            Back
          </button>
        )}
        {next === 'done' && !sample && <TakeIn shown={shown} takes={(rows.data?.outcome.accepted ?? 0) > 0} />}
        {next !== undefined && next !== 'done' && (
          <button type="button" className="primary" onClick={() => change({ step: next }, 'from the top')}>
            Next: {steps.find(({ id }) => id === next)?.title}
          </button>
        )}
      </div>
    </div>
  );
}

function RowsSoFar({ isReadable, rows: { data, error, progress } }: Pick<OnwardsProps, 'isReadable' | 'rows'>) {
  const said = (): string => {
    if (!isReadable) return 'The mapping has to be mended before rows can be read.';
    if (error) return 'The rows cannot be read as they are mapped; Check says why.';
    if (!data) return `Reading every row … ${progress}`;
    const { total, accepted, rejected } = data.outcome;
    return `${rowsWords(total)} rows = ${rowsWords(accepted)} can be taken in + ${rowsWords(rejected)} rejected`;
  };
  return (
    <p role="status" className="muted">
      {said()}
    </p>
  );
}
