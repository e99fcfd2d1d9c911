import type { ListedRecord } from '#api/records.ts';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../workspace.ts';
import { ToAdd, ToRecord } from './links.tsx';
import { wordOf } from './named.ts';
import { useEditable, useKind } from './records.tsx';
import { lengthText } from './said.ts';
import { None, Stated } from './stated.tsx';

/** How business and IT meet: who speaks with whom, over which channels, and what is promised. */
export function Engagement() {
  return (
    <div className="model-grid thirds">
      <Partners />
      <Channels />
      <Promises />
    </div>
  );
}

function Partners() {
  const groups = useKind('stakeholder-group');
  const isEditable = useEditable();
  return (
    <Card title="Partners" says={isEditable && <ToAdd kind="stakeholder-group">Add a group</ToAdd>}>
      {groups.length === 0 && <None what="stakeholder group" />}
      <ul className="plain-list lines">
        {groups.map((group) => (
          <Stated key={group.key} as="li" of={[group]}>
            <ToRecord of={group} />
            <span className="muted">
              {typeof group.body.businessUnit === 'string' && ` of ${group.body.businessUnit}`}
              {group.body.counterpart === undefined ? (
                ', no counterpart in IT'
              ) : (
                <>
                  {' '}
                  speaks with <ToRecord of={{ kind: 'role', key: wordOf(group.body.counterpart) }} />
                </>
              )}
            </span>
          </Stated>
        ))}
      </ul>
    </Card>
  );
}

const uses = [
  { kind: 'intake', says: 'demand comes in' },
  { kind: 'prioritisation', says: 'demand is put in order' },
  { kind: 'review', says: 'results are looked at' },
  { kind: 'expectation', says: 'expectations are agreed' },
] as const;

/** The way of demand: where it comes in, is ordered, agreed and looked back at, with the forum of each channel. */
function Channels() {
  const channels = useKind('channel');
  const isEditable = useEditable();
  return (
    <Card title="Channels" says={isEditable && <ToAdd kind="channel">Add a channel</ToAdd>}>
      <dl className="ladder">
        {uses.map(({ kind, says }) => (
          <div key={kind}>
            <dt>{says}</dt>
            <dd>
              <ChannelList all={channels.filter(({ body }) => body.kind === kind)} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function ChannelList({ all }: { readonly all: readonly ListedRecord[] }) {
  if (all.length === 0) return <span className="muted">no channel</span>;
  return (
    <ul className="plain-list">
      {all.map((channel) => (
        <Stated key={channel.key} as="li" of={[channel]}>
          <ToRecord of={channel} />
          <span className="muted">
            {channel.body.cadenceDays !== undefined && ` every ${wordOf(channel.body.cadenceDays)} d`}
            {channel.body.forum !== undefined && (
              <>
                {' '}
                in <ToRecord of={{ kind: 'forum', key: wordOf(channel.body.forum) }} />
              </>
            )}
          </span>
        </Stated>
      ))}
    </ul>
  );
}

type Target = { readonly within: string; readonly clock?: string; readonly share?: number };

/** What is promised to the business: on time, and that what was agreed stands. */
function Promises() {
  const words = useWords();
  const holds = useKind('priority-hold');
  const workflows = useKind('workflow').filter(({ body }) => Array.isArray(body.targets) && body.targets.length > 0);
  const services = useKind('service').filter(({ body }) => Array.isArray(body.serviceLevels));
  const isEditable = useEditable();
  return (
    <Card title="Promises" says={isEditable && <ToAdd kind="priority-hold">Add a hold</ToAdd>}>
      {holds.length + workflows.length + services.length === 0 && <None what="promise" />}
      <ul className="plain-list lines">
        {holds.map((hold) => (
          <Stated key={hold.key} as="li" of={[hold]}>
            Priorities hold for {lengthText(String(hold.body.holds))} (<ToRecord of={hold} />)
          </Stated>
        ))}
        {workflows.map((workflow) => (
          <Stated key={workflow.key} as="li" of={[workflow]}>
            <ToRecord of={workflow} />:{' '}
            {(workflow.body.targets as readonly Target[])
              .map(
                ({ within, clock = 'elapsed', share = 0.9 }) =>
                  `${words.figure(share, 'share')} within ${lengthText(within)} (${clock})`,
              )
              .join('; ')}
          </Stated>
        ))}
        {services.map((service) => (
          <Stated key={service.key} as="li" of={[service]}>
            <ToRecord of={service} />: {levelsOf(service.body.serviceLevels, words.figure)}
          </Stated>
        ))}
      </ul>
    </Card>
  );
}

type Level = { readonly measure: string; readonly target: number };

const levelsOf = (levels: unknown, figure: (value: number, unit: string) => string): string =>
  (levels as readonly Level[]).map(({ measure, target }) => `${measure} ${figure(target, 'share')}`).join(', ');
