import { Card } from '../../parts/card.tsx';
import { Forums } from './forums.tsx';
import { ToAdd, ToRecord } from './links.tsx';
import { useEditable, useKind } from './records.tsx';
import { rightsGrid } from './rights-grid.ts';
import { RightsTable } from './rights-table.tsx';
import { None, Stated } from './stated.tsx';

/** Who decides what, at which level and in which forum. */
export function Governance() {
  const grid = rightsGrid({
    levels: useKind('level'),
    roles: useKind('role'),
    forums: useKind('forum'),
    types: useKind('decision-type'),
    rights: useKind('decision-right'),
  });
  const isEditable = useEditable();
  return (
    <div className="model-grid">
      <Card
        title="Who decides what"
        says={isEditable && <ToAdd kind="decision-right">Add a right</ToAdd>}
        className="wide"
      >
        {grid.rows.length === 0 ? <None what="decision right" /> : <RightsTable grid={grid} />}
        <Unruled />
      </Card>
      <Forums />
      <Policies />
    </div>
  );
}

/** Types of decisions of which no right says who decides. */
function Unruled() {
  const rights = useKind('decision-right');
  const unruled = useKind('decision-type').filter(({ key }) => !rights.some(({ body }) => body.decisionType === key));
  if (unruled.length === 0) return null;
  return (
    <p className="muted small">
      No right says who decides:{' '}
      {unruled.map((type, index) => (
        <span key={type.key}>
          {index > 0 && ', '}
          <ToRecord of={type} />
        </span>
      ))}
      .
    </p>
  );
}

function Policies() {
  const policies = useKind('policy');
  const isEditable = useEditable();
  return (
    <Card title="Policies" says={isEditable && <ToAdd kind="policy">Add a policy</ToAdd>}>
      {policies.length === 0 && <None what="policy" />}
      <ul className="plain-list lines">
        {policies.map((policy) => (
          <Stated key={policy.key} as="li" of={[policy]}>
            <ToRecord of={policy} /> <span className="muted">applies to {String(policy.body.appliesTo)}</span>
          </Stated>
        ))}
      </ul>
    </Card>
  );
}
