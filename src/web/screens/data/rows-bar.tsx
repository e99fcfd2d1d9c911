import { Link } from '@tanstack/react-router';
import type { SourceCard } from '#api/sources.ts';
import { Figure } from '../../parts/figure.tsx';
import { useWords } from '../../workspace.ts';
import { bare, pathOfSource } from './links.ts';

/** What became of all rows of the files of a source: one bar for all of them, and each part in words. */
export function RowsBar({ source, rows }: Pick<SourceCard, 'source' | 'rows'>) {
  const words = useWords();
  const { total, counted, known, superseded, rejected, blank } = rows;
  const parts = [
    { look: 'counted', count: counted, text: 'count' },
    { look: 'known', count: known, text: 'came twice' },
    { look: 'superseded', count: superseded, text: 'gave way to a later one' },
    { look: 'rejected', count: rejected, text: 'rejected' },
  ].filter(({ count, look }) => count > 0 || look === 'counted' || look === 'rejected');
  const figure = { id: `source.${source}` };
  if (total === 0) return <p className="muted">No rows are held.</p>;
  return (
    <div className="rows-bar">
      <svg viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
        {spans(parts, total).map(({ look, from, width }) => (
          <rect key={look} className={`part-${look}`} x={from} y="0" width={width} height="12" />
        ))}
      </svg>
      <ul className="plain-list">
        <li>
          <Figure of={figure}>{words.counted(total, 'row')}</Figure> in the files
        </li>
        {parts.map(({ look, count, text }) => (
          <li key={look}>
            <span className={`swatch part-${look}`} aria-hidden="true" />
            {look === 'rejected' && count > 0 ? (
              <Link
                to={pathOfSource(source)}
                hash="rejected"
                search={bare}
                activeOptions={{ includeHash: true }}
                className="figure"
              >
                {words.count(count)}
              </Link>
            ) : (
              <Figure of={figure}>{words.count(count)}</Figure>
            )}{' '}
            {text}
          </li>
        ))}
        {blank > 0 && (
          <li className="muted">
            <Figure of={figure}>{words.count(blank)}</Figure> empty lines beside them
          </li>
        )}
      </ul>
    </div>
  );
}

type Part = { readonly look: string; readonly count: number };

/** However few rows a part has, it can be seen. */
const thinnest = 4;

const spans = (parts: readonly Part[], total: number) => {
  let from = 0;
  return parts.flatMap(({ look, count }) => {
    if (count === 0) return [];
    const width = Math.max(thinnest, (count / total) * 1000);
    const span = { look, from: Math.min(from, 1000 - width), width };
    from += width;
    return [span];
  });
};
