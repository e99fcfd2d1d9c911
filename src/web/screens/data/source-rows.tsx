import { Link } from '@tanstack/react-router';
import type { SourceCard } from '#api/sources.ts';
import { Figure } from '../../parts/figure.tsx';
import { RowsBar } from '../../parts/rows-bar.tsx';
import { useWords } from '../../workspace.ts';
import { bare, pathOfSource } from './links.ts';

/** What became of all rows of the files of a source; each part opens. */
export function SourceRows({ source, rows }: Pick<SourceCard, 'source' | 'rows'>) {
  const words = useWords();
  const { total, counted, known, superseded, rejected, blank } = rows;
  const figure = { id: `source.${source}` };
  const said = (count: number, text: string) => (
    <>
      <Figure of={figure}>{words.count(count)}</Figure> {text}
    </>
  );
  if (total === 0) return <p className="muted">No rows are held.</p>;
  return (
    <RowsBar
      total={total}
      parts={[
        { look: 'counted', count: counted, says: said(counted, 'count') },
        { look: 'known', count: known, says: said(known, 'known already') },
        { look: 'superseded', count: superseded, says: said(superseded, 'gave way to a later row') },
        {
          look: 'rejected',
          count: rejected,
          says: rejected === 0 ? said(rejected, 'rejected') : <RejectedRows source={source} rejected={rejected} />,
        },
      ]}
      before={
        <li>
          <Figure of={figure}>{words.counted(total, 'row')}</Figure> in the files
        </li>
      }
      after={blank > 0 && <li className="muted">{said(blank, 'empty lines beside them')}</li>}
    />
  );
}

function RejectedRows({ source, rejected }: { readonly source: string; readonly rejected: number }) {
  const words = useWords();
  return (
    <>
      <Link
        to={pathOfSource(source)}
        hash="rejected"
        search={bare}
        activeOptions={{ includeHash: true }}
        className="figure"
      >
        {words.count(rejected)}
      </Link>{' '}
      rejected
    </>
  );
}
