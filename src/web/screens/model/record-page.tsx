import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isModelKind, recordKinds } from '#model/records.ts';
import { Refused } from '../../ask.ts';
import { capital } from '../../capital.ts';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemState } from '../../parts/states.tsx';
import { theHistory, theRecord } from '../../queries.ts';
import { useView } from '../../view.ts';
import { EditRecord } from './edit-record.tsx';
import { FieldValue } from './field-value.tsx';
import { History } from './history.tsx';
import { Count } from './links.tsx';
import { nameIn, type RecordName, spoken } from './named.ts';
import { RecordDeeds } from './record-deeds.tsx';
import { type Shown, useListed } from './records.tsx';
import { referencesOf } from './references.ts';
import { Related } from './related.tsx';
import { fieldsOfKind } from './shape.ts';
import { Stated } from './stated.tsx';

/** One record: what it says, where, since when, and what has to do with it. */
export function RecordPage({ record }: { readonly record: string }) {
  const name = nameIn(record);
  if (!name || !isModelKind(name.kind) || name.kind === 'response') {
    return (
      <section className="state">
        <h2>There is no such record</h2>
        <p>The address asks for “{record}”. A record is named by its kind and its key, such as “team:payments”.</p>
      </section>
    );
  }
  return <Known name={name} />;
}

function Known({ name }: { readonly name: RecordName }) {
  const { asOf } = useView();
  const { design: shown } = useListed();
  const design = isOfDesign(name.kind) && shown !== null ? shown : undefined;
  const record = useQuery(theRecord({ ...name, design, asOf }));
  const history = useQuery(theHistory({ ...name, design }));
  const [editing, setEditing] = useState(false);
  if (isMissing(record.error) && history.data) return <Gone name={name} changes={history.data.changes} />;
  if (record.error && !record.data) return <ProblemState error={record.error} again={() => void record.refetch()} />;
  if (!record.data) return <Loading lines={8} what="Reading the record" />;
  const { data } = record;
  return (
    <article className="record" aria-labelledby="record">
      <RecordHead record={data} />
      {editing ? (
        <EditRecord record={data} onDone={() => setEditing(false)} />
      ) : (
        <>
          <RecordDeeds record={data} onEdit={() => setEditing(true)} />
          <div className="record-grid">
            <Fields record={data} />
            <Related record={data} />
          </div>
        </>
      )}
      {history.data && <History record={data} changes={history.data.changes} />}
    </article>
  );
}

const isMissing = (error: unknown): boolean => error instanceof Refused && error.problem.status === 404;

const isOfDesign = (kind: string): boolean =>
  Object.hasOwn(recordKinds, kind) && recordKinds[kind as keyof typeof recordKinds].of === 'design';

function RecordHead({ record: { kind, key, body, version, file, line } }: { readonly record: Shown }) {
  const title = typeof body.name === 'string' ? body.name : key;
  return (
    <div className="record-head">
      <p className="muted small">
        {kind === 'design' ? 'Design' : <Count to={{ tab: 'records', kind }}>{capital(spoken(kind))}</Count>}
      </p>
      <Stated of={[{ kind, key }]}>
        <h2 id="record">{title}</h2>
      </Stated>
      <p className="muted small" data-place>
        <code>{key}</code> · version {version} ·{' '}
        {file === null ? (
          'stands in the store only; no file states it'
        ) : (
          <>
            stated in{' '}
            <code>
              {file}:{line}
            </code>
          </>
        )}
      </p>
    </div>
  );
}

function Fields({ record: { kind, key, body } }: { readonly record: Shown }) {
  const references = referencesOf(kind);
  const said = fieldsOfKind(kind).filter(({ name }) => name !== 'key' && body[name] !== undefined);
  return (
    <Card title="What it says" className="said-fields">
      {said.length === 0 && <p className="muted">Nothing but its key.</p>}
      <Stated of={[{ kind, key }]}>
        <dl className="fields">
          {said.map(({ name }) => (
            <div key={name}>
              <dt>{capital(spoken(name))}</dt>
              <dd>
                <FieldValue value={body[name]} path={name} references={references} />
              </dd>
            </div>
          ))}
        </dl>
      </Stated>
    </Card>
  );
}

type GoneProps = { readonly name: RecordName; readonly changes: Parameters<typeof History>[0]['changes'] };

/** A record that was closed: its past stays, and it can be brought back from it. */
function Gone({ name, changes }: GoneProps) {
  return (
    <article className="record">
      <div className="record-head">
        <p className="muted small">{capital(spoken(name.kind))}</p>
        <h2 id="record">
          <code>{name.key}</code>
        </h2>
        <p>It does not stand {changes[0]?.what === 'closed' ? 'any more: it was closed' : 'at this instant'}.</p>
      </div>
      <History record={{ ...name, body: null, version: 0 }} changes={changes} />
    </article>
  );
}
