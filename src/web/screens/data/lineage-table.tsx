import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Lineage } from '#api/lineage.ts';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { theLineage } from '../../queries.ts';
import { useView } from '../../view.ts';
import { useWords, useWorkspace } from '../../workspace.ts';
import { bare, pathOfSource } from './links.ts';

const families: readonly { readonly title: string; readonly has: (lineage: Lineage) => boolean }[] = [
  { title: 'Flow and execution', has: ({ kind, id }) => kind === 'metric' && id.startsWith('flow.') },
  { title: 'Decisions', has: ({ kind, id }) => kind === 'metric' && id.startsWith('decision.') },
  { title: 'Quality', has: ({ kind, id }) => kind === 'metric' && id.startsWith('quality.') },
  { title: 'Rules of the design', has: ({ kind }) => kind === 'rule' },
];

/** Of each family of definitions, how many have rows of each source. */
export function LineageTable() {
  const { asOf } = useView();
  const { span, sources } = useWorkspace();
  const { data, error } = useQuery({ ...theLineage(asOf), enabled: span !== null });
  if (span === null) return null;
  return (
    <Card title="What stands on what" says="how many metrics and rules have rows of each source">
      {error && <p>{error.message}</p>}
      {!data && !error && <Loading lines={4} what="Following rows to their sources" />}
      {data && (
        <Scrolled label="Table of what stands on what">
          <table className="wide lineage">
            <thead>
              <tr>
                <th scope="col">definitions</th>
                {sources.map(({ key, name }) => (
                  <th key={key} scope="col" className="number">
                    {name}
                  </th>
                ))}
                <th scope="col" className="number">
                  records, or many items at once
                </th>
              </tr>
            </thead>
            <tbody>
              {families.map(({ title, has }) => (
                <FamilyRow key={title} title={title} lineage={data.lineage.filter(has)} />
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </Card>
  );
}

type RowProps = { readonly title: string; readonly lineage: readonly Lineage[] };

function FamilyRow({ title, lineage }: RowProps) {
  const words = useWords();
  const { sources } = useWorkspace();
  return (
    <tr>
      <th scope="row">{title}</th>
      {sources.map(({ key }) => {
        const count = lineage.filter((each) => each.sources.some(({ source }) => source === key)).length;
        return (
          <td key={key} className="number">
            {count === 0 ? (
              <span className="muted">–</span>
            ) : (
              <Link to={pathOfSource(key)} hash="stands" search={bare} className="figure">
                {words.count(count)}
              </Link>
            )}
          </td>
        );
      })}
      <td className="number">
        <Link to="/data/definitions" search={bare} className="figure">
          {words.count(lineage.filter(({ others }) => others > 0).length)}
        </Link>
      </td>
    </tr>
  );
}
