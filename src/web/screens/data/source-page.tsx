import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SourceCard } from '#api/sources.ts';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProblemState } from '../../parts/states.tsx';
import { theSources } from '../../queries.ts';
import { Files } from './files.tsx';
import { HealthMark } from './health-mark.tsx';
import { ImportNow } from './import-now.tsx';
import { bare } from './links.ts';
import { NamesLine } from './names-line.tsx';
import { Profile } from './profile.tsx';
import { Rejects } from './rejects.tsx';
import { rhythmText } from './rhythm.ts';
import { Runs } from './runs.tsx';
import { SourceRows } from './source-rows.tsx';
import { StandsOnSource } from './stands-on-source.tsx';
import { When } from './when.tsx';

/** One source: how fresh it is, what became of its rows, and what stands on it. */
export function SourcePage({ source }: { readonly source: string }) {
  const { data, error, refetch } = useQuery(theSources);
  if (error && !data) return <ProblemState error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={8} what="Looking at the source" />;
  const card = data.sources.find((each) => each.source === source);
  if (!card) return <NoSuch source={source} all={data.sources} />;
  return (
    <div className="source-page">
      <div className="page-head">
        <div>
          <PageTitle>{card.name}</PageTitle>
          <HealthMark card={card} />
        </div>
        <ImportNow card={card} />
      </div>
      <div className="data-grid">
        <Card title="Rows" says="of all files that are held">
          <SourceRows source={source} rows={card.rows} />
        </Card>
        <Card title="How fresh it is">
          <dl className="source-facts">
            <dt>First row</dt>
            <dd>
              <When at={card.from} now={data.now} never="none is held" />
            </dd>
            <dt>Last row</dt>
            <dd>
              <When at={card.until} now={data.now} never="none is held" />
            </dd>
            <dt>Last import</dt>
            <dd>
              <When at={card.lastImport} now={data.now} never="none is held" />
            </dd>
            <dt>Expected</dt>
            <dd>
              {card.rhythm === null ? (
                <span className="muted">
                  not said; <code>rhythm: P1D</code> under the source in <code>throughline.yaml</code> says it
                </span>
              ) : (
                rhythmText(card.rhythm)
              )}
            </dd>
            <dt>Read by</dt>
            <dd>
              <code>{card.mapping}</code>, as {card.importer.toUpperCase()}
            </dd>
            <dt>Names</dt>
            <dd>
              <NamesLine card={card} />
            </dd>
          </dl>
        </Card>
      </div>
      <Files card={card} now={data.now} />
      <Runs source={source} />
      {card.rows.rejected > 0 && <Rejects source={source} />}
      {card.rows.counted > 0 && (
        <>
          <Profile source={source} />
          <StandsOnSource source={source} />
        </>
      )}
    </div>
  );
}

function NoSuch({ source, all }: { readonly source: string; readonly all: readonly SourceCard[] }) {
  return (
    <section className="state">
      <PageTitle>There is no source “{source}”</PageTitle>
      <p>
        {all.length === 0 ? 'There is no source yet.' : 'There are: '}
        {all.map(({ source: key, name }, index) => (
          <span key={key}>
            {index > 0 && ', '}
            <Link to={`/data/sources/${key}`} search={bare}>
              {name}
            </Link>
          </span>
        ))}
      </p>
    </section>
  );
}
