import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ListedRecord } from '#api/records.ts';
import { designKinds, type RecordKind, recordKinds, workspaceKinds } from '#model/records.ts';
import { capital } from '../../capital.ts';
import { isFound } from '../../found.ts';
import { useChosenRows } from '../../parts/chosen-rows.ts';
import { Finder } from '../../parts/finder.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useOnPaper } from '../../parts/on-paper.ts';
import { AllChoice, RowChoice } from '../../parts/row-choice.tsx';
import { ProblemState } from '../../parts/states.tsx';
import { theRecords } from '../../queries.ts';
import { useView, type View } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { BulkEdit } from './bulk-edit.tsx';
import { ToAdd, ToRecord } from './links.tsx';
import { spoken } from './named.ts';
import { mostRecords, useEditable, useListed } from './records.tsx';
import { Stated } from './stated.tsx';
import { valueText } from './value-text.ts';

/** All kinds of records with how many there are, and those of one kind with a finder. */
export function AllRecords() {
  const { kind } = useView();
  const shown = kind !== undefined && Object.hasOwn(recordKinds, kind) ? (kind as RecordKind) : 'team';
  return (
    <div className="all-records">
      <Kinds shown={shown} />
      <OneKind key={shown} kind={shown} />
    </div>
  );
}

function Kinds({ shown }: { readonly shown: RecordKind }) {
  return (
    <nav className="kinds" aria-label="Kinds of records">
      <KindList title="Of the design" kinds={designKinds} shown={shown} />
      <KindList title="Of the workspace" kinds={workspaceKinds} shown={shown} />
    </nav>
  );
}

type ListProps = { readonly title: string; readonly kinds: readonly RecordKind[]; readonly shown: RecordKind };

function KindList({ title, kinds, shown }: ListProps) {
  const words = useWords();
  const { counts } = useListed();
  return (
    <div>
      <h2 className="small muted">{title}</h2>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <Link
              to="."
              search={(before: View) => ({ ...before, kind, find: undefined })}
              aria-current={kind === shown ? 'page' : undefined}
              className={counts[kind] === 0 ? 'muted' : ''}
              data-count
            >
              {capital(spoken(recordKinds[kind].plural))}{' '}
              <span className="number">{words.count(counts[kind] ?? 0)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** As many as are drawn until somebody asks for all. */
const most = 100;

function OneKind({ kind }: { readonly kind: RecordKind }) {
  const { design, asOf, find } = useView();
  const words = useWords();
  const [all, setAll] = useState(false);
  const onPaper = useOnPaper();
  const isEditable = useEditable();
  const { data, error, refetch } = useQuery(theRecords({ kinds: [kind], design, asOf, limit: mostRecords }));
  if (error && !data) return <ProblemState error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={8} what="Reading the records" />;
  if (kind === 'response') return <Unlisted count={data.counts.response ?? 0} />;
  const found = data.records.filter((record) => fits(record, find));
  const shown = all || onPaper ? found : found.slice(0, most);
  return (
    <section className="one-kind" aria-labelledby="kind">
      <div className="one-kind-head">
        <h2 id="kind">{capital(spoken(recordKinds[kind].plural))}</h2>
        <Finder among="these records" />
        {isEditable && <ToAdd kind={kind}>Add one</ToAdd>}
      </div>
      <p className="muted small" role="status" data-place>
        {find === undefined
          ? words.counted(found.length, 'record')
          : `${words.count(found.length)} of ${words.counted(data.total, 'record')} found`}
        {data.total > data.records.length && `, the first ${words.count(data.records.length)} are looked through`}
      </p>
      {found.length > 0 && <RecordTable kind={kind} records={shown} />}
      {shown.length < found.length && (
        <button type="button" onClick={() => setAll(true)} data-place>
          Show all {words.count(found.length)}
        </button>
      )}
    </section>
  );
}

const fits = ({ key, name, body }: ListedRecord, find: string | undefined): boolean =>
  isFound(`${key} ${name} ${JSON.stringify(body)}`, find);

type TableProps = { readonly kind: RecordKind; readonly records: readonly ListedRecord[] };

function RecordTable({ kind, records }: TableProps) {
  const isEditable = useEditable();
  const shown = records.map(({ key }) => key);
  const rows = useChosenRows(shown);
  const chosen = records.filter(({ key }) => rows.chosen.has(key));
  return (
    <>
      {chosen.length > 0 && <BulkEdit kind={kind} chosen={chosen} onDone={() => rows.choose(shown, false)} />}
      <table className="whole">
        <thead>
          <tr>
            {isEditable && <AllChoice shown={shown} rows={rows} />}
            <th scope="col">name</th>
            <th scope="col">key</th>
            <th scope="col">says</th>
            <th scope="col" className="number">
              version
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={rows.onKey}>
          {records.map((record) => (
            <Stated key={record.key} as="tr" of={[record]}>
              {isEditable && <RowChoice of={record.key} name={record.name} rows={rows} />}
              <th scope="row">
                <ToRecord of={record}>{record.name}</ToRecord>
              </th>
              <td>
                <code>{record.key}</code>
              </td>
              <td className="muted summary">{summaryOf(record)}</td>
              <td className="number" data-place>
                {record.version}
              </td>
            </Stated>
          ))}
        </tbody>
      </table>
    </>
  );
}

const summaryOf = ({ body }: ListedRecord): string => {
  const { key: _key, name: _name, ...rest } = body;
  const text = valueText(rest);
  return text.length > mostSaid ? `${text.slice(0, mostSaid)}…` : text;
};

const mostSaid = 160;

/** What people answered is shown of groups only, and only where enough of them did. */
function Unlisted({ count }: { readonly count: number }) {
  const words = useWords();
  return (
    <section className="one-kind">
      <h2>Responses</h2>
      <p data-place>
        There {count === 1 ? 'is' : 'are'} {words.counted(count, 'answer')} to surveys.
      </p>
      <p className="muted">
        Single answers are not shown to anybody: what a few people said would say who they are. Figures of whole groups
        are made of them.
      </p>
    </section>
  );
}
