import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { cancelJob, type ShownJob, showJob } from '#api/jobs.ts';
import { ask, Refused } from '../../ask.ts';
import { ended } from '../../order.ts';
import { Card } from '../../parts/card.tsx';
import { Busy } from '../../parts/meter.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useChange } from '../../view.ts';
import { Stepper } from './stepper.tsx';
import { reasonOf, Trouble } from './trouble.tsx';

type Props = { readonly job: number };

/** A file on its way in. The job is the server's: the page may be loaded anew, and the server started anew. */
export function TakingIn({ job }: Props) {
  const change = useChange();
  const queries = useQueryClient();
  const [progress, setProgress] = useState('');
  const [failed, setFailed] = useState<string>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a job is followed once, whatever else changes.
  useEffect(() => {
    let gone = false;
    const follow = async (): Promise<void> => {
      try {
        const over = await endOf(job, (text) => !gone && setProgress(text));
        if (gone) return;
        if (over.state !== 'done') setFailed(over.problem?.detail ?? 'It was broken off, and left nothing behind.');
        else {
          setProgress('It is in; the figures are brought up to it');
          await queries.invalidateQueries();
          if (!gone) change({ job: undefined, step: 'done' });
        }
      } catch (error) {
        if (!gone) setFailed(reasonOf(error));
      }
    };
    void follow();
    return () => {
      gone = true;
    };
  }, [job]);

  const leave = (): void => change({ job: undefined, step: 'preview' });
  if (failed !== undefined) {
    return (
      <>
        <Stepper step="preview" />
        <Trouble what="It was not taken in" why={failed}>
          <p className="muted">Nothing of it stayed behind, and your draft is kept.</p>
          <button type="button" onClick={leave}>
            Back to the draft
          </button>
        </Trouble>
      </>
    );
  }
  return (
    <>
      <PageTitle>The file is taken in</PageTitle>
      <Stepper step="preview" />
      <Card title="On its way" says={`job ${job}`}>
        <Busy says={progress || 'Taking it in'} />
        <p className="muted">You may close this page: it goes on, and this address shows how far it is.</p>
        <div className="buttons">
          <button type="button" onClick={() => void ask(cancelJob, { id: job }).catch(() => undefined)}>
            Cancel
          </button>
        </div>
      </Card>
    </>
  );
}

const patience = 1000;

/** How a job ended. A server that does not answer is waited for: it may be on its way up again. */
const endOf = async (id: number, say: (text: string) => void): Promise<ShownJob> => {
  for (;;) {
    await ended(id, ({ progress, state }) => say(progress || (state === 'waiting' ? 'waiting for its turn' : '')));
    try {
      const job = await ask(showJob, { id });
      if (job.endedAt !== null) return job;
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.status !== 0) throw error;
      say('the server does not answer; waiting for it');
    }
    await new Promise((done) => setTimeout(done, patience));
  }
};
