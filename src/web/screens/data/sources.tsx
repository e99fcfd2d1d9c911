import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SourceCard } from '#api/sources.ts';
import { BringIn } from '../../parts/bring-in.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { EmptyState, ProblemState } from '../../parts/states.tsx';
import { theNames, theSources } from '../../queries.ts';
import { useWords } from '../../workspace.ts';
import { LineageTable } from './lineage-table.tsx';
import { bare, pathOfSource } from './links.ts';
import { openNamesIn } from './open-names.ts';
import { SourceTile } from './source-tile.tsx';

/** Every source, and in one sentence how far all of them can be believed. */
export function Sources() {
  const { data, error, refetch } = useQuery(theSources);
  if (error && !data) return <ProblemState error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={8} what="Looking at the sources" />;
  if (data.sources.length === 0) return <NoSources />;
  return (
    <div className="overview">
      <PageTitle unseen>Data: sources</PageTitle>
      <Sentence sources={data.sources} />
      <ul className="plain-list source-tiles" id="sources">
        {data.sources.map((source) => (
          <li key={source.source}>
            <SourceTile card={source} now={data.now} />
          </li>
        ))}
      </ul>
      <LineageTable />
    </div>
  );
}

const sum = (sources: readonly SourceCard[], of: (source: SourceCard) => number): number =>
  sources.reduce((total, source) => total + of(source), 0);

function Sentence({ sources }: { readonly sources: readonly SourceCard[] }) {
  const words = useWords();
  const total = sum(sources, ({ rows }) => rows.total);
  const rejected = sum(sources, ({ rows }) => rows.rejected);
  const [worst, ...others] = sources.filter(({ rows }) => rows.rejected > 0);
  if (total === 0) return <p className="finding-sentence">No row is held yet, so there is no figure to believe.</p>;
  return (
    <p className="finding-sentence">
      Of{' '}
      <a href="#sources" className="figure">
        {words.counted(total, 'row')}
      </a>{' '}
      in the files{' '}
      {rejected === 0 ? (
        'none was'
      ) : (
        <>
          {others.length > 0 ? (
            <a href="#sources" className="figure">
              {words.count(rejected)}
            </a>
          ) : (
            <Link to={pathOfSource(worst?.source ?? '')} hash="rejected" search={bare} className="figure">
              {words.count(rejected)}
            </Link>
          )}{' '}
          {rejected === 1 ? 'was' : 'were'}
        </>
      )}{' '}
      rejected
      <NamesClause />
    </p>
  );
}

function NamesClause() {
  const words = useWords();
  const { data } = useQuery(theNames);
  if (!data) return '.';
  const names = openNamesIn(data.sources);
  if (names === 0) return ', and every name is known.';
  return (
    <>
      , and{' '}
      <Link to="/data/names" search={bare} className="figure">
        {words.counted(names, 'name')}
      </Link>{' '}
      {names === 1 ? 'is' : 'are'} not known.
    </>
  );
}

function NoSources() {
  return (
    <EmptyState title="There is no source yet">
      <p>
        Data says of each source how fresh it is, what became of every row of its files, which names in it nobody knows,
        and how every figure is defined: whether it can be believed.
      </p>
      <p>
        It needs <strong>one log</strong> of how work or approvals went: an export of the ticket tool as CSV, or an XES
        file.
      </p>
      <BringIn />
    </EmptyState>
  );
}
