import { useQuery } from '@tanstack/react-query';
import { windowOf } from '#api/looked-at.ts';
import { BringIn } from '../../parts/bring-in.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { EmptyState, ProblemState } from '../../parts/states.tsx';
import { theConformance, theDiagnosis } from '../../queries.ts';
import { useView, whereOf } from '../../view.ts';
import { useWorkspace } from '../../workspace.ts';
import { Filters } from './filters.tsx';
import { Rules } from './rules.tsx';
import { Signs } from './signs.tsx';
import { Summary } from './summary.tsx';

/** What we say against what we do: every rule of the design, and the signs that they show together. */
export function Screen() {
  const workspace = useWorkspace();
  const view = useView();
  const at = { window: windowOf(workspace, view.period), asOf: view.asOf };
  const enabled = workspace.span !== null;
  const conformance = useQuery({ ...theConformance(at), enabled });
  const diagnosis = useQuery({ ...theDiagnosis(at), enabled });
  if (!enabled) return <EmptyAlignment />;
  if (conformance.error && !conformance.data)
    return <ProblemState error={conformance.error} again={() => void conformance.refetch()} />;
  if (!conformance.data) return <Loading lines={10} what="Holding the design against the evidence" />;
  const { results } = conformance.data;
  return (
    <div className="alignment">
      <PageTitle unseen>Alignment</PageTitle>
      <Summary rules={results} />
      <Signs signs={diagnosis.data?.signs} error={diagnosis.error} />
      <Filters rules={results} />
      {whereOf(view) && (
        <p className="muted small">
          Rules hold for all of the design, so they are not cut by team or capability. A rule that opens lists its cases
          with their teams.
        </p>
      )}
      <Rules rules={results} />
    </div>
  );
}

function EmptyAlignment() {
  return (
    <EmptyState title="There is nothing to hold the design against yet">
      <p>
        Alignment puts what the organisation says beside what it does, rule by rule: how often decisions are taken at
        the level that the design names, work stays with its owner, promises are kept.
      </p>
      <p>
        It needs <strong>one log</strong> of how work or approvals went, and a design: who owns what, who decides, how
        work flows. Once there is a log, the Model screen drafts a design from it.
      </p>
      <BringIn />
    </EmptyState>
  );
}
