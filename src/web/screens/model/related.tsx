import { useQuery } from '@tanstack/react-query';
import { capital } from '../../capital.ts';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { theRecords } from '../../queries.ts';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { ToRecord } from './links.tsx';
import { spoken } from './named.ts';
import { mostRecords, type Shown } from './records.tsx';
import { kindsNaming, namedBy, naming } from './references.ts';
import { Stated } from './stated.tsx';

/** What a record names, and what names it. */
export function Related({ record }: { readonly record: Shown }) {
  return (
    <div className="stack">
      <Names record={record} />
      <NamedBy record={record} />
    </div>
  );
}

function Names({ record: { kind, body } }: { readonly record: Shown }) {
  const named = namedBy(kind, body);
  return (
    <Card title="It names">
      {named.length === 0 && <p className="muted">No other record.</p>}
      <ul className="plain-list lines">
        {named.map((each) => (
          <Stated key={`${each.field} ${each.kind} ${each.key}`} as="li" of={[each]}>
            <span className="muted small">{spoken(each.field)}</span> <ToRecord of={each} />
          </Stated>
        ))}
      </ul>
    </Card>
  );
}

const most = 12;

function NamedBy({ record }: { readonly record: Shown }) {
  const { design, asOf } = useView();
  const kinds = kindsNaming(record.kind);
  const { data } = useQuery({
    ...theRecords({ kinds, design, asOf, limit: mostRecords }),
    enabled: kinds.length > 0,
  });
  if (kinds.length === 0) return null;
  return (
    <Card title="It is named by">
      {data ? <Namers found={naming(record, data.records)} /> : <Loading lines={2} what="Looking for what names it" />}
    </Card>
  );
}

function Namers({ found }: { readonly found: ReturnType<typeof naming> }) {
  const words = useWords();
  if (found.length === 0) return <p className="muted">No other record.</p>;
  const byKind = Map.groupBy(found, ({ record }) => record.kind);
  return [...byKind].map(([kind, own]) => (
    <details key={kind} className="namers" open={own.length <= most}>
      <summary data-place>
        {capital(spoken(kind))}, {words.count(own.length)}
      </summary>
      <ul className="plain-list lines">
        {own.map(({ record, field }) => (
          <Stated key={`${field} ${record.key}`} as="li" of={[record]}>
            <ToRecord of={record}>{record.name}</ToRecord> <span className="muted small">as {spoken(field)}</span>
          </Stated>
        ))}
      </ul>
    </details>
  ));
}
