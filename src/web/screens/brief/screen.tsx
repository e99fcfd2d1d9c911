import { useQuery } from '@tanstack/react-query';
import { windowOf } from '#api/looked-at.ts';
import type { Diagnosis } from '#model/diagnosis.ts';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProblemState } from '../../parts/states.tsx';
import { theDiagnosis } from '../../queries.ts';
import { useView, whereOf } from '../../view.ts';
import { useWorkspace } from '../../workspace.ts';
import { EmptyBrief } from './empty.tsx';
import { Findings } from './findings.tsx';
import { Scoped } from './scoped.tsx';
import { Sentence } from './sentence.tsx';
import { Since } from './since.tsx';
import { StandsOn } from './stands-on.tsx';
import { Strips } from './strips.tsx';

/** What needs a decision now, on one page. */
export function Screen() {
  const workspace = useWorkspace();
  const view = useView();
  const window = windowOf(workspace, view.period);
  const diagnosis = useQuery({
    ...theDiagnosis({ window, asOf: view.asOf }),
    enabled: workspace.span !== null,
  });
  if (workspace.span === null) return <EmptyBrief workspace={workspace} />;
  if (diagnosis.error && !diagnosis.data)
    return <ProblemState error={diagnosis.error} again={() => void diagnosis.refetch()} />;
  if (!diagnosis.data) return <Loading lines={10} what="Holding the design against the evidence" />;
  return <Brief diagnosis={diagnosis.data} />;
}

function Brief({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const where = whereOf(useView());
  const { notices } = useWorkspace();
  return (
    <div className="brief">
      <PageTitle unseen>Brief</PageTitle>
      <Sentence said={diagnosis.said} />
      {notices.length > 0 && <Notices all={notices} />}
      <div className="brief-grid">
        <Strips diagnosis={diagnosis} />
        <Since />
        <Findings diagnosis={diagnosis} />
        {where ? <Scoped where={where} diagnosis={diagnosis} /> : <StandsOn diagnosis={diagnosis} />}
      </div>
    </div>
  );
}

function Notices({ all }: { readonly all: readonly string[] }) {
  return (
    <div role="status">
      <ul className="notices">
        {all.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </div>
  );
}
