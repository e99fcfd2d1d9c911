import { useQuery } from '@tanstack/react-query';
import { windowOf } from '#api/looked-at.ts';
import type { Diagnosis } from '#model/diagnosis.ts';
import type { Opens } from '#model/opens.ts';
import { amount } from '../../amount.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { theMetrics, theReadingsOf } from '../../queries.ts';
import { useView } from '../../view.ts';
import { useWords, useWorkspace } from '../../workspace.ts';

type Props = { readonly where: NonNullable<Opens['where']>; readonly diagnosis: Diagnosis };

/** The figures of one team or capability beside those of all IT. Rules hold for all of the design, and are not cut. */
export function Scoped({ where, diagnosis }: Props) {
  const workspace = useWorkspace();
  const words = useWords();
  const view = useView();
  const at = { window: windowOf(workspace, view.period), asOf: view.asOf };
  const { data: known } = useQuery(theMetrics);
  const cardOf = (id: string) => known?.metrics.find((metric) => metric.id === id);
  const whole = [...diagnosis.work.headline, ...diagnosis.decisions.headline].filter(({ metric }) =>
    cardOf(metric)?.scopes.includes(where.scope),
  );
  const named = whole.map(({ metric }) => metric);
  const { data, error } = useQuery({ ...theReadingsOf(named, where, at), enabled: named.length > 0 });
  const place = [...workspace.teams, ...workspace.capabilities].find(({ key }) => key === where.key);
  return (
    <Card
      title={place?.name ?? where.key}
      says="beside all IT; the rules above hold for all of it"
      className="stands-on"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">figure</th>
            <th scope="col" className="number">
              {where.scope}
            </th>
            <th scope="col" className="number">
              all IT
            </th>
          </tr>
        </thead>
        <tbody>
          {whole.map((reading) => {
            const own = data?.readings.find(({ metric }) => metric === reading.metric);
            return (
              <tr key={reading.metric}>
                <th scope="row">{cardOf(reading.metric)?.title}</th>
                <td className="number">
                  {!data && !error && <span className="muted">…</span>}
                  {error && <span className="muted">{error.message}</span>}
                  {own && (
                    <Figure of={{ id: own.metric, where }}>
                      {own.value === null ? (own.missing ?? 'no data') : amount(words, own.value, own.unit, own)}
                    </Figure>
                  )}
                </td>
                <td className="number">
                  <Figure of={{ id: reading.metric }}>{amount(words, reading.value, reading.unit, reading)}</Figure>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
