import type { ListedRecord } from '#api/records.ts';
import { Card } from '../../parts/card.tsx';
import { ToAdd, ToRecord } from './links.tsx';
import { wordOf } from './named.ts';
import { useEditable, useKind } from './records.tsx';
import { Depth, None, Stated } from './stated.tsx';
import { treeOf } from './tree.ts';

/** What the organisation must be able to do, and which team answers for it. */
export function Capabilities() {
  const capabilities = useKind('capability');
  const isEditable = useEditable();
  return (
    <div className="model-grid">
      <Card
        title="Capabilities and their owners"
        says={isEditable && <ToAdd kind="capability">Add a capability</ToAdd>}
        className="wide"
      >
        {capabilities.length === 0 ? (
          <None what="capability" />
        ) : (
          <table className="whole">
            <thead>
              <tr>
                <th scope="col">capability</th>
                <th scope="col">kind</th>
                <th scope="col">accountable</th>
                <th scope="col">contributing</th>
                <th scope="col">maturity aimed at</th>
                <th scope="col">serves</th>
              </tr>
            </thead>
            <tbody>
              {treeOf(capabilities).map(({ record, depth }) => (
                <CapabilityRow key={record.key} capability={record} depth={depth} />
              ))}
            </tbody>
          </table>
        )}
      </Card>
      <Skills />
    </div>
  );
}

function CapabilityRow({ capability, depth }: { readonly capability: ListedRecord; readonly depth: number }) {
  const owned = useKind('ownership').filter(({ body }) => body.capability === capability.key);
  const links = useKind('goal-capability').filter(({ body }) => body.capability === capability.key);
  const target = Object(capability.body.maturityTarget) as { readonly level?: number };
  const by = (as: string) => owned.filter(({ body }) => body.as === as);
  return (
    <Stated as="tr" of={[capability, ...owned, ...links]}>
      <th scope="row">
        <Depth of={depth}>
          <ToRecord of={capability} />
        </Depth>
      </th>
      <td>{String(capability.body.kind) === 'it' ? 'IT' : String(capability.body.kind)}</td>
      <td>
        <Owners all={by('accountable')} none="nobody" />
      </td>
      <td>
        <Owners all={by('contributing')} none="–" />
      </td>
      <td>{target.level === undefined ? '–' : `level ${target.level}`}</td>
      <td>
        {links.length === 0 && '–'}
        {links.map((link, index) => (
          <span key={link.key}>
            {index > 0 && ', '}
            <ToRecord of={{ kind: 'goal', key: String(link.body.goal) }} /> ({String(link.body.importance)})
          </span>
        ))}
      </td>
    </Stated>
  );
}

function Owners({ all, none }: { readonly all: readonly ListedRecord[]; readonly none: string }) {
  if (all.length === 0) return <span className="muted">{none}</span>;
  return (
    <>
      {all.map(({ key, body }, index) => (
        <span key={key}>
          {index > 0 && ', '}
          <ToRecord of={{ kind: 'team', key: String(body.team) }} />
          {(body.from !== undefined || body.to !== undefined) && <Span from={body.from} to={body.to} />}
        </span>
      ))}
    </>
  );
}

function Span({ from, to }: { readonly from: unknown; readonly to: unknown }) {
  return (
    <span className="muted small">
      {from !== undefined && ` from ${wordOf(from)}`}
      {to !== undefined && ` until ${wordOf(to)}`}
    </span>
  );
}

function Skills() {
  const skills = useKind('skill');
  const isEditable = useEditable();
  return (
    <Card title="Skills" says={isEditable && <ToAdd kind="skill">Add a skill</ToAdd>}>
      {skills.length === 0 && <None what="skill" />}
      <ul className="plain-list lines">
        {skills.map((skill) => (
          <Stated key={skill.key} as="li" of={[skill]}>
            <ToRecord of={skill} />{' '}
            <span className="muted">
              {skill.body.critical === true ? 'critical, ' : ''}
              {wordOf(skill.body.supplyFte) || '–'} of {wordOf(skill.body.demandFte) || '–'} FTE needed
            </span>
          </Stated>
        ))}
      </ul>
    </Card>
  );
}
