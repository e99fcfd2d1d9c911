import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { cancelJob, listJobs } from '#api/jobs.ts';
import { ask } from '../ask.ts';
import { Loading } from '../parts/loading.tsx';
import { Busy } from '../parts/meter.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { useView } from '../view.ts';

/** As long as this a page just loads, in ms; whoever comes back to a job waits for that. */
const patience = 1000;

/**
 * What the server is at while a page waits for its turn: one thing after the other is answered, and work of minutes may be
 * before it. A job that the address names can be broken off from here.
 */
export function Waiting() {
  const { job } = useView();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const clock = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(clock);
  }, []);
  const { data } = useQuery({
    queryKey: [listJobs.id, 'running'],
    queryFn: ({ signal }) => ask(listJobs, { limit: 20 }, signal),
    enabled: late || job !== undefined,
    staleTime: 0,
    refetchInterval: patience,
  });
  const running = data?.jobs.find(({ state }) => state === 'running');
  if (!running) return <Loading />;
  return (
    <section className="state">
      <PageTitle>The server is at work</PageTitle>
      <Busy says={running.progress ?? 'It has begun'} />
      <p>This page is shown as soon as that is done. You may close it: the work goes on.</p>
      {running.id === job && (
        <button type="button" onClick={() => void ask(cancelJob, { id: job }).catch(() => undefined)}>
          Cancel
        </button>
      )}
    </section>
  );
}
