import { useQuery } from '@tanstack/react-query';
import { windowOf } from '#api/looked-at.ts';
import type { WorkspaceCard } from '#api/workspace.ts';
import { caseSwimlane } from '#charts/case-swimlane.ts';
import type { CaseHistory } from '#model/flow.ts';
import type { Opened } from '../opened.ts';
import { ItemLink } from '../parts/item-link.tsx';
import { Loading } from '../parts/loading.tsx';
import { Picture } from '../parts/picture.tsx';
import { ProblemState } from '../parts/states.tsx';
import { theCase } from '../queries.ts';
import { useView } from '../view.ts';
import { useWords } from '../workspace.ts';
import { Again, Section } from './explained.tsx';

type Props = {
  readonly source: string;
  readonly item: string;
  readonly opened: Opened;
  readonly workspace: WorkspaceCard;
};

/** One case from its first row to its last: a lane a team, with what its time went into. */
export function Case({ source, item, opened, workspace }: Props) {
  const view = useView();
  const window = windowOf(workspace, opened.period ?? view.period);
  const { data, error, refetch } = useQuery(theCase(source, item, { window, asOf: view.asOf }));
  if (error && !data) return <ProblemState error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={8} what="Opening the case" />;
  const { history, asOf } = data;
  const link = workspace.sources.find(({ key }) => key === source)?.link;
  return (
    <div className="explained" data-kind="case">
      <p className="explained-title">
        {history.item} {link && <ItemLink link={link} item={history.item} />}
      </p>
      <Facts history={history} workspace={workspace} />
      <Picture chart={caseSwimlane} data={laneOf(history, asOf, workspace)} />
      <Section title="The same again">
        <Again command={['case', 'show', source, item]} folder={workspace.folder} citable={false} />
      </Section>
    </div>
  );
}

const nameOf = (workspace: WorkspaceCard, team: string): string =>
  workspace.teams.find(({ key }) => key === team)?.name ?? team;

const laneOf = ({ item, stretches, events, stageNames }: CaseHistory, asOf: string, workspace: WorkspaceCard) => ({
  item,
  asOf,
  stretches: stretches.map(({ team, stage, kind, from, until }) => ({
    key: null,
    team: nameOf(workspace, team),
    stage: stageNames[stage] ?? stage,
    kind,
    from,
    until,
  })),
  events: events.map(({ team, at, what }) => ({
    key: null,
    team: nameOf(workspace, team),
    at,
    what: what === 'update' ? 'row' : what.replaceAll('-', ' '),
  })),
});

function Facts({ history, workspace }: { readonly history: CaseHistory; readonly workspace: WorkspaceCard }) {
  const words = useWords();
  const { source, itemType, capability, team, stage, status, created, started, ended, stageNames } = history;
  const when = (instant: string | null): string => (instant === null ? '–' : words.instant(Date.parse(instant)));
  const capabilityName = workspace.capabilities.find(({ key }) => key === capability)?.name ?? capability;
  const facts = [
    ['source', workspace.sources.find(({ key }) => key === source)?.name ?? source],
    ['type', itemType],
    ['capability', capabilityName],
    ['team', nameOf(workspace, team)],
    ['stage', stage === null ? 'not known' : `${stageNames[stage] ?? stage}, ${status}`],
    ['created', when(created)],
    ['started', when(started)],
    ['ended', when(ended)],
  ] as const;
  return (
    <dl className="case-facts">
      {facts.map(([part, text]) => (
        <div key={part}>
          <dt>{part}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
