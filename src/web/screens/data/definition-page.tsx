import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SignCard } from '#api/diagnosis.ts';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProblemState } from '../../parts/states.tsx';
import { theMetrics, theRules, theSigns } from '../../queries.ts';
import { useView } from '../../view.ts';
import { type Defined, definedAs, usesOf } from './defined.ts';
import { bare, pathOfDefinition } from './links.ts';
import { Origins } from './origins.tsx';
import { ValueNow } from './value-now.tsx';

/** One definition in words: what it counts, what it leaves out, what changed, what it stands on and who uses it. */
export function DefinitionPage({ id }: { readonly id: string }) {
  const { period } = useView();
  const [metrics, rules, signs] = [useQuery(theMetrics), useQuery(theRules), useQuery(theSigns)];
  const error = metrics.error ?? rules.error ?? signs.error;
  if (!metrics.data || !rules.data || !signs.data) {
    if (error) return <ProblemState error={error} />;
    return <Loading lines={8} what="Looking up the definition" />;
  }
  const cards = { ...metrics.data, ...rules.data, ...signs.data };
  const defined = definedAs(id, cards);
  if (!defined) return <NoSuch id={id} />;
  return (
    <div className="definition-page">
      <p className="small">
        <Link to="/data/definitions" search={bare}>
          All definitions
        </Link>
      </p>
      <div className="page-head">
        <PageTitle>{defined.title}</PageTitle>
        <p className="value-now">
          <ValueNow id={id} /> <span className="muted small">{period ?? 'all of the evidence'}</span>
        </p>
      </div>
      <p className="asked" data-words>
        {defined.asks}
      </p>
      <div className={defined.what === 'sign' ? '' : 'data-grid'}>
        <Card title={defined.what === 'sign' ? 'The rules by which it is told' : 'Definition'} says={<code>{id}</code>}>
          <Parts parts={defined.parts} />
        </Card>
        {defined.what !== 'sign' && (
          <div className="stacked">
            {defined.changes !== undefined && <Versions version={defined.version} changes={defined.changes} />}
            <Origins id={id} />
            <UsedBy uses={usesOf(id, cards.signs)} />
          </div>
        )}
      </div>
    </div>
  );
}

function Parts({ parts }: Pick<Defined, 'parts'>) {
  return (
    <dl className="definition" data-words>
      {parts.map(({ part, text, leadsTo }) => (
        <div key={`${part} ${text}`}>
          <dt>{part}</dt>
          <dd>
            {text}{' '}
            {leadsTo && (
              <Link to={pathOfDefinition(leadsTo.id)} search={bare}>
                {leadsTo.title}
              </Link>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type VersionsProps = { readonly version: number; readonly changes: readonly string[] };

function Versions({ version, changes }: VersionsProps) {
  return (
    <Card title="Versions">
      {changes.length === 0 && <p className="muted">It is as it was from the beginning.</p>}
      <dl className="definition" data-words>
        {changes
          .map((text, index) => ({ text, from: index + 1 }))
          .toReversed()
          .map(({ text, from }) => (
            <div key={from}>
              <dt>
                {from === version - 1 ? 'now: ' : ''}version {from} → {from + 1}
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      {changes.length > 0 && (
        <p className="muted small">
          Figures are made anew by the definition as it is now; what an earlier version would have given is not kept.
        </p>
      )}
    </Card>
  );
}

function UsedBy({ uses }: { readonly uses: readonly SignCard['rules'][number][] }) {
  return (
    <Card title="What judges by it">
      {uses.length === 0 && <p className="muted">No sign judges by it; it is a figure to look at.</p>}
      <ul className="plain-list">
        {uses.map(({ id, title }) => (
          <li key={id}>
            <Link to={pathOfDefinition(id.split('.').slice(0, 2).join('.'))} search={bare}>
              {title}
            </Link>{' '}
            <code className="muted">{id}</code>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function NoSuch({ id }: { readonly id: string }) {
  return (
    <section className="state">
      <PageTitle>Nothing is defined as “{id}”</PageTitle>
      <p>
        <Link to="/data/definitions" search={bare}>
          All definitions
        </Link>{' '}
        lists every metric, rule and sign.
      </p>
    </section>
  );
}
