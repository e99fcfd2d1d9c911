import { Link } from '@tanstack/react-router';
import type { SourceCard } from '#api/sources.ts';
import { HealthMark } from './health-mark.tsx';
import { ImportNow } from './import-now.tsx';
import { bare, pathOfSource } from './links.ts';
import { NamesLine } from './names-line.tsx';
import { rhythmText } from './rhythm.ts';
import { SourceRows } from './source-rows.tsx';
import { When } from './when.tsx';

type Props = { readonly card: SourceCard; readonly now: string };

/** One source at a glance. */
export function SourceTile({ card, now }: Props) {
  const { source, name, importer, path, lastImport, until, rhythm } = card;
  return (
    <article className="card source-tile" aria-labelledby={`source-${source}`}>
      <div className="card-head">
        <h2 id={`source-${source}`}>
          <Link to={pathOfSource(source)} search={bare}>
            {name}
          </Link>
        </h2>
        <p className="muted small">
          {importer.toUpperCase()} · <code>{path}</code>
        </p>
      </div>
      <HealthMark card={card} />
      <dl className="source-facts">
        <dt>Last row</dt>
        <dd>
          <When at={until} now={now} never="none is held" />
        </dd>
        <dt>Last import</dt>
        <dd>
          <When at={lastImport} now={now} never="none is held" />
        </dd>
        {rhythm !== null && (
          <>
            <dt>Expected</dt>
            <dd>{rhythmText(rhythm)}</dd>
          </>
        )}
        <dt>Names</dt>
        <dd>
          <NamesLine card={card} />
        </dd>
      </dl>
      <SourceRows source={source} rows={card.rows} />
      <div className="buttons">
        <Link to={pathOfSource(source)} search={bare} className="button">
          Open
        </Link>
        <ImportNow card={card} />
      </div>
    </article>
  );
}
