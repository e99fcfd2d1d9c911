import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Loading } from '../../parts/loading.tsx';
import { theLineage } from '../../queries.ts';
import { useView } from '../../view.ts';
import { useWords, useWorkspace } from '../../workspace.ts';
import { bare, pathOfSource } from './links.ts';

/** Which sources the rows of a metric or a rule come from. */
export function Origins({ id }: { readonly id: string }) {
  const words = useWords();
  const { asOf } = useView();
  const { span, sources } = useWorkspace();
  const { data, error } = useQuery({ ...theLineage(asOf), enabled: span !== null });
  const lineage = data?.lineage.find((each) => each.id === id);
  const nameOf = (source: string): string => sources.find(({ key }) => key === source)?.name ?? source;
  return (
    <Card title="What it stands on" says="over all of the evidence">
      {span === null && <p className="muted">There is no evidence yet.</p>}
      {error && <p>{error.message}</p>}
      {span !== null && !data && !error && <Loading lines={2} what="Following rows to their sources" />}
      {data && !lineage && <p className="muted">The design states nothing of it, so no row is read.</p>}
      {lineage && (
        <ul className="plain-list">
          {lineage.sources.map(({ source, rows }) => (
            <li key={source}>
              <Link to={pathOfSource(source)} search={bare}>
                {nameOf(source)}
              </Link>
              : <Figure of={{ id }}>{words.counted(rows, 'row')}</Figure>
            </li>
          ))}
          {lineage.others > 0 && (
            <li>
              <Figure of={{ id }}>{words.counted(lineage.others, 'row')}</Figure> of no single item: of records of the
              model, or of many items at once
            </li>
          )}
          {lineage.sources.length === 0 && lineage.others === 0 && <li className="muted">No row is read yet.</li>}
        </ul>
      )}
    </Card>
  );
}
