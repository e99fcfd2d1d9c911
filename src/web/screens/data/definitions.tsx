import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProblemState } from '../../parts/states.tsx';
import { theMetrics, theRules, theSigns } from '../../queries.ts';
import { useChange, useView, whereOf } from '../../view.ts';
import { type Family, familiesOf } from './families.ts';
import { bare, pathOfDefinition } from './links.ts';
import { ValueNow } from './value-now.tsx';

/** Every metric, rule and sign with what it says now. */
export function Definitions() {
  const view = useView();
  const { find } = view;
  const change = useChange();
  const [metrics, rules, signs] = [useQuery(theMetrics), useQuery(theRules), useQuery(theSigns)];
  const error = metrics.error ?? rules.error ?? signs.error;
  if (!metrics.data || !rules.data || !signs.data) {
    if (error) return <ProblemState error={error} />;
    return <Loading lines={10} what="Listing the definitions" />;
  }
  const families = familiesOf({ ...metrics.data, ...rules.data, ...signs.data }, find);
  return (
    <div className="definitions">
      <PageTitle unseen>Data: definitions</PageTitle>
      <p className="finding-sentence">
        Every figure stands on a definition that is the same for everybody, and says what it leaves out.
      </p>
      <search>
        <input
          type="search"
          aria-label="Find a definition"
          placeholder="Find a metric, rule or sign"
          defaultValue={find ?? ''}
          onChange={({ target }) => change({ find: target.value === '' ? undefined : target.value })}
        />
      </search>
      {whereOf(view) && (
        <p className="muted small">
          Values are those of the scope that is chosen above, where a metric can be told for it; rules, signs and the
          other metrics are of all IT.
        </p>
      )}
      {families.length === 0 && <p className="muted">Nothing is called so.</p>}
      {families.map((family) => (
        <FamilyCard key={family.title} family={family} />
      ))}
    </div>
  );
}

function FamilyCard({ family: { title, entries } }: { readonly family: Family }) {
  const hasVersions = entries.some(({ version }) => version !== undefined);
  return (
    <Card title={title} className="family">
      <table className="catalogue">
        <thead>
          <tr>
            <th scope="col">name</th>
            <th scope="col">what it asks or says</th>
            {hasVersions && <th scope="col">version</th>}
            <th scope="col" className="number">
              now
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, title: name, asks, version }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={pathOfDefinition(id)} search={bare}>
                  {name}
                </Link>
              </th>
              <td className="muted asks" data-words>
                {asks}
              </td>
              {hasVersions && <td className="version">{version !== undefined && <code>v{version}</code>}</td>}
              <td className="number">
                <ValueNow id={id} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
