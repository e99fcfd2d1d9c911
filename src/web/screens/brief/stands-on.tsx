import { useQuery } from '@tanstack/react-query';
import type { Diagnosis } from '#model/diagnosis.ts';
import { capital } from '../../capital.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { theRules } from '../../queries.ts';
import { useWords, useWorkspace } from '../../workspace.ts';
import { missingOf } from './missing-of.ts';

/** The sources behind all of it, and what could not be said. */
export function StandsOn({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const words = useWords();
  const { sources } = useWorkspace();
  const { data } = useQuery(theRules);
  const titles = new Map([
    ...sources.map(({ key, name }) => [key, name ?? key] as const),
    ...diagnosis.dimensions.map(({ dimension }) => [dimension, capital(dimension)] as const),
    ...(data?.rules ?? []).map(({ id, title }) => [id, title] as const),
  ]);
  const missing = missingOf(diagnosis, titles);
  return (
    <Card title="What this stands on" className="stands-on">
      {diagnosis.coverage.length === 0 && <p>Records alone: no log was read.</p>}
      <ul className="plain-list">
        {diagnosis.coverage.map(({ source, events, items, rejected }) => (
          <li key={source}>
            <Figure of={{ id: `source.${source}` }} className="quiet">
              <strong>{titles.get(source) ?? source}</strong> {words.counted(events, 'row')} of{' '}
              {words.counted(items, 'item')}, {rejected === 0 ? 'none rejected' : `${words.count(rejected)} rejected`}
            </Figure>
          </li>
        ))}
      </ul>
      <h3>What could not be said</h3>
      {missing.length === 0 && <p className="muted">Nothing: every rule could be read.</p>}
      <MissingList missing={missing.slice(0, most)} />
      {missing.length > most && (
        <details>
          <summary data-count>{words.counted(missing.length - most, 'further thing')}</summary>
          <MissingList missing={missing.slice(most)} />
        </details>
      )}
    </Card>
  );
}

/** The page fits a screen; what is more is there for whom wants it. */
const most = 5;

function MissingList({ missing }: { readonly missing: ReturnType<typeof missingOf> }) {
  return (
    <ul className="plain-list missing">
      {missing.map(({ text, opens }) => (
        <li key={text}>
          {opens === undefined ? (
            text
          ) : (
            <Figure of={{ id: opens }} className="quiet">
              {text}
            </Figure>
          )}
        </li>
      ))}
    </ul>
  );
}
