import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SourceCard } from '#api/sources.ts';
import { theNames } from '../../queries.ts';
import { useWords } from '../../workspace.ts';
import { kindWords } from './kind-words.ts';
import { bare } from './links.ts';
import { openKindsOf } from './open-names.ts';

/** How many names of a source nobody knows, and on how many rows they stand. */
export function NamesLine({ card: { source, rows } }: { readonly card: SourceCard }) {
  const words = useWords();
  const { data, error } = useQuery(theNames);
  if (rows.counted === 0) return <span className="muted">none are read yet</span>;
  if (error) return <span className="muted">{error.message}</span>;
  if (!data) return <span className="muted">being read</span>;
  const open = openKindsOf(data.sources, source);
  if (open.length === 0) return <>all are known</>;
  return (
    <>
      not known:{' '}
      {open.map(({ kind, names, rows: many }, index) => {
        const { one, many: all, carry } = kindWords[kind];
        return (
          <span key={kind}>
            {index > 0 && ', '}
            <Link to="/data/names" hash={`${source}-${kind}`} search={bare} className="figure">
              {words.counted(names, one, all)} on {words.counted(many, carry)}
            </Link>
          </span>
        );
      })}
    </>
  );
}
