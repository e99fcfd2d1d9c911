import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { amountIn, fullMoney, useAt, useUnit } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ToOwnPage } from '../../parts/to-own-page.tsx';
import { ToRecordPage } from '../../parts/to-record.tsx';
import { theCapability } from '../../queries.ts';
import { valueId } from '../../value-names.ts';
import type { View } from '../../view.ts';
import { Assessments } from './assessments.tsx';
import type { Capability } from './card.ts';
import { Tiles } from './tiles.tsx';

/** One capability: how much it matters, how able we are at it, who answers for it, what builds it and what it brings about. */
export function CapabilityPage({ of }: { readonly of: string }) {
  const query = useQuery(theCapability(of, useAt()));
  return (
    <article className="capability-page">
      <p className="muted small">
        <ToCapabilities>Capabilities</ToCapabilities>
      </p>
      <Asked query={query} what="Looking at the capability">
        {({ capability }) => <Shown capability={capability} />}
      </Asked>
    </article>
  );
}

function ToCapabilities({ children }: { readonly children: string }) {
  return (
    <Link to="/capabilities" search={(before: View) => before} className="record-link">
      {children}
    </Link>
  );
}

function Shown({ capability }: { readonly capability: Capability }) {
  const unit = useUnit(capability.spend.map(({ currency }) => currency));
  const { key, name, description, owners, children, goals, by } = capability;
  return (
    <>
      <header>
        <PageTitle stated={`capability:${key}`}>{name}</PageTitle>
        {description !== null && <p data-stated={`capability:${key}`}>{description}</p>}
        <ToRecordPage of={{ kind: 'capability', key }}>The record with all it says, to be edited</ToRecordPage>
      </header>
      <Tiles capability={capability} unit={unit} />
      <div className="model-grid thirds">
        <Card title="Owned by">
          <Lines none="No team owns it.">
            {owners.map(({ team, name: called, as }) => (
              <li key={`${team} ${as}`}>
                <ToRecordPage of={{ kind: 'team', key: team }}>{called}</ToRecordPage>{' '}
                <span className="muted">{as}</span>
              </li>
            ))}
          </Lines>
        </Card>
        <Card title="Needed by">
          <Lines none="No goal depends on it.">
            {goals.map((goal) => (
              <li key={goal.key} data-stated={`goal:${goal.key}`}>
                <ToRecordPage of={{ kind: 'goal', key: goal.key }}>{goal.name}</ToRecordPage>{' '}
                <span className="muted">
                  importance {goal.importance}
                  {goal.weight !== null && `, weight ${goal.weight}`}
                </span>
              </li>
            ))}
          </Lines>
        </Card>
        <Assessments capability={capability} />
        <Card title="Built by">
          <Lines none="No initiative is linked to it.">
            {by.initiatives.map((each) => (
              <li key={each.key}>
                <Link to={`/portfolio/${each.key}`} search={(before: View) => before} className="record-link">
                  {each.name}
                </Link>{' '}
                <span className="muted">{each.status}</span>{' '}
                <Figure of={{ id: valueId('initiative', each.key) }}>
                  {fullMoney(amountIn(each.spend, unit))} {unit}
                </Figure>
              </li>
            ))}
          </Lines>
        </Card>
        <Card title="Brings about">
          <Lines none="No outcome is linked to it.">
            {by.outcomes.map((each) => (
              <li key={each.key} data-stated={`outcome:${each.key}`}>
                <ToOwnPage of={{ kind: 'outcome', key: each.key }}>{each.name}</ToOwnPage>{' '}
                <span className="muted">
                  grade {each.grade}
                  {each.hypothesis !== null && `: ${each.hypothesis}`}
                </span>
              </li>
            ))}
          </Lines>
        </Card>
        <Card title="Findings">
          <Lines none="No finding is open on it.">
            {by.findings.map((each) => (
              <li key={each.key} data-stated={`finding:${each.key}`}>
                <ToRecordPage of={{ kind: 'finding', key: each.key }}>{each.name}</ToRecordPage>{' '}
                <span className="muted">{each.status}</span>
              </li>
            ))}
          </Lines>
        </Card>
        {children.length > 0 && (
          <Card title="Made of">
            <Lines none="">
              {children.map((each) => (
                <li key={each.key}>
                  <Link to={`/capabilities/${each.key}`} search={(before: View) => before} className="record-link">
                    {each.name}
                  </Link>
                </li>
              ))}
            </Lines>
          </Card>
        )}
      </div>
    </>
  );
}

function Lines({ none, children }: { readonly none: string; readonly children: readonly React.ReactNode[] }) {
  if (children.length === 0) return <p className="muted">{none}</p>;
  return <ul className="plain-list lines">{children}</ul>;
}
