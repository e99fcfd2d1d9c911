import { useQuery } from '@tanstack/react-query';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProblemState } from '../../parts/states.tsx';
import { theFlowMap } from '../../queries.ts';
import { useWorkspace } from '../../workspace.ts';
import { EmptyFlow, NoStages } from './empty.tsx';
import { useLooked } from './looked.ts';
import { FlowMapCard } from './map.tsx';
import { Sentence } from './sentence.tsx';
import { Strip } from './strip.tsx';
import { Tabs } from './tabs.tsx';

/** Where work waits: how it goes from stage to stage, how long that takes, and what the time goes into. */
export function Screen() {
  const workspace = useWorkspace();
  const enabled = workspace.sources.some(({ accepted }) => accepted > 0);
  const looked = useLooked();
  const map = useQuery({ ...theFlowMap(looked), enabled });
  if (!enabled) return <EmptyFlow />;
  if (map.error && !map.data) return <ProblemState error={map.error} again={() => void map.refetch()} />;
  if (!map.data) return <Loading lines={10} what="Following the work" />;
  const { flows, missing } = map.data;
  return (
    <div className="flow">
      <PageTitle unseen>Flow</PageTitle>
      <Sentence />
      {missing !== null && (
        <div role="status">
          <ul className="notices">
            <li>{missing}</li>
          </ul>
        </div>
      )}
      <Strip />
      {flows.length === 0 ? (
        <NoStages />
      ) : (
        <div className="flow-grid">
          <FlowMapCard flows={flows} />
          <Tabs flows={flows} />
        </div>
      )}
    </div>
  );
}
