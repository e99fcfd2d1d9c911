import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Loading } from '../../parts/loading.tsx';
import { theLineage } from '../../queries.ts';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { bare, pathOfDefinition } from './links.ts';
import { useTitles } from './titles.ts';

/** Which metrics and rules would not be what they are without a source. */
export function StandsOnSource({ source }: { readonly source: string }) {
  const words = useWords();
  const { asOf } = useView();
  const { data, error } = useQuery(theLineage(asOf));
  const titleOf = useTitles();
  const own = data?.lineage.flatMap(({ id, kind, sources }) => {
    const rows = sources.find((each) => each.source === source)?.rows ?? 0;
    return rows === 0 ? [] : [{ id, kind, rows }];
  });
  return (
    <div id="stands">
      <Card title="What stands on it" says="metrics and rules with rows of this source, over all of the evidence">
        {error && <p>{error.message}</p>}
        {!own && !error && <Loading lines={4} what="Following rows to their sources" />}
        {own?.length === 0 && <p className="muted">No metric and no rule has rows of it.</p>}
        {own && own.length > 0 && (
          <ul className="plain-list columns">
            {own.map(({ id, rows }) => (
              <li key={id}>
                <Link to={pathOfDefinition(id)} search={bare}>
                  {titleOf(id)}
                </Link>{' '}
                <Figure of={{ id }} className="quiet muted">
                  {words.counted(rows, 'row')}
                </Figure>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
