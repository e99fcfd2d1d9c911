import { useQuery } from '@tanstack/react-query';
import type { ShownUpload } from '#api/uploads.ts';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProblemState } from '../../parts/states.tsx';
import { theUpload } from '../../queries.ts';
import { useView } from '../../view.ts';
import { useWorkspace } from '../../workspace.ts';
import { DoneStep } from './done-step.tsx';
import { DraftSteps } from './draft-steps.tsx';
import { FileStep } from './file-step.tsx';
import { RefusedFile } from './refused-file.tsx';
import { SampleNotice } from './sample-notice.tsx';
import { Stepper } from './stepper.tsx';
import { TakingIn } from './taking-in.tsx';

/** From a file on somebody's disk to evidence, step by step; nothing is taken in before the last one. */
export function Screen() {
  const { upload } = useView();
  const { sample } = useWorkspace();
  return (
    <div className="bring-in">
      {upload === undefined ? <Begin /> : <Handed key={upload} upload={upload} />}
      {sample && <SampleNotice />}
    </div>
  );
}

function Begin() {
  return (
    <>
      <PageTitle>Bring in a file</PageTitle>
      <Stepper step="file" />
      <FileStep />
    </>
  );
}

function Handed({ upload }: { readonly upload: string }) {
  const { job } = useView();
  const { data, error, refetch } = useQuery({ ...theUpload(upload), staleTime: Number.POSITIVE_INFINITY });
  if (job !== undefined) return <TakingIn job={job} />;
  if (error && !data) return <ProblemState error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={10} what="Looking at the file" />;
  return <Known shown={data} />;
}

function Known({ shown }: { readonly shown: ShownUpload }) {
  if (shown.taken) return <DoneStep shown={shown} taken={shown.taken} />;
  const { seen, draft } = shown;
  if (!seen || !draft) return <RefusedFile shown={shown} />;
  return <DraftSteps shown={shown} seen={seen} draft={draft} />;
}
