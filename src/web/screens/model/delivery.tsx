import type { ListedRecord } from '#api/records.ts';
import { WayOfDelivery } from '#model/kinds.ts';
import { Card } from '../../parts/card.tsx';
import { ToAdd, ToRecord } from './links.tsx';
import { wordOf } from './named.ts';
import { useEditable, useKind } from './records.tsx';
import { None, Stated } from './stated.tsx';
import { treeOf } from './tree.ts';
import { Workflow } from './workflow.tsx';

/** How work is carried out: which team in which way, and the stages that work passes. */
export function Delivery() {
  const workflows = useKind('workflow');
  const isEditable = useEditable();
  return (
    <div className="model-grid">
      <Ways />
      <div className="stack">
        {workflows.length === 0 && (
          <Card title="Workflows">
            <None what="workflow" />
          </Card>
        )}
        {workflows.map((workflow) => (
          <Workflow key={workflow.key} workflow={workflow} />
        ))}
        {isEditable && (
          <p>
            <ToAdd kind="workflow">Add a workflow</ToAdd>
          </p>
        )}
      </div>
    </div>
  );
}

/** Each team by how it delivers. A unit that states no way of its own delivers through its teams. */
function Ways() {
  const teams = useKind('team');
  const models = useKind('delivery-model');
  const isEditable = useEditable();
  const parents = new Set(teams.map(({ body }) => body.parent));
  const rows = treeOf(teams)
    .map(({ record }) => record)
    .filter(({ key }) => !parents.has(key) || models.some(({ body }) => body.team === key));
  const others = models.filter(({ body }) => body.team === undefined);
  return (
    <Card title="Who delivers how" says={isEditable && <ToAdd kind="delivery-model">Add a way of delivery</ToAdd>}>
      {rows.length + others.length === 0 ? (
        <None what="team" />
      ) : (
        <table className="whole ways">
          <thead>
            <tr>
              <th scope="col">team</th>
              {WayOfDelivery.options.map((way) => (
                <th key={way} scope="col" className="way">
                  {way}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((team) => (
              <WayRow key={team.key} of={team} model={models.find(({ body }) => body.team === team.key)} />
            ))}
            {others.map((model) => (
              <WayRow key={model.key} of={subjectOf(model)} model={model} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

const subjectOf = ({ body }: ListedRecord) =>
  body.capability === undefined
    ? { kind: 'initiative', key: String(body.initiative) }
    : { kind: 'capability', key: wordOf(body.capability) };

type WayProps = {
  readonly of: { readonly kind: string; readonly key: string };
  readonly model: ListedRecord | undefined;
};

function WayRow({ of, model }: WayProps) {
  return (
    <Stated as="tr" of={[of, ...(model ? [model] : [])]}>
      <th scope="row">
        <ToRecord of={of} />
      </th>
      {model ? (
        WayOfDelivery.options.map((way) => (
          <td key={way} className="way" title={way === model.body.model ? String(model.body.reason) : undefined}>
            {way === model.body.model && (
              <ToRecord of={model}>
                <span aria-hidden="true">●</span>
                <span className="unseen">{way}</span>
              </ToRecord>
            )}
          </td>
        ))
      ) : (
        <td className="muted" colSpan={WayOfDelivery.options.length}>
          not stated
        </td>
      )}
    </Stated>
  );
}
